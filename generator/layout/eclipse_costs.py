"""What a wrap costs in Eclipse's formatter, seen from outside on its answers (none of its code is here).

- e to the power of its depth, times 8/7 before the first argument of a call, so that outer expressions wrap first;
- 3/16 more where the new line is indented further than the one it leaves;
- a surcharge for every piece of an outer expression in the middle of the line it leaves, if that line began further in;
- a refund where it opens up an expression whose parts wrap in turn: a little more than the dearest of these costs.
"""

import math
from dataclasses import dataclass, field

STATEMENT = 6  # the depth of a statement in a method in a class
FIRST_ARGUMENT = 1.1428571939468384  # 8/7 in single precision: with it equal costs are equal
DEEPER = 19 / 16
HANGING = 1.25  # of the cost of each token that could wrap: a dot and a name, a comma and an argument
REFUND = 65 / 64


@dataclass(slots=True)
class Pieces:
    """A statement cut wherever it may wrap, as parallel lists.

    The arguments of one call, or the calls of one chain, are a group. They share an anchor: the piece that they hang
    on, which ends in the opening parenthesis or is the head of the chain. A line that begins with one of them is
    indented by one step more than the line of the anchor.
    """

    texts: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)  # blanks before a piece that does not begin a line
    anchors: list[int] = field(default_factory=list)
    depths: list[int] = field(default_factory=list)
    leads: list[bool] = field(default_factory=list)  # first of its group
    costs: list[float] = field(default_factory=list)
    surcharges: list[float] = field(default_factory=list)

    def add(self, text: str, anchor: int, depth: int, argument: bool) -> None:
        """Add a piece; ``argument`` says that it begins an argument, otherwise it is a call's."""
        leads = anchor == len(self.texts) - 1
        cost = math.exp(STATEMENT + depth) * (FIRST_ARGUMENT if argument and leads else 1)
        self.texts.append(text)
        self.gaps.append(int(argument and not leads))
        self.anchors.append(anchor)
        self.depths.append(depth)
        self.leads.append(leads)
        self.costs.append(cost)
        self.surcharges.append(cost * HANGING * (1 if argument and leads else 2))


class Plan:
    """How to go on from the begin of a line: ``next`` begins the line after it, indented by ``indent``; 0 is none."""

    __slots__ = ("cost", "excess", "indent", "next", "rest")

    def __init__(self) -> None:
        self.excess = self.next = self.indent = 0
        self.cost = 0.0
        self.rest = self


def cost(pieces: Pieces, start: int, piece: int, deeper: bool, rest: Plan) -> float:
    """The cost of a wrap before ``piece``, in a line from ``start``, where ``rest`` is the plan from there on.

    ``deeper`` says that the new line is indented further.
    """
    depths, costs, anchors = pieces.depths, pieces.costs, pieces.anchors
    depth = depths[piece]
    total = costs[piece] * (DEEPER if deeper else 1)
    outer = min(depth, depths[start])
    for hanging in range(start + 1, piece):
        if depths[hanging] < outer:
            total += pieces.surcharges[hanging]
    if depths[start] > depth:
        return total
    dearest = 0.0
    while rest.next and depths[rest.next] > depth:
        if dearest and not pieces.leads[piece]:
            return total - dearest * REFUND
        dearest = max(dearest, costs[rest.next])
        rest = rest.rest
    if dearest and rest.next and (not pieces.leads[piece] or anchors[rest.next] == anchors[piece]):
        total -= dearest * REFUND
    return total
