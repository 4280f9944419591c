"""Wrap one long Java statement as Eclipse's formatter does where it wraps only where it must.

A statement is a chain of calls whose arguments are chains again. A line may break before any ``.call(`` and before any
argument; each break has a price, and the cheapest set of breaks wins in which no line is too long:

- a break costs e to the power of its depth, so that outer expressions break first;
- a break before an argument costs a little more than one before a call;
- to break inside a call or argument that could have begun the line itself, but does not, costs several times that
  outer break;
- what comes out of a broken expression into an outer one starts a line of its own;
- a broken line is indented by four more than the line of what it belongs to.
"""

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

WIDTH = 120
STEP = 4
CALL, ARGUMENT = 1000, 1200  # whole numbers, so that equal prices are equal
SKIPPED, SKIPPED_FIRST = 4, 2  # how many times an outer break that is not taken; less for a group's first
TOO_LONG = 10**12  # for each character beyond the width, where no break helps


class Call(NamedTuple):
    """A name and its arguments: ``withName("x")``, or ``new X()`` at the head of a chain."""

    name: str
    arguments: tuple["Expression", ...]


class Chain(NamedTuple):
    """``head.call().call()``; a head is a name or, as in ``new X()``, a call."""

    head: str | Call
    calls: tuple[Call, ...]


Expression = str | Chain
Start = tuple[int, tuple[int, ...]]  # the token that begins a line, and the indentations of its owners' lines


def statement(expression: Expression, indent: int) -> str:
    """The statement with its semicolon, its first line indented by ``indent`` blanks."""
    tokens = _Tokens(expression)
    tokens.texts[-1] += ";"
    lines: list[str] = []
    starts = _starts(tokens, indent)
    for number, (text, space) in enumerate(zip(tokens.texts, tokens.spaces, strict=True)):
        if number in starts:
            lines.append(" " * starts[number] + text)
        else:
            lines[-1] += " " * space + text
    return "\n".join(lines)


class _Group:
    """Breaks of one kind: before the calls of a chain, or before the arguments of a call.

    ``owners`` are the tokens, outermost first, to whose lines the indentation of each enclosing group refers;
    ``members`` are the tokens that a break may stand before; ``end`` is the token behind the group.
    """

    def __init__(self, price: float, owner: int, outer: "_Group | None") -> None:
        self.price = round(price)
        self.outer = outer
        self.owners: tuple[int, ...] = (*outer.owners, owner) if outer else ()
        self.members: list[int] = []
        self.end = 0


class _Tokens:
    """A statement as texts that no break can part, with the blanks before each and the group that it is in."""

    def __init__(self, expression: Expression) -> None:
        self.texts: list[str] = []
        self.spaces: list[int] = []
        self.groups: list[_Group] = []
        root = _Group(0, 0, None)
        self._expression(expression, 0, root)
        root.end = len(self.texts)
        self.columns = list(itertools.accumulate(map(sum, zip(self.spaces, map(len, self.texts), strict=True))))

    def _expression(self, expression: Expression, depth: int, group: _Group) -> None:
        space = 1 if group.members else 0
        if isinstance(expression, str):
            self._token(expression, space, group)
            return
        head, calls = expression
        self._token(head if isinstance(head, str) else f"{head.name}(", space, group)
        if isinstance(head, Call):
            self._arguments(head, depth, group)
        chain = _Group(CALL * math.exp(depth), len(self.texts) - 1, group)
        for call in calls:
            self._token(f".{call.name}(", 0, chain)
            self._arguments(call, depth, chain)
        chain.end = len(self.texts)

    def _arguments(self, call: Call, depth: int, outer: _Group) -> None:
        group = _Group(ARGUMENT * math.exp(depth), len(self.texts) - 1, outer)
        for number, argument in enumerate(call.arguments):
            if number:
                self.texts[-1] += ","
            self._expression(argument, depth + 1, group)
        self.texts[-1] += ")"
        group.end = len(self.texts)

    def _token(self, text: str, space: int, group: _Group) -> None:
        group.members.append(len(self.texts))
        self.texts.append(text)
        self.spaces.append(space)
        self.groups.append(group)


def _starts(tokens: _Tokens, indent: int) -> dict[int, int]:
    """The tokens that begin a line, each with its indentation."""
    reached: list[set[tuple[int, ...]]] = [set() for _ in tokens.texts]
    reached[0].add(())
    ways: dict[Start, list[tuple[int, Start | None]]] = {}
    for number, all_owners in enumerate(reached):
        for owners in all_owners:
            ways[number, owners] = list(_ways(tokens, number, owners, owners[-1] + STEP if owners else indent))
            for _, start in ways[number, owners]:
                if start is not None:
                    reached[start[0]].add(start[1])
    best: dict[Start | None, tuple[int, Start | None]] = {None: (0, None)}
    for start in reversed(ways):  # of equal prices that of the longest line wins
        best[start] = min(((price + best[end][0], end) for price, end in ways[start]), key=lambda way: way[0])
    starts = {}
    line: Start | None = (0, ())
    while line is not None:
        starts[line[0]] = line[1][-1] + STEP if line[1] else indent
        line = best[line][1]
    return starts


def _ways(tokens: _Tokens, start: int, owners: tuple[int, ...], indent: int) -> Iterator[tuple[int, Start | None]]:
    """The lines worth trying from a token on, longest first: the price of each, and where the next one starts."""
    groups = tokens.groups
    offset = indent + len(tokens.texts[start]) - tokens.columns[start]  # from the statement's columns to the line's

    def begin(number: int) -> tuple[int, Start]:
        owned_by = groups[number].owners
        shared = bisect_left(owned_by, start)
        next_owners = owners[:shared] + (indent,) * (len(owned_by) - shared)
        return next_owners[-1] + STEP, (number, next_owners)

    def price(number: int) -> int:
        return TOO_LONG * max(0, tokens.columns[number - 1] + offset - WIDTH)

    end = groups[start].end  # the first token that may not stand on this line
    while end < len(groups) and begin(end)[0] >= indent:
        end = groups[end].end
    full = max(start + 1, bisect_right(tokens.columns, WIDTH - offset, start, end))  # the first that does not fit
    while full < end:
        if found := sorted(_candidates(groups[full], start, full), reverse=True):
            gaining = [number for number in found if begin(number)[0] < tokens.columns[number - 1] + offset]
            if gaining:
                for number in gaining:
                    yield (
                        groups[number].price + _skipped(groups[number].outer, start, number) + price(number),
                        begin(number)[1],
                    )
                return
        full += 1
    yield (price(end), None) if end == len(groups) else (groups[end].price + price(end), begin(end)[1])


def _skipped(group: _Group | None, start: int, number: int) -> int:
    """What it costs that a line from ``start`` on breaks before ``number``, deeper than it could have."""
    total = 0
    while group is not None:
        member = group.members[bisect_right(group.members, number) - 1]
        if member > start and len(group.members) > 1:
            total += group.price * (SKIPPED_FIRST if member == group.members[0] else SKIPPED)
        group = group.outer
    return total


def _candidates(group: _Group | None, start: int, full: int) -> Iterator[int]:
    """Where to break a line in which ``full`` does not fit.

    A break helps only in a group that is still open there; of its breaks only the first and the last are worth trying.
    """
    while group is not None:
        last = group.members[bisect_right(group.members, full) - 1]
        if last > start:
            yield last
            if start < group.members[0] < last:
                yield group.members[0]
        group = group.outer
