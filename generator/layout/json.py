"""JSON as a person would lay it out: two blanks a level, letters of every script as they are, nothing invisible."""

import json
from typing import Any

_scalar = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


class Spelled(str):
    """A value, or a key, that is JSON already, or what will be JSON once something is put in."""

    __slots__ = ()


def dumps(value: Any, indent: int = 0) -> str:
    """Plain data as JSON whose lines, but for the first, are indented by ``indent`` more blanks.

    What a reader cannot see (line separators, lone surrogates, marks that turn the direction of text) is escaped.
    """
    text = _layout(value, "\n" + " " * indent)
    if not text.isascii():
        text = "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)
    return text


def _layout(value: Any, newline: str) -> str:
    # The standard encoder lays out in Python too, at half the speed.
    inner = newline + "  "
    match value:
        case dict() if value:
            lines = [f"{_key(key)}: {_layout(item, inner)}" for key, item in value.items()]
            return "{" + inner + ("," + inner).join(lines) + newline + "}"
        case list() if value:
            return "[" + inner + ("," + inner).join(_layout(item, inner) for item in value) + newline + "]"
        case Spelled():
            return value
    return _scalar(value)


def _key(key: Any) -> str:
    return key if isinstance(key, Spelled) else _scalar(str(key))
