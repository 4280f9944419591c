"""What could be on one line, and which wraps in it are worth trying."""

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from generator.layout.eclipse_costs import Pieces, price

WIDTH = 120
STEP = 4
FAR = 10**6


class Wrap(NamedTuple):
    """A piece that could begin the next line."""

    piece: int
    anchor: int
    cost: float
    depth: int  # there is a refund if the next line wraps before something deeper


class Line(NamedTuple):
    """A line that goes on to the piece ``end`` at most. Its wraps, last first, are none where all the rest fits."""

    wraps: list[Wrap]
    end: int
    excess: int  # of its width, wherever it wraps


class Lines:
    """The lines of one statement, none indented deeper than ``deepest`` where another wrap will do."""

    def __init__(self, pieces: Pieces, deepest: int) -> None:
        self._pieces = pieces
        self._deepest = deepest
        # Java counts UTF-16 units.
        lengths = [len(text) + sum(char > "\uffff" for char in text) for text in pieces.texts]
        widths = [gap + length for gap, length in zip(pieces.gaps, lengths, strict=True)]
        self._places = list(accumulate(widths, initial=0))  # where each piece begins, all being on one line
        self._wraps: dict[tuple[int, int, bool], list[Wrap]] = {}

    def line(self, start: int, indent: int) -> Line:
        """The line that begins with the piece ``start``."""
        places = self._places
        margin = places[start] + self._pieces.gaps[start] - indent + WIDTH
        size = len(places) - 1
        if places[size] <= margin:
            return Line([], size, 0)
        end = bisect_right(places, margin)
        key = start, end, indent + STEP <= self._deepest
        wraps = self._wraps.get(key)
        if wraps is None:
            wraps = self._wraps[key] = self._find(*key)
        if not wraps:
            return Line([], size, places[size] - margin)
        last = wraps[0].piece
        return Line(wraps, max(end, last + 1), max(0, places[last] - margin))

    def _find(self, start: int, end: int, deeper: bool) -> list[Wrap]:
        anchors, depths, leads = self._pieces.anchors, self._pieces.depths, self._pieces.leads
        least = self._places[start] + self._pieces.gaps[start] + STEP
        found: list[int] = []
        for piece in range(start + 1, len(depths)):
            if piece >= end and found:
                break
            if anchors[piece] < start or (deeper if found else least < self._places[piece]):
                found.append(piece)
        # On a line that comes out of an expression, only wraps further out than where it began are tried;
        # of a group's pieces only the first and the last that the line reaches.
        depth = depths[start]
        outer = [piece for piece in found if depths[piece] < depth] or found
        tried = set()
        wraps = []
        for piece in reversed(outer):
            anchor = anchors[piece]
            if anchor not in tried or leads[piece]:
                tried.add(anchor)
                cost = price(self._pieces, start, piece)
                wraps.append(Wrap(piece, anchor, cost, depths[piece] if depths[piece] >= depth else FAR))
        return wraps
