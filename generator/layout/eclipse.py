"""Lay out one long Java statement as Eclipse's formatter does (JDT core 3.27, wrapping only where it must).

A statement is a chain of calls whose arguments are chains again. A line may break before any ``.call(`` and before any
argument. ``eclipse_search`` finds where it does; here a statement is cut into pieces, and put together again.
"""

from collections.abc import Iterable
from typing import NamedTuple

from generator.layout.eclipse_costs import Pieces
from generator.layout.eclipse_search import STEP, Search


class Call(NamedTuple):
    """A name and its arguments: ``withName("x")``, or ``new X()`` at the head of a chain."""

    name: str
    arguments: tuple["Expression", ...]


class Chain(NamedTuple):
    """``head.call().call()``; a head is a name or, as in ``new X()``, a call."""

    head: str | Call
    calls: tuple[Call, ...]


class Sum(str):
    """Texts and ``variables`` (how many) joined by ``+``, which stay on one line; or one variable."""

    variables: int

    def __new__(cls, pieces: Iterable[str], variables: int) -> "Sum":
        """The sum of pieces that are spelled already."""
        joined = super().__new__(cls, " + ".join(pieces))
        joined.variables = variables
        return joined


Expression = str | Chain


def statement(expression: Expression, indent: int, exact: bool = True) -> str:
    """The statement with its semicolon, its first line indented by ``indent`` blanks.

    Where it need not be Eclipse's to the byte, the search is cut short, and several times as fast.
    """
    pieces = Pieces()
    _expression(expression, 0, -1, pieces)
    pieces.texts[-1] += ";"
    lines = [""]
    for text, gap, begin in zip(pieces.texts, pieces.gaps, _wrap(pieces, indent, exact), strict=True):
        if begin is None:
            lines[-1] += " " * gap + text
        else:
            lines.append(" " * begin + text)
    return "\n".join(lines[1:])


def _expression(expression: Expression, depth: int, anchor: int, pieces: Pieces) -> None:
    """Cut an expression that hangs on the piece ``anchor``, and has ``depth`` expressions around it."""
    if isinstance(expression, str):
        pieces.add(expression, anchor, depth - 1, argument=True)
        return
    head, calls = expression
    if isinstance(head, str):
        pieces.add(head, anchor, depth - 1, argument=True)
    else:
        pieces.add(f"{head.name}(", anchor, depth - 1, argument=True)
        _arguments(head, depth, pieces)
    anchor = len(pieces.texts) - 1
    for following, call in zip(reversed(range(len(calls))), calls, strict=True):
        pieces.add(f".{call.name}(", anchor, depth, argument=False)
        # To Java the first call of a chain stands in the second, and that in the third: what it is given is deepest.
        _arguments(call, depth + following, pieces)


def _arguments(call: Call, depth: int, pieces: Pieces) -> None:
    anchor = len(pieces.texts) - 1
    for number, argument in enumerate(call.arguments):
        if number:
            pieces.texts[-1] += ","
        _expression(argument, depth + 1, anchor, pieces)
    pieces.texts[-1] += ")"


def _wrap(pieces: Pieces, indent: int, exact: bool) -> list[int | None]:
    """For each piece the indentation of the line that it begins, or None."""
    search = Search(pieces, exact)
    begins: list[int | None] = [indent]
    indents = search.indents  # of the line that each piece is on
    indents[0] = indent
    planned = search.plan(0, indent)
    for piece in range(1, len(pieces.texts)):
        wrapped = indents[pieces.anchors[piece]] + STEP
        # What follows a broken expression further out always begins a line: it must not look like a part of it.
        if piece == planned or wrapped < indent:
            indent = wrapped
            planned = search.plan(piece, indent)
            begins.append(indent)
        else:
            begins.append(None)
        indents[piece] = indent
    return begins
