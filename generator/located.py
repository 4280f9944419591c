"""Values inside a pool template: plain data that still knows where it comes from."""

from collections.abc import Callable, Iterable
from typing import Any

from jinja2.runtime import Undefined

from generator.budget import Wrong
from generator.deferred import Deferred, text
from generator.errors import describe
from generator.origins import Map, Origin, Seq


class Text(str):
    """A string with the place it comes from."""

    _origin: Origin  # a leading underscore keeps it from templates: the sandbox lets no such name through


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


def origin_of(value: Any) -> Origin | None:
    """Where a value comes from, if it knows."""
    if isinstance(value, Map | Seq):
        return value.origin
    if isinstance(value, Deferred):
        return value.origin
    return value._origin if isinstance(value, Text | Int | Real) else None


def elements(values: Any) -> list[Any]:
    """What stands in a list, each item with its origin; the keys of a map; the characters of a text."""
    if isinstance(values, Seq):
        return [located(value, at) for value, at in zip(values, values.at, strict=True)]
    return list(values)


def text_of(value: Any) -> str:
    """The text of a value that stands inside other text; a number as its file spells it. Raises Wrong."""
    match value:
        case str():
            return str.__str__(value)
        case bool():
            return str(value).lower()
        case int() | float():
            origin = origin_of(value)
            return origin.text if origin and origin.text else str(value)
        case Undefined():
            return str(value)  # raises
    raise Wrong(f"{describe(value)} cannot stand inside text")


def joined(values: Iterable[Any]) -> str | Deferred:
    """The texts of values, side by side; deferred where one of them is. Raises Wrong."""
    return text(value if isinstance(value, Deferred) else text_of(value) for value in values)


def plain(value: Any, origin: Origin) -> Any:
    """The value without wrappers; a computed list or map as Seq or Map with the ``origin``. Raises Wrong.

    Weigh it first: a list may hold itself many times over.
    """
    match value:
        case Map() | Seq() | bool() | None | Deferred():
            return value
        case str():
            return str.__str__(value)
        case int():
            return int(value)
        case float():
            return float(value)
        case Undefined():
            return str(value)  # raises
        case list() | tuple():
            items = Seq(origin)
            for item in value:
                items.put(plain(item, origin), origin_of(item) or origin)
            return items
        case dict():
            entries = Map(origin)
            for key, item in value.items():
                entries.put(text_of(key), plain(item, origin), origin_of(item) or origin, origin)
            return entries
    raise Wrong("a template places text, numbers, booleans, null, lists and maps; this is none of them")
