"""What a wrap costs in Eclipse's formatter, in our own words (none of its code is here).

- e to the power of its depth, times 8/7 before the first argument of a call, so that outer expressions wrap first;
- 3/16 more where the new line is indented further than the one it leaves;
- a surcharge for every piece of an outer expression in the middle of the line it leaves, if that line began further in;
- a refund where it opens up an expression whose parts wrap in turn: a little more than the dearest of these costs.

They are added up in the formatter's order: rounded differently, equal costs would not be equal.
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
    tokens: list[int] = field(default_factory=list)  # that could wrap

    def add(self, text: str, anchor: int, depth: int, argument: bool) -> None:
        """Add a piece; ``argument`` says that it begins an argument, otherwise it is a call's."""
        leads = anchor == len(self.texts) - 1
        self.texts.append(text)
        self.gaps.append(int(argument and not leads))
        self.anchors.append(anchor)
        self.depths.append(depth)
        self.leads.append(leads)
        self.costs.append(math.exp(STATEMENT + depth) * (FIRST_ARGUMENT if argument and leads else 1))
        self.tokens.append(1 if argument and leads else 2)


def price(pieces: Pieces, start: int, piece: int) -> float:
    """What a wrap before ``piece`` costs in a line from ``start``, without the refund."""
    depths, costs = pieces.depths, pieces.costs
    # What hangs on a piece of the line itself is indented further than the line.
    total = costs[piece] * (DEEPER if pieces.anchors[piece] >= start else 1)
    outer = min(depths[piece], depths[start])
    for hanging in range(start + 1, piece):
        if depths[hanging] < outer:
            for _ in range(pieces.tokens[hanging]):
                total += costs[hanging] * HANGING
    return total
