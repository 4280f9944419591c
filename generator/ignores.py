"""What a project asks of the rules: ``select`` and ``ignore`` in a profile, ``# poolgen: ignore[SP101]`` on a line."""

import bisect
import itertools
import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from generator.errors import Finding, closest, describe
from generator.origins import Map, Origin, Seq
from generator.rules import rules
from generator.yamlnodes import scalars

ADVICE = "advice"
_COMMENT = re.compile(r"(?:^|(?<=\s))#[ \t]*poolgen:[ \t]*ignore\b")
_IDS = re.compile(r"[ \t]*\[([^\]]*)\](?:\s|$)")
_WORD = re.compile(r"[^\s,]+")


class Asked(NamedTuple):
    """What a profile asks: rules, or all advice, to be heard beyond the usual; rules not to be heard, and where."""

    select: frozenset[str]
    ignore: dict[str, Origin]


class Ignores:
    """The ignores of a run, and which of them were of use. ``bad`` are those that are none."""

    def __init__(self) -> None:
        self.bad: list[Finding] = []
        self._on_line: dict[tuple[str, int, str], Origin] = {}
        self._unused: dict[Origin, str] = {}

    def asked(self, settings: Map) -> Asked:
        """What a profile asks in its settings."""
        select = self._known(self._listed(settings, "select"), [*rules(), ADVICE])
        ignore = self._known(self._listed(settings, "ignore"), rules())
        self._unused |= {at: name for name, at in ignore.items()}
        return Asked(frozenset(select), ignore)

    def read(self, file: str, text: str, is_yaml: bool) -> None:
        """Take the comments of a file. In a profile, which is YAML, text may look like one; a template is not YAML."""
        if "poolgen:" not in text:
            return
        spans = list(scalars(text)) if is_yaml else []
        offset = 0
        for line, row in enumerate(text.split("\n"), 1):
            comments = (mark.span() for mark in _COMMENT.finditer(row) if not _covered(offset + mark.start(), spans))
            for start, end in itertools.islice(comments, 1):  # a comment has no end but the line's
                self._comment(file, line, row, start, end)
            offset += len(row) + 1

    def _comment(self, file: str, line: int, row: str, start: int, end: int) -> None:
        """Take the comment that begins at ``start``; its ids, if it is one, at ``end``."""
        ids = _IDS.match(row, end)
        if ids:
            words = _WORD.finditer(row, *ids.span(1))
            named = self._known(((word[0], Origin(file, line, word.start() + 1, word[0])) for word in words), rules())
            self._unused |= {at: name for name, at in named.items()}
            self._on_line |= {(file, line, name): at for name, at in named.items()}
        else:
            place = Origin(file, line, start + 1, row[start:].rstrip())
            self.bad.append(Finding("this ignores nothing", place, expected="# poolgen: ignore[SP101]"))

    def covers(self, rule: str, origin: Origin, asked: Asked) -> bool:
        """Whether a finding is ignored, by its line or by its profile."""
        places = (self._on_line.get((origin.file, origin.line, rule)), asked.ignore.get(rule))
        for place in places:
            if place:
                self._unused.pop(place, None)
        return any(places)

    def unused(self) -> Iterator[Finding]:
        """A warning for each ignore that was of no use."""
        for place, name in self._unused.items():
            yield Finding(f"nothing here breaks {name}", place, hint="take the ignore out", severity="warning")

    def _listed(self, settings: Map, key: str) -> Iterator[tuple[str, Origin]]:
        """The names in a list of a profile."""
        names = settings.get(key, Seq(settings.origin))
        if not isinstance(names, Seq):
            says, expected = f"'{key}' is a list of rules", "such as [SP101]"
            self.bad.append(Finding(says, settings.at[key], found=describe(names), expected=expected))
            return
        for name, at in zip(names, names.at, strict=True):
            if isinstance(name, str):
                yield name, at
            else:
                expected = "an id, such as SP101"
                self.bad.append(Finding(f"'{key}' names rules", at, found=describe(name, at), expected=expected))

    def _known(self, named: Iterable[tuple[str, Origin]], known: Collection[str]) -> dict[str, Origin]:
        """Those of the names that are known; the others are bad."""
        good: dict[str, Origin] = {}
        for name, at in named:
            if name in known:
                good[name] = at
            else:
                expected, hint = "an id that 'poolgen rules' lists", closest(name, known)
                self.bad.append(Finding("there is no such rule", at, found=f"'{name}'", expected=expected, hint=hint))
        return good


def _covered(index: int, spans: list[tuple[int, int]]) -> bool:
    """Whether an index lies in one of the spans, which are in order."""
    before = bisect.bisect_right(spans, index, key=lambda span: span[0]) - 1
    return before >= 0 and index < spans[before][1]
