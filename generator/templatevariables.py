"""How a deployment's expressions say what is there in some environments only: its parts are variables, put together."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from generator.codemodel import Parameter
from generator.expressions import name

MOST = 512  # variables of a template
Part = tuple[Parameter | None, Any]  # an entry of an object as a pair, or an item of an array


class Variables:
    """The variables of a template, by name, as plain data; names that differ in case alone are one to a deployment."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self._taken: set[str] = set()

    def put(self, title: str, value: Any) -> str:
        """The expression for a new variable, whose name begins with a title."""
        chosen, count = title, 1
        while chosen.lower() in self._taken:
            count += 1
            chosen = f"{title}{count}"
        self._taken.add(chosen.lower())
        self.values[chosen] = value
        return f"variables('{chosen}')"

    def object(self, title: str, parts: Sequence[Part]) -> str:
        """The expression for an object, some of whose entries are there under a condition."""
        together = [part for when in dict.fromkeys(when for when, _ in parts) for part in parts if part[0] == when]
        found = self._parts(title, sorted(together, key=lambda part: part[0] is not None), dict, "createObject()")
        return found[0] if len(found) == 1 else f"union({', '.join(found)})"

    def array(self, title: str, parts: Sequence[Part]) -> str:
        """The expression for an array, some of whose items are there under a condition."""
        found = self._parts(title, parts, list, "createArray()")
        return found[0] if len(found) == 1 else f"flatten(createArray({', '.join(found)}))"

    def _parts(self, title: str, parts: Sequence[Part], kind: type, nothing: str) -> list[str]:
        found = []
        for when, group in groupby(parts, key=lambda part: part[0]):
            value = kind(part for _, part in group)
            found.append(self.optional(when, value, nothing) if when else self.put(title, value))
        return found

    def optional(self, when: Parameter, value: Any, other: str) -> str:
        """The expression for a value that is there under a condition, and else another."""
        condition = name(when.name)
        title = condition.removeprefix("has")
        return f"if(parameters('{condition}'), {self.put(title[:1].lower() + title[1:], value)}, {other})"
