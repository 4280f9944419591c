"""The filters, tests and methods of a pool template: few, total on plain data, and bounded in what they make."""

from collections.abc import Callable
from typing import Any, NamedTuple

from jinja2.runtime import Undefined

from generator.budget import Wrong, bounded, limit, needs
from generator.deferred import Deferred
from generator.errors import describe
from generator.located import elements, joined, located, text_of
from generator.origins import Map


def items(entries: dict[str, Any]) -> list[tuple[str, Any]]:
    """The entries of a map, values with their origins."""
    if not isinstance(entries, Map):
        return list(entries.items())
    return [(key, located(value, entries.at[key])) for key, value in entries.items()]


def default(value: Any, other: Any = "") -> Any:
    """The value, or ``other`` where there is none."""
    return other if isinstance(value, Undefined) else value


def first(values: Any) -> Any:
    """The first item."""
    return _item(values, 0)


def last(values: Any) -> Any:
    """The last item."""
    return _item(values, -1)


def _item(values: Any, index: int) -> Any:
    if not values:
        raise Wrong("the text is empty" if isinstance(values, str) else f"the {describe(values).split()[-1]} is empty")
    return elements(values)[index]


def join(values: Any, separator: str = "") -> str | Deferred:
    """The texts of a list, with a separator between them."""
    texts = [joined([value]) for value in elements(values)]
    separator = text_of(separator)
    limit(sum(len(text) for text in texts if isinstance(text, str)) + len(separator) * len(texts))
    return joined([part for text in texts for part in (separator, text)][1:])


def replace(text: str, old: Any, new: Any) -> str:
    """The text with ``new`` for every ``old``."""
    old, new = text_of(old), text_of(new)
    limit(len(text) + text.count(old) * len(new))
    return text.replace(old, new)


def sort(values: Any) -> list[Any]:
    """The items in order: all texts, or all numbers."""
    result = elements(values)
    for kinds in (str, int | float):
        if all(isinstance(item, kinds) for item in result):
            return sorted(result)
    raise Wrong("filter 'sort' needs a list of texts, or one of numbers")


def whole(value: Any) -> int:
    """The whole number that a text spells, or a number has before its point."""
    try:
        return int(value)
    except (ValueError, OverflowError):
        raise Wrong(f"filter 'int' cannot take {describe(value)}") from None


_TEXT = (str, "text")
_SCALAR = ((str, int, float), "text or a number")
_LIST = ((list, tuple, dict, str), "a list")


class Filter(NamedTuple):
    """A filter: what it does, to which types, in words, and how many arguments it takes."""

    do: Callable[..., Any]
    takes: tuple[Any, str] = (object, "")
    least: int = 0
    most: int = 0

    def __call__(self, name: str, value: Any, args: tuple[Any, ...]) -> Any:
        """The filter's result. Raises Wrong."""
        if isinstance(value, Undefined) and self.do is not default:
            str(value)  # raises
        if not self.least <= len(args) <= self.most:
            takes = f"{self.least}" if self.least == self.most else f"{self.least} or {self.most}"
            raise Wrong(f"filter '{name}' takes {takes} arguments, not {len(args)}", name=name)
        if not isinstance(value, self.takes[0]):
            raise needs(f"filter '{name}'", self.takes[1], value)
        return bounded(self.do(value, *args))


FILTERS = {
    "default": Filter(default, most=1),
    "first": Filter(first, _LIST),
    "int": Filter(whole, _SCALAR),
    "items": Filter(items, (dict, "a map")),
    "join": Filter(join, _LIST, most=1),
    "last": Filter(last, _LIST),
    "length": Filter(len, ((list, tuple, dict, str), "a list, a map or text")),
    "list": Filter(elements, _LIST),
    "lower": Filter(lambda text: text.lower(), _TEXT),
    "replace": Filter(replace, _TEXT, 2, 2),
    "sort": Filter(sort, _LIST),
    "string": Filter(lambda value: joined([value])),
    "trim": Filter(lambda text: text.strip(), _TEXT),
    "upper": Filter(lambda text: text.upper(), _TEXT),
}
MAP_METHODS: dict[str, Callable[[dict[str, Any]], list[Any]]] = {
    "items": items,
    "keys": list,
    "values": lambda entries: [value for _, value in items(entries)],
}
TEXT_METHODS = frozenset(["startswith", "endswith", "lower", "upper", "strip", "split", "removeprefix", "removesuffix"])
LOOP_NAMES = frozenset(
    ["index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "cycle"]
)
TESTS = ("defined", "undefined", "none", "string", "number", "mapping", "sequence", "boolean", "true", "false")
COMPARISONS = ("eq", "ne", "lt", "le", "gt", "ge", "in")
