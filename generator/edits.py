"""From a place and its one right answer to an edit of the file's own text; not even a blank of the rest changes.

A file is held as it is, with its byte order mark and its line ends; places count as ``textfile`` makes them count.
"""

import json
import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.errors import Fix, Refused
from generator.origins import Map, Origin, Seq
from generator.textfile import unix_lines
from generator.yamlsource import parse

BOM = "\ufeff"
_BREAK = re.compile(r"\r\n|\r|\n")


class Edit(NamedTuple):
    """Text that takes the place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str


class Not(Exception):
    """Why a fix is not carried out."""


def edit(raw: str, origin: Origin, fix: Fix) -> Edit:
    """The edit for a fix at a place of a file. Raises Not where there is no one safe edit."""
    start = _offset(raw, origin)
    if not origin.text or not raw.startswith(origin.text, start):
        raise Not("the file has changed")
    if fix.key:
        return _insertion(raw, start, origin, fix)
    return Edit(start, start + len(origin.text), _respelt(origin.text, fix))


def apply(raw: str, edits: Iterable[Edit]) -> str:
    """A file's text after edits that do not overlap."""
    for start, end, text in sorted(edits, reverse=True):
        raw = raw[:start] + text + raw[end:]
    return raw


def plain(raw: str) -> str:
    """A file's text as the other modules read it."""
    return unix_lines(raw.removeprefix(BOM))


def uses(value: Any, origin: Origin) -> int:
    """How many places of a document have their value from one place in the file: an alias is one more."""
    if not isinstance(value, Map | Seq):
        return 0
    pairs = (
        [(item, value.at[key]) for key, item in value.items()]
        if isinstance(value, Map)
        else zip(value, value.at, strict=True)
    )
    return sum((at[:3] == origin[:3]) + uses(item, origin) for item, at in pairs)


def _offset(raw: str, origin: Origin) -> int:
    start = len(BOM) if raw.startswith(BOM) else 0
    for _ in range(origin.line - 1):
        found = _BREAK.search(raw, start)
        if not found:
            raise Not("the file has changed")
        start = found.end()
    return start + origin.column - 1


def _respelt(text: str, fix: Fix) -> str:
    """The new value in the quotes of the old."""
    try:
        stands = parse(text, "")
    except Refused:
        stands = None
    if stands != fix.old:  # it is a template's expression, goes on in the next line, or was changed by a filter
        raise Not("what stands there is not the value itself")
    match text[0]:
        case "'":
            return "'" + fix.new.replace("'", "''") + "'"
        case '"':
            return json.dumps(fix.new, ensure_ascii=False)
    return fix.new


def _insertion(raw: str, start: int, origin: Origin, fix: Fix) -> Edit:
    """The missing key in front of the first of its map, on a line of its own if that is."""
    entry = f"{fix.key}: {fix.new}"
    if raw.startswith(("{{", "{%"), start):
        raise Not("the map comes from a template's expression")
    if raw[start] == "{":
        inner = start + 1
        while raw.startswith(" ", inner):
            inner += 1
        after = {"}": "", "\n": ",", "\r": ","}.get(raw[inner : inner + 1], ", ")
        return Edit(inner, inner, entry + after)
    before = raw[start - origin.column + 1 : start].removeprefix(BOM)
    if not re.fullmatch(r" *(?:- +)*", before):
        raise Not("there is no line for it")
    ends = _BREAK.search(raw, start)
    return Edit(start, start, f"{entry}{ends[0] if ends else chr(10)}{' ' * len(before)}")
