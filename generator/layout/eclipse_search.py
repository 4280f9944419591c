"""Find where Eclipse's formatter wraps a statement: the cheapest of all ways, line by line.

Lines that are too long weigh more than any cost. A plan for the rest of a statement, once made, is used again wherever
the lines before it leave it possible; that it might then not be the best one is part of the formatter's behaviour.
The time grows with the number of pieces, some millisecond each, for Eclipse tries a piece at many indentations. From
LONG pieces on, some 45 containers, lines that are indented deep are not tried, or it would take seconds.
"""

from collections.abc import Iterator
from itertools import repeat

from generator.layout.eclipse_costs import REFUND, Pieces
from generator.layout.eclipse_lines import FAR, STEP, Line, Lines

# The deepest indentation tried, and how many lines of an old plan are looked at before its use.
EXACT = (FAR, 50)  # as Eclipse
LONG = 1000
BOUNDED = (40, 10)
# Where Eclipse's every byte is not asked for: six statements in seven are its own all the same.
QUICK = (28, 4)


class Plan:
    """How to go on from the begin of a line: ``next`` is the plan for the line after it, or None if that is all."""

    __slots__ = ("anchor", "cost", "depth", "excess", "indent", "line", "made", "next", "start")

    def __init__(self, start: int, indent: int, depth: int) -> None:
        self.start, self.indent, self.depth = start, indent, depth
        self.made = False
        self.next: Plan | None = None
        self.anchor = 0  # of the line after it
        self.excess = 0
        self.cost = 0.0
        self.line: Line | None = None


class Search:
    """The plans for one statement. ``indents`` holds the indentation of the line that each piece is on."""

    def __init__(self, pieces: Pieces, exact: bool) -> None:
        size = len(pieces.texts)
        deepest, self._reach = (EXACT if size < LONG else BOUNDED) if exact else QUICK
        self.indents = [0] * size
        self._pieces = pieces
        self._lines = Lines(pieces, deepest)
        self._plans: list[dict[int, Plan]] = [{} for _ in pieces.texts]  # by the line's first piece, then indentation

    def plan(self, start: int, indent: int) -> int:
        """Where to wrap next if a line begins with the piece ``start``: the piece that begins the line after it."""
        plan = self._plan(start, indent)
        if not plan.made or not self._holds(plan):
            making = [self._make(plan)]
            while making:
                needed = next(making[-1], None)
                if needed:
                    making.append(self._make(needed))
                else:
                    making.pop()
        return plan.next.start if plan.next else 0

    def _plan(self, start: int, indent: int) -> Plan:
        plan = self._plans[start].get(indent)
        if plan is None:
            plan = self._plans[start][indent] = Plan(start, indent, self._pieces.depths[start])
        return plan

    def _holds(self, plan: Plan) -> bool:
        """Whether the lines above a plan's first are as when it was made."""
        start, indents = plan.start, self.indents
        for _ in repeat(None, self._reach):
            anchor, following = plan.anchor, plan.next
            if anchor <= 0 or not following:  # no line is left, or only those that hang on the head of the statement
                return True
            if anchor < start and indents[anchor] + STEP != following.indent:
                return False
            plan = following
        return True

    def _make(self, plan: Plan) -> Iterator[Plan]:
        """Plan a line. Yields the plans to go on with that must be made first.

        Eclipse remakes a plan that no longer holds at once, but makes new ones only when it has looked at all wraps,
        and then looks again. The order shows in what it finds.
        """
        indents, plans, start, indent = self.indents, self._plans, plan.start, plan.indent
        line = plan.line
        if line is None:
            line = plan.line = self._lines.line(start, indent)
        wraps, end, too_long = line
        while True:
            indents[start:end] = [indent] * (end - start)
            best, least_excess, least_cost = None, too_long, 0.0
            missing = []
            for piece, anchor, price, depth in wraps:
                begin = indents[anchor] + STEP
                following = plans[piece].get(begin) or self._plan(piece, begin)
                if not following.made:
                    missing.append(following)
                    continue
                if not self._holds(following):
                    yield following
                if missing:
                    continue
                excess = following.excess + too_long
                if best and excess > least_excess:
                    continue
                after = following.next
                refund = self._refund(piece, after) if after and after.depth > depth else 0
                cost = price - refund + following.cost
                if not best or excess < least_excess or cost < least_cost:
                    best, least_excess, least_cost = following, excess, cost
            if not missing:
                break
            yield from missing
        plan.next, plan.excess, plan.cost, plan.made = best, least_excess, least_cost, True
        plan.anchor = self._pieces.anchors[best.start] if best else 0

    def _refund(self, piece: int, after: Plan) -> float:
        """For a wrap before ``piece``, where the next line wraps in turn, and ``after`` begins in something deeper."""
        anchors, depths, costs = self._pieces.anchors, self._pieces.depths, self._pieces.costs
        dearest = costs[after.start]
        following = after.next
        if self._pieces.leads[piece]:
            while following and following.depth > depths[piece]:
                dearest = max(dearest, costs[following.start])
                following = following.next
            if following and anchors[following.start] != anchors[piece]:
                return 0
        return dearest * REFUND if following else 0
