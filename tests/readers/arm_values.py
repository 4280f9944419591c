"""Values of ARM templates as a deployment takes them: text in brackets is an expression."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from tests.readers.unique import unique

EXPRESSION = 24_576  # characters
TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|([A-Za-z][A-Za-z0-9]*)|([(),]))", re.DOTALL)
HOLE = re.compile(r"\{\{|\}\}|\{([0-9]+)\}|[{}]")
Functions = Mapping[str, Callable[..., Any]]
NONE: Functions = MappingProxyType({})


def evaluate(value: Any, functions: Functions = NONE) -> Any:
    """What the deployment engine makes of a value; it knows ``functions``, and string, json and format."""
    match value:
        case dict():
            assert all(name.lower() != "copy" for name in value), "a copy loop"
            return names([(evaluate(name, functions), evaluate(item, functions)) for name, item in value.items()])
        case list():
            return [evaluate(item, functions) for item in value]
        case str() if value.startswith("[[") and value.endswith("]"):
            return value[1:]
        case str() if value.startswith("[") and value.endswith("]"):
            assert len(value) <= EXPRESSION, f"an expression of {len(value)} characters"
            tokens = list(_tokens(value))
            result = _read(tokens, {"string": _string, "json": json.loads, "format": _format, **functions}, value)
            assert not tokens, f"an expression: {value}"
            return result
    return value


def names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, whose names a deployment tells apart by more than their case."""
    unique([(name.upper(), None) for name, _ in pairs])
    return dict(pairs)


def _tokens(value: str) -> Iterator[tuple[str | None, str | None, str | None]]:
    """Text, name or sign, one of the three."""
    inner, at = value[1:-1], 0
    while at < len(inner):
        match = TOKEN.match(inner, at)
        assert match, f"an expression: {value}"
        at = match.end()
        yield match[1], match[2], match[3]


def _read(tokens: list[tuple[str | None, str | None, str | None]], functions: Functions, value: str) -> Any:
    text, name, _ = tokens.pop(0) if tokens else (None, None, None)
    if text is not None:
        return text.replace("''", "'")
    assert name, f"an expression: {value}"
    assert name in functions, f"an expression: {value}"
    assert tokens, f"an expression: {value}"
    assert tokens.pop(0)[2] == "(", f"an expression: {value}"
    arguments = []
    while tokens and tokens[0][2] != ")":
        arguments.append(_read(tokens, functions, value))
        if tokens and tokens[0][2] == ",":
            tokens.pop(0)
    assert tokens, f"an expression: {value}"
    tokens.pop(0)
    return functions[name](*arguments)


def _string(value: Any) -> str:
    assert isinstance(value, str), f"string of {value}"
    return value


def _format(pattern: str, *values: Any) -> str:
    """As .NET formats text and integers."""
    used: set[int] = set()

    def fill(match: re.Match[str]) -> str:
        if match[1] is None:
            assert match[0] in ("{{", "}}"), f"a brace that stands alone: {pattern}"
            return match[0][0]
        used.add(int(match[1]))
        value = values[int(match[1])]
        assert type(value) in (str, int), f"format of {value!r}"
        return str(value)

    filled = HOLE.sub(fill, pattern)
    assert used == set(range(len(values))), f"arguments that nothing uses: {pattern}"
    return filled
