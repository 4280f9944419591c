"""From rendered text with marks (see ``instrument``) to the body: parse the YAML, then put the values in."""

import bisect
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from generator.errors import refuse
from generator.instrument import CLOSE, LINE, OPEN, Site
from generator.located import text_of
from generator.origins import Origin
from generator.yamlsource import Builder, compose

_MARK = re.compile(f"({OPEN}|{LINE})([0-9]+){CLOSE}")


class Placed(NamedTuple):
    """What a ``{{ }}`` gave: the value as plain data, as the template had it, and where it comes from."""

    value: Any
    raw: Any
    origin: Origin


OriginAt = Callable[[Site, int, str], Origin]


def body_of(marked: str, sites: list[Site], placed: list[Placed], origin_at: OriginAt) -> Any:
    """The value of a rendered template, with origins; None where it is empty.

    ``origin_at(site, column, text)`` names the place of a text on a site's line, at or behind a column from 1.
    Raises Refused.
    """
    rows = _Rows(marked, sites)
    node = compose(rows.text, lambda line, column: origin_at(*rows.site(line, column), ""))
    return None if node is None else _BodyBuilder(rows, placed, origin_at).build(node, 0)[0]


class _Rows:
    """The rendered text without line marks, and for each place in it the template's place."""

    def __init__(self, marked: str, sites: list[Site]) -> None:
        self.last = Site("", 1)
        self.rows: list[list[tuple[int, Site]]] = [[]]
        pieces: list[str] = []
        column = position = 0
        for mark in _MARK.finditer(marked):
            text = marked[position : mark.start()] + (mark[0] if mark[1] == OPEN else "")
            first, *more = text.split("\n")
            self.rows += [[(0, self.last)] for _ in more]
            column = len(more[-1]) if more else column + len(first)
            if mark[1] == LINE:
                self.last = sites[int(mark[2])]
                self.rows[-1].append((column, self.last))
            pieces.append(text)
            position = mark.end()
        self.text = "".join([*pieces, marked[position:]])

    def site(self, line: int, column: int) -> tuple[Site, int]:
        """The template's place, with the column from 1, of what stands at a line and column, from 0, of the text."""
        row = self.rows[line] if line < len(self.rows) else []
        index = bisect.bisect_right(row, column, key=lambda entry: entry[0])
        start, site = row[max(index - 1, 0)] if row else (column, self.last)
        return site, site.column + max(column - start, 0)


class _BodyBuilder(Builder):
    def __init__(self, rows: _Rows, placed: list[Placed], origin_at: OriginAt) -> None:
        super().__init__("", rows.text.split("\n"))
        self.rows = rows
        self.placed = placed
        self.origin_at = origin_at

    def origin(self, node: yaml.Node) -> Origin:
        """The value's own place where the node is one ``{{ }}``, or begins with one; else the template's."""
        text = super().origin(node).text if isinstance(node, yaml.ScalarNode) else ""
        mark = _MARK.match(text.lstrip("\"'"))
        if mark:
            return self.placed[int(mark[2])].origin
        start = node.start_mark
        return self.origin_at(*self.rows.site(start.line, start.column), _MARK.split(text)[0] if OPEN in text else text)

    def scalar(self, node: yaml.ScalarNode) -> Any:
        """A scalar that is one placeholder is its value, whatever the type."""
        whole = _MARK.fullmatch(node.value)
        if whole:
            return self.placed[int(whole[2])].value
        return self._embedded(node) if OPEN in node.value else super().scalar(node)

    def key(self, node: yaml.ScalarNode) -> str:
        """Keys are text, whatever gave them."""
        return self._embedded(node)

    def _embedded(self, node: yaml.ScalarNode) -> str:
        def text(mark: re.Match[str]) -> str:
            placed = self.placed[int(mark[2])]
            try:
                return text_of(placed.raw)
            except TypeError as error:
                raise refuse(str(error), placed.origin, expected="text, a number or a boolean") from None

        return _MARK.sub(text, node.value)
