"""What the expressions of a pool template may see and do: plain data, a few filters, bounded work.

Text, numbers, lists and maps from a profile come in with their origins (Text, Int, Real, Seq, Map), and every value
that is read is noted, so that a run can say which values nothing reads.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from generator.errors import describe, nearest
from generator.origins import Map, Origin, Seq, leaves

MAX_STEPS = 100_000
MAX_TEXT = 1 << 20


class LimitError(Exception):
    """A template that runs or grows without end."""


class Text(str):
    """A string with the place it comes from."""

    _origin: Origin


class Int(int):
    """A whole number with the place it comes from."""

    _origin: Origin


class Real(float):
    """A number with the place it comes from."""

    _origin: Origin


_LOCATED: dict[type, Callable[[Any], Any]] = {str: Text, int: Int, float: Real}


def located(value: Any, origin: Origin) -> Any:
    """The value with its origin; true, false, null and containers (which know their own) as they are."""
    kind = _LOCATED.get(type(value))
    if kind is None:
        return value
    result = kind(value)
    result._origin = origin
    return result


class Missing(StrictUndefined):
    """A name that is not there; its message names the nearest that is."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        name, owner = str(self._undefined_name), self._undefined_obj
        if self._undefined_name is None:
            return self._undefined_hint or "a value is not there"
        known: Iterable[str] = owner if isinstance(owner, Map) else NAMES if owner is missing else ()
        hint = nearest(name, known)
        return f"there is no '{name}'" + (f" here; {hint}" if hint else " here")


