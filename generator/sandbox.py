"""Jinja for pool templates: plain data, few filters, bounded work, and a note of every value that is read."""

import itertools
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from generator.errors import describe, nearest
from generator.filters import COMPARISONS, FILTERS, MAP_METHODS, TESTS, TEXT_METHODS, LimitError, limit
from generator.instrument import CONCAT, EACH
from generator.located import located, text_of
from generator.origins import Map, Origin, Seq, leaves

MAX_STEPS = 100_000
NAMES = ("apiVersion", "location", "pool", "profile", "range", "resourceGroup", "sessionPoolName", "subscriptionId")


class Missing(StrictUndefined):
    """A name that is not there; its message names the nearest that is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_name is None:
            return self._undefined_hint or "a value is not there"
        known: Iterable[str] = (
            owner if isinstance(owner, Map) else (*NAMES, "tags", "values") if owner is missing else ()
        )
        hint = nearest(name, known)
        return f"there is no '{name}'" + (f" here; {hint}" if hint else " here")


class Sandbox(ImmutableSandboxedEnvironment):
    """What templates run in. ``reset`` before each rendering; ``reads`` holds the origins of all values ever read."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=Missing, keep_trailing_newline=True, auto_reload=False, **options)
        self.globals = {"range": self.globals["range"]}
        self.filters = {name: self._noting(name, function) for name, function in FILTERS.items()}
        self.filters |= {EACH: self.each, CONCAT: self.joined}
        self.tests = {name: self.tests[name] for name in (*TESTS, *COMPARISONS)}
        self.reads: set[Origin] = set()
        self.reset()

    def reset(self) -> None:
        """Start a rendering with a full budget."""
        self.steps = 0
        self.last_read: Origin | None = None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``map.name``: its entry, else one of a map's few methods; ``text.method`` for the harmless ones."""
        if isinstance(obj, Map) and attribute not in obj and attribute in MAP_METHODS:
            self.note(obj)
            return lambda: MAP_METHODS[attribute](obj)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``map[key]`` and ``list[index]``, with the origin; of other things only what the sandbox thinks safe."""
        if isinstance(obj, Map | Seq) and not isinstance(argument, slice):
            try:
                value, origin = obj[argument], obj.at[argument]
            except (KeyError, IndexError, TypeError):
                return self.undefined(obj=obj, name=argument)
            if not isinstance(value, Map | Seq):
                self.reads.add(origin)
                self.last_read = origin
            return located(value, origin)
        if isinstance(obj, str) and isinstance(argument, str) and argument not in TEXT_METHODS:
            return self.undefined(obj=obj, name=argument)
        return super().getattr(obj, argument) if isinstance(argument, str) else super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what can blow up: powers, ``%`` on text, and long text or lists by ``*`` and ``+``."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"operator {operator} is not available here")
        sizes = [len(side) for side in (left, right) if isinstance(side, str | list)]
        if operator == "*" and sizes:
            limit(sizes[0] * next((side for side in (left, right) if isinstance(side, int)), 1))
        limit(sum(sizes))
        return super().call_binop(context, operator, left, right)

    def note(self, value: Any) -> None:
        """Note that everything in a container is read."""
        if isinstance(value, Map | Seq):
            self.reads.update(origin for _, origin in leaves(value))

    def each(self, values: Any) -> list[Any]:
        """What a loop runs over, counted; items keep their origins."""
        if isinstance(values, Seq):
            pairs = list(zip(values, values.at, strict=True))
            self.reads.update(at for item, at in pairs if not isinstance(item, Map | Seq))
            result = [located(item, at) for item, at in pairs]
        elif isinstance(values, Iterable):
            result = list(itertools.islice(values, MAX_STEPS + 1))
        else:
            raise TypeError(f"a loop needs a list, not {describe(values)}")
        self.steps += len(result) + 1
        if self.steps > MAX_STEPS:
            raise LimitError(f"loops run through more than {MAX_STEPS:,} items")
        return result

    def joined(self, parts: list[Any]) -> str:
        """The operator ``~``: the texts of its parts, side by side."""
        texts = [text_of(part) for part in parts]
        limit(sum(map(len, texts)))
        return "".join(texts)

    def _noting(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def apply(value: Any, *args: Any) -> Any:
            self.note(value)
            if isinstance(value, Undefined) and name != "default":
                str(value)  # raises
            result = function(value, *args)
            limit(len(result) if isinstance(result, str | list) else 0)
            return result

        return apply
