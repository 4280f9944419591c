"""Read the JSON files of a specification: plain data in, with the line of what is wrong in every message."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from generator.errors import describe, refuse
from generator.origins import Origin
from generator.textfile import read_file

MAX_DEPTH = 100
MAX_DIGITS = 1000  # Python prints no whole number of more than 4,300 digits
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', re.DOTALL)
_PART = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},:]|[^\s\[\]{},:"]+', re.DOTALL)
_HALF = re.compile("[\ud800-\udfff]")


class Document(NamedTuple):
    """A JSON object with the text that it was read from; ``shown`` is the file's name in messages."""

    data: dict[str, Any]
    shown: str
    text: str

    def find(self, *names: str) -> Origin:
        """The place of the first key in the file that has one of the names, tried in their order."""
        for name in names:
            found = re.search(re.escape(json.dumps(name, ensure_ascii=False)) + r"(?=\s*:)", self.text)
            if found:
                return _place(self.shown, self.text, found.start(), found.end())
        return Origin(self.shown, 1, 1)

    def places(self) -> dict[tuple[str | int, ...], Origin]:
        """The place of every value, by its path."""
        return {path: _place(self.shown, self.text, start, end) for path, start, end in _values(self.text)}

    def map(self, owner: dict[str, Any], name: str, what: str) -> dict[str, Any]:
        """The map that ``owner``, a part of the file, has under a name. Raises Refused where it has none."""
        value = owner.get(name)
        if isinstance(value, dict):
            return value
        raise refuse(f"{what} must be a map", self.find(name), found=describe(value), expected="a map")


def read(file: Path) -> Document:
    """The JSON object in a file. Raises Refused for what is none, and for what could not be printed again."""
    shown = file.as_posix()
    text = read_file(file, shown)
    _bound_depth(shown, text)

    def whole(digits: str) -> int:
        if len(digits) > MAX_DIGITS:
            place = _find(shown, text, re.escape(digits))
            raise refuse(f"a number of more than {MAX_DIGITS:,} digits", place, found=digits[:60])
        return int(digits)

    def real(digits: str) -> float:
        number = float(digits)
        if not math.isfinite(number):
            place = _find(shown, text, re.escape(digits))
            raise refuse("JSON has no such number", place, found=digits[:60], expected="a finite number")
        return number

    try:
        data = json.loads(text, parse_constant=real, parse_float=real, parse_int=whole)
    except json.JSONDecodeError as error:
        raise refuse(f"not JSON: {error.msg}", Origin(shown, error.lineno, error.colno)) from None
    if half := _HALF.search(json.dumps(data, ensure_ascii=False)):
        raise _half(shown, text, ord(half[0]))
    if not isinstance(data, dict):
        raise refuse("the file must hold a JSON object", Origin(shown, 1, 1), found=describe(data))
    return Document(data, shown, text)


def _values(text: str) -> Iterator[tuple[tuple[str | int, ...], int, int]]:
    """The path of every value in a text that is JSON, and where its first token begins and ends."""
    path: list[Any] = []  # of each container around: the key or index that was read last
    is_key = False
    for part in _PART.finditer(text):
        match part[0]:
            case "{" | "[" as opener:
                yield tuple(path), *part.span()
                path.append("" if opener == "{" else 0)
                is_key = opener == "{"
            case "}" | "]":
                path.pop()
                is_key = False
            case ",":
                is_key = isinstance(path[-1], str)
                path[-1] = path[-1] if is_key else path[-1] + 1
            case ":":
                is_key = False
            case key if is_key:
                path[-1] = json.loads(key)
            case _:
                yield tuple(path), *part.span()


def _bound_depth(shown: str, text: str) -> None:
    """Refuse what is nested too deep for the recursion of all that comes after."""
    depth = 0
    for token in _TOKEN.finditer(text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > MAX_DEPTH:
            says = f"nested deeper than {MAX_DEPTH} levels"
            raise refuse(says, _place(shown, text, token.start(), token.end()))


def _half(shown: str, text: str, code: int) -> Exception:
    """The error for an escape of one half of a surrogate pair; its whole pairs are passed over."""
    escape = rf"\\u{code:04x}"
    lone = escape + r"(?!\\u[d][c-f])" if code < 0xDC00 else r"(?<!\\ud[89ab][0-9a-f]{2})" + escape
    hint = "write both halves of a surrogate pair"
    return refuse("half a surrogate pair is not text", _find(shown, text, lone), found=f"\\u{code:04x}", hint=hint)


def _find(shown: str, text: str, pattern: str) -> Origin:
    found = re.search(pattern, text, re.IGNORECASE)
    return _place(shown, text, found.start(), found.end()) if found else Origin(shown, 1, 1)


def _place(shown: str, text: str, start: int, end: int) -> Origin:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Origin(shown, line, column, text[start:end].partition("\n")[0])