NAMES = (
    "profile",
    "pool",
    "apiVersion",
    "subscriptionId",
    "resourceGroup",
    "sessionPoolName",
    "location",
    "tags",
    "values",
    "range",
    "loop",
)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja for pool templates. ``reset`` before each rendering."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=Missing, trim_blocks=True, lstrip_blocks=True, auto_reload=False, **options)
        self.globals = {"range": self.globals["range"]}
        self.filters = {name: self._bounded(function) for name, function in FILTERS.items()}
        self.filters |= {"each": self.each, "concat": self.joined}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.reads: set[Origin] = set()
        self.reset()

    def reset(self) -> None:
        """Start a rendering: full budget, nothing placed yet."""
        self.steps = 0
        self.last_read: Origin | None = None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``map.name``: the entry, else one of a map's few methods; ``text.method`` for the safe ones."""
        if isinstance(obj, Map) and attribute not in obj and attribute in MAP_METHODS:
            self.note(obj)
            return lambda: MAP_METHODS[attribute](obj)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``map[key]`` and ``list[index]``, with the origin; an attribute only where it is a safe method of text."""
        if isinstance(obj, Map | Seq):
            try:
                value, origin = obj[argument], obj.at[argument]
            except (KeyError, IndexError, TypeError):
                return self.undefined(obj=obj, name=argument)
            if isinstance(argument, slice):
                return value
            if not isinstance(value, Map | Seq):
                self.reads.add(origin)
                self.last_read = origin
            return located(value, origin)
        if isinstance(obj, str) and isinstance(argument, str):
            return (
                super().getattr(obj, argument) if argument in TEXT_METHODS else self.undefined(obj=obj, name=argument)
            )
        if isinstance(argument, str):
            return super().getattr(obj, argument)
        return super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse what can blow up: powers, text formatting, and long text or lists by ``*`` and ``+``."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise SecurityError(f"operator {operator} is not available here")
        sizes = [len(side) if isinstance(side, str | list) else None for side in (left, right)]
        if operator == "*" and any(size is not None for size in sizes):
            size, times = (sizes[0], right) if sizes[0] is not None else (sizes[1], left)
            self.limit((size or 0) * (times if isinstance(times, int) else 1))
        if operator == "+":
            self.limit(sum(size or 0 for size in sizes))
        return super().call_binop(context, operator, left, right)

    def limit(self, size: int) -> None:
        """Refuse text or a list beyond MAX_TEXT."""
        if size > MAX_TEXT:
            raise LimitError(f"text or a list grows beyond {MAX_TEXT:,}")

    def note(self, value: Any) -> None:
        """Note that everything in a container is read."""
        if isinstance(value, Map | Seq):
            self.reads.update(origin for _, origin in leaves(value))

    def each(self, items: Any) -> list[Any]:
        """What a loop runs over, counted; items keep their origins."""
        if isinstance(items, Undefined):
            return list(items)
        if isinstance(items, Seq):
            self.reads.update(at for item, at in zip(items, items.at, strict=True) if not isinstance(item, Map | Seq))
            result = [located(item, at) for item, at in zip(items, items.at, strict=True)]
        elif isinstance(items, Iterable):
            result = list(itertools.islice(items, MAX_STEPS + 1))
        else:
            raise TypeError(f"a loop needs a list, not {describe(items)}")
        self.steps += len(result) + 1
        if self.steps > MAX_STEPS:
            raise LimitError(f"loops run through more than {MAX_STEPS:,} items")
        return result

    def joined(self, parts: list[Any]) -> str:
        """The operator ``~``: the text of its parts, side by side."""
        texts = [text_of(part) for part in parts]
        self.limit(sum(map(len, texts)))
        return "".join(texts)

    def _bounded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def filter_(value: Any, *args: Any) -> Any:
            self.note(value)
            if function is not FILTERS["default"] and isinstance(value, Undefined):
                str(value)
            result = function(value, *args)
            if isinstance(result, str | list):
                self.limit(len(result))
            return result

        return filter_


def text_of(value: Any) -> str:
    """The text of a value that stands inside other text; a number as its file spells it. Raises TypeError."""
    match value:
        case str():
            return str.__str__(value)
        case bool():
            return str(value).lower()
        case int() | float():
            origin = getattr(value, "_origin", None)
            return origin.text if origin else str(value)
        case Undefined():
            return str(value)
    raise TypeError(f"{describe(value)} cannot stand inside text")


def _items(entries: Map) -> Iterator[tuple[str, Any]]:
    return ((key, located(value, entries.at[key])) for key, value in entries.items())


def _default(value: Any, other: Any = "") -> Any:
    return other if isinstance(value, Undefined) else value


def _join(items: Iterable[Any], separator: str = "") -> str:
    texts = [text_of(item) for item in items]
    if sum(map(len, texts)) + len(separator) * len(texts) > MAX_TEXT:
        raise LimitError(f"text grows beyond {MAX_TEXT:,}")
    return separator.join(texts)


def _replace(text: str, old: str, new: str) -> str:
    if text.count(old) * len(new) > MAX_TEXT:
        raise LimitError(f"text grows beyond {MAX_TEXT:,}")
    return text.replace(old, new)


MAP_METHODS: dict[str, Callable[[Map], Any]] = {
    "items": _items,
    "keys": list,
    "values": lambda m: [v for _, v in _items(m)],
}
TEXT_METHODS = frozenset(["startswith", "endswith", "lower", "upper", "strip", "split", "removeprefix", "removesuffix"])
TESTS = (
    "defined",
    "undefined",
    "none",
    "string",
    "number",
    "mapping",
    "sequence",
    "boolean",
    "true",
    "false",
    "in",
    "==",
    "eq",
    "!=",
    "ne",
    "<",
    "lt",
    ">",
    "gt",
    "<=",
    "le",
    ">=",
    "ge",
)
FILTERS: dict[str, Callable[..., Any]] = {
    "default": _default,
    "first": lambda items: next(iter(items)),
    "int": int,
    "join": _join,
    "items": _items,
    "last": lambda items: list(items)[-1],
    "length": len,
    "list": list,
    "lower": lambda text: text.lower(),
    "replace": _replace,
    "sort": sorted,
    "string": text_of,
    "trim": lambda text: text.strip(),
    "upper": lambda text: text.upper(),
}
