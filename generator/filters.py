"""The filters, tests and methods of a pool template: few, total on plain data, and bounded in what they make."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from jinja2.runtime import Undefined

from generator.located import located, text_of
from generator.origins import Map

MAX_TEXT = 1 << 20


class LimitError(Exception):
    """A template that runs or grows without end."""


def limit(size: int) -> None:
    """Refuse text or a list longer than MAX_TEXT."""
    if size > MAX_TEXT:
        raise LimitError(f"text or a list grows beyond {MAX_TEXT:,}")


def items(entries: Map) -> Iterator[tuple[str, Any]]:
    """The entries of a map, values with their origins."""
    return ((key, located(value, entries.at[key])) for key, value in entries.items())


def default(value: Any, other: Any = "") -> Any:
    """The value, or ``other`` where there is none."""
    return other if isinstance(value, Undefined) else value


def join(values: Iterable[Any], separator: str = "") -> str:
    """The texts of a list, with a separator between them."""
    texts = [text_of(value) for value in values]
    limit(sum(map(len, texts)) + len(separator) * len(texts))
    return separator.join(texts)


def replace(text: str, old: str, new: str) -> str:
    """The text with ``new`` for every ``old``."""
    limit(text.count(old) * len(new))
    return text.replace(old, new)


FILTERS: dict[str, Callable[..., Any]] = {
    "default": default,
    "first": lambda values: next(iter(values)),
    "int": int,
    "items": items,
    "join": join,
    "last": lambda values: list(values)[-1],
    "length": len,
    "list": list,
    "lower": lambda text: text.lower(),
    "replace": replace,
    "sort": sorted,
    "string": text_of,
    "trim": lambda text: text.strip(),
    "upper": lambda text: text.upper(),
}
MAP_METHODS: dict[str, Callable[[Map], Any]] = {
    "items": items,
    "keys": list,
    "values": lambda entries: [value for _, value in items(entries)],
}
TEXT_METHODS = frozenset(["startswith", "endswith", "lower", "upper", "strip", "split", "removeprefix", "removesuffix"])
TESTS = ("defined", "undefined", "none", "string", "number", "mapping", "sequence", "boolean", "true", "false", "in")
COMPARISONS = ("==", "eq", "!=", "ne", "<", "lt", ">", "gt", "<=", "le", ">=", "ge")
