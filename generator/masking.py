"""Keep secrets out of all that is shown: the texts and places that a run knows to be secret, and how to hide them.

A secret of less than SHORT characters is hidden in its own place only, or half of every message would be. Of a long one
any PIECE is hidden, too: messages cut values short.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.looks import MASK, looks

SHORT = 4
PIECE = 24
WORD = 12
_ORDINARY = re.compile(r"true|false|null|none|yes|no|on|off|[-+]?[0-9.]{1,6}", re.IGNORECASE)
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}  # keeps the length, as str.lower does not
_OPEN, _CLOSE = "\ufdd3", "\ufdd4"  # around what stands for a secret while two texts are compared
_STAND_IN = re.compile(f"{_OPEN}[0-9]+{_CLOSE}")
Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Secrets:
    """What is not to be shown: texts; by file and line the columns, from 0, of secrets; and the keys of secrets."""

    texts: frozenset[str] = frozenset()
    places: Mapping[tuple[str, int], tuple[Span, ...]] = field(default_factory=dict)
    keys: frozenset[str] = frozenset()

    @cached_property
    def _whole(self) -> re.Pattern[str] | None:
        known = {spelled.translate(_LOWER) for text in self.texts for spelled in _spellings(text)}
        known = {text for text in known if len(text) >= SHORT and not _ORDINARY.fullmatch(text)}
        patterns = map(_pattern, sorted(known, key=lambda text: (-len(text), text)))
        return re.compile(f"(?=({'|'.join(patterns)}))") if known else None  # one may begin inside another

    @cached_property
    def _long(self) -> str:
        texts = sorted(text for text in self.texts if len(text) >= PIECE)
        return "\0".join(spelled for text in texts for spelled in _spellings(text)).translate(_LOWER)

    def spans(self, text: str, file: str = "", line: int = 0) -> list[Span]:
        """Where a text, or line of a file, holds what is or looks like a secret: in order, none within another."""
        found = [*self.places.get((file, line), ()), *(look[:2] for look in looks(text))]
        folded = text.translate(_LOWER)
        if self._whole:
            found += (match.span(1) for match in self._whole.finditer(folded))
        if self._long:
            starts = range(len(folded) - PIECE + 1)
            found += ((at, at + PIECE) for at in starts if folded[at : at + PIECE] in self._long)
        return _joined(found, len(text))

    def covers(self, file: str, line: int, index: int) -> bool:
        """Whether a secret stands in a file at a line, and an index in it."""
        return any(start <= index < stop for start, stop in self.places.get((file, line), ()))

    def mask(self, text: str) -> str:
        """A text as it may be shown."""
        return hidden(text, self.spans(text)) if text else text

    def comparable(self, text: str, seen: dict[str, int], spans: Iterable[Span] = ()) -> str:
        """A text with a stand-in for each secret, the same for the same one; ``shown`` makes a mask of it."""
        pieces, end = [], 0
        for start, stop in _joined([*self.spans(text), *spans], len(text)):
            mark = seen.setdefault(text[start:stop], len(seen))
            lines = text.count("\n", start, stop)
            pieces.append(f"{text[end:start]}{_OPEN}{mark}{_CLOSE}" + "\n" * lines)
            end = stop
        return "".join([*pieces, text[end:]])


def shown(line: str) -> str:
    """A line of a comparison as it may be shown."""
    return _STAND_IN.sub(MASK, line)


def hidden(text: str, spans: Iterable[Span]) -> str:
    """A text with a mask in each of the spans."""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], MASK]
        end = stop
    return "".join([*pieces, text[end:]])


def column(index: int, spans: Iterable[Span]) -> int:
    """Where what stood at an index stands in the hidden text: for what is hidden, where its mask is."""
    moved = index
    for start, stop in spans:
        if index >= stop:
            moved += len(MASK) - (stop - start)
        elif index > start:
            return moved - (index - start)
    return moved


def _pattern(text: str) -> str:
    """What finds a text; one that could be a part of some word only where it is the whole of it."""
    part = text.isalpha() and len(text) < WORD
    return rf"(?<![^\W\d_]){text}(?![^\W\d_])" if part else re.escape(text)


def _spellings(text: str) -> set[str]:
    """A text as messages and files spell it."""
    escaped = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    quoted = [json.dumps(text, ensure_ascii=plain)[1:-1] for plain in (True, False)]
    named = [sign.join(re.findall(r"[A-Za-z0-9]+", text)) for sign in ("-", "_", "")]  # as hints make names of it
    return {text, escaped, text.replace("'", "''"), *quoted, *named, *(line.strip() for line in text.split("\n"))}


def _joined(spans: Iterable[Span], size: int) -> list[Span]:
    joined: list[Span] = []
    for start, stop in sorted((max(start, 0), min(stop, size)) for start, stop in spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        elif start < stop:
            joined.append((start, stop))
    return joined


NOTHING = Secrets()
