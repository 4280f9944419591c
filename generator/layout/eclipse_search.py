"""Find where Eclipse's formatter wraps a statement: the cheapest of all ways, line by line.

Lines that are too long weigh more than any cost. A plan for the rest of a statement, once made, is used again wherever
the lines before it leave it possible; that it might then not be the best one is part of the formatter's behaviour.
The time grows with the number of pieces, times the indentations tried for each. So in long statements lines that are
indented very deep are not tried (EFFORTS): Eclipse does, but hardly ever uses them.
"""

from collections.abc import Iterator

from generator.layout.eclipse_costs import Pieces, Plan, cost

WIDTH = 120
STEP = 4
# From so many pieces on: the deepest indentation tried, and how many lines of an old plan are looked at before its use.
EFFORTS = ((1000, 32, 6), (600, 40, 40), (250, 56, 40), (0, 10**6, 40))
# The same where Eclipse's every byte is not asked for: six statements in seven are its own all the same.
QUICK = (28, 4)


class Search:
    """The plans for one statement. ``indents`` holds the indentation of the line that each piece is on."""

    def __init__(self, pieces: Pieces, exact: bool) -> None:
        size = len(pieces.texts)
        self.indents = [0] * size
        self._pieces = pieces
        # Java counts UTF-16 units.
        lengths = [len(text) + sum(char > "\uffff" for char in text) for text in pieces.texts]
        self._widths = [gap + length for gap, length in zip(pieces.gaps, lengths, strict=True)]
        self._plans: list[dict[int, Plan]] = [{} for _ in pieces.texts]  # by the line's first piece, then indentation
        effort = next((deepest, reach) for least, deepest, reach in EFFORTS if size >= least)
        self._deepest, self._reach = effort if exact else QUICK

    def plan(self, start: int, indent: int) -> int:
        """Where to wrap next if a line begins with the piece ``start``: the piece that begins the line after it."""
        plan = self._plans[start].get(indent)
        if plan is None or not self._holds(start, plan):
            making = [self._make(start, indent)]
            while making:
                needed = next(making[-1], None)
                if needed:
                    making.append(self._make(*needed))
                else:
                    making.pop()
            plan = self._plans[start][indent]
        return plan.next

    def _holds(self, start: int, plan: Plan) -> bool:
        """Whether the lines above ``start`` are as a plan made before has them."""
        anchors, indents = self._pieces.anchors, self.indents
        for _ in range(self._reach):
            anchor = anchors[plan.next]
            if anchor <= 0:  # none is left, or only those that hang on the head of the statement
                return True
            if anchor < start and indents[anchor] + STEP != plan.indent:
                return False
            plan = plan.rest
        return True

    def _make(self, start: int, indent: int) -> Iterator[tuple[int, int]]:
        """Plan a line. Yields the plans to go on with that must be made first.

        Eclipse remakes a plan that no longer holds at once, but makes new ones only when it has looked at all wraps,
        and then looks again. The order shows in what it finds.
        """
        wraps, end, width = self._wraps(start, indent)
        plans, pieces, holds = self._plans, self._pieces, self._holds
        while True:
            plan = Plan()
            plan.excess = max(0, width - WIDTH)
            missing = []
            for piece, begin, column in wraps:
                rest = plans[piece].get(begin)
                if rest is None:
                    missing.append((piece, begin))
                    continue
                if not holds(piece, rest):
                    yield piece, begin
                if missing:
                    continue
                excess = rest.excess + column - WIDTH if column > WIDTH else rest.excess
                if plan.next and excess > plan.excess:
                    continue
                price = rest.cost + cost(pieces, start, piece, begin > indent, rest)
                if not plan.next or excess < plan.excess or price < plan.cost:
                    plan.excess, plan.cost, plan.next, plan.indent, plan.rest = excess, price, piece, begin, rest
            if not missing:
                break
            yield from missing
            self.indents[start:end] = [indent] * (end - start)
        old = plans[start].setdefault(indent, plan)  # whoever goes on with it goes on with the new one
        old.excess, old.cost, old.next, old.indent, old.rest = plan.excess, plan.cost, plan.next, plan.indent, plan.rest

    def _wraps(self, start: int, indent: int) -> tuple[list[tuple[int, int, int]], int, int]:
        """The wraps worth trying, last first, each with the next line's indentation and the width of this one.

        There are none where the rest of the statement fits. The others are the end of what could be on the line, and
        the width of it all.
        """
        anchors, depths, leads = self._pieces.anchors, self._pieces.depths, self._pieces.leads
        indents, widths, deepest = self.indents, self._widths, self._deepest
        found: list[tuple[int, int, int]] = []
        end = len(widths)
        column = indent + widths[start] - self._pieces.gaps[start]
        for piece in range(start + 1, end):
            if column > WIDTH and found:
                end = piece
                break
            anchor = anchors[piece]
            begin = (indent if anchor >= start else indents[anchor]) + STEP
            if begin < column and (begin <= deepest or not found):
                found.append((piece, begin, column))
            column += widths[piece]
        indents[start:end] = [indent] * (end - start)
        if column <= WIDTH:
            return [], end, column
        # On a line that comes out of an expression, only wraps further out than where it began are tried;
        # of a group's pieces only the first and the last that the line reaches.
        depth = depths[start]
        outer = [wrap for wrap in found if depths[wrap[0]] < depth] or found
        tried = set()
        wraps = []
        for wrap in reversed(outer):
            anchor = anchors[wrap[0]]
            if anchor not in tried or leads[wrap[0]]:
                tried.add(anchor)
                wraps.append(wrap)
        return wraps, end, column
