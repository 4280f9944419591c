"""Places as tools count them: files below the working directory, columns in UTF-16."""

import functools
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import Finding
from generator.origins import Origin


class Place(NamedTuple):
    """Where a finding stands. ``column`` and ``end`` count UTF-16 code units from 1; ``end`` is behind the last one."""

    file: str
    line: int
    column: int
    end: int | None


Source = Callable[[str], Sequence[str]]


def sources() -> Source:
    """A reader of files as lines that reads each once; none where a file cannot be read."""
    return functools.cache(_lines)


def _lines(file: str) -> Sequence[str]:
    try:
        return Path(file).read_text(encoding="utf-8-sig").split("\n")
    except (OSError, ValueError):  # ValueError: it is not UTF-8
        return ()


def relative(file: str) -> str:
    """A file's name as seen from the working directory, with ``/``; never an absolute one where that can be."""
    if not os.path.isabs(file):  # noqa: PTH117 - a name is all it is
        return Path(file).as_posix()
    try:
        return Path(os.path.relpath(file)).as_posix()
    except ValueError:  # on another drive
        return Path(file).as_posix()


def place(origin: Origin, source: Source) -> Place:
    """The place of an origin."""
    row = "".join(source(origin.file)[origin.line - 1 : origin.line])
    column = origin.column + _wide(row[: origin.column - 1])
    end = column + len(origin.text) + _wide(origin.text) if origin.text else None
    return Place(relative(origin.file), origin.line, column, end)


def message(finding: Finding) -> str:
    """All that a finding says, in lines; less its place."""
    first = f"{finding.path}: {finding.says}" if finding.path else finding.says
    more = [f"{name}: {text}" for name in ("found", "expected", "hint") if (text := getattr(finding, name))]
    return "\n".join(writable(line) for line in (first, *more))


def writable(text: str) -> str:
    """Text with control characters and lone surrogates as escapes: on one line, and UTF-8 takes it."""
    return "".join(
        f"\\u{ord(c):04x}" if c < " " or "\x7f" <= c < "\xa0" or "\ud800" <= c < "\ue000" else c for c in text
    )


def _wide(text: str) -> int:
    """How many characters take two code units."""
    return 0 if text.isascii() else sum(char > "\uffff" for char in text)
