"""From rendered text with marks (see ``instrument``) to the body: parse the YAML, then put the values in."""

import bisect
import re
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from generator.budget import Budget, Wrong
from generator.deferred import Deferred, Key, text
from generator.errors import refuse
from generator.instrument import CLOSE, LINE, OPEN, Site
from generator.located import joined
from generator.origins import Origin
from generator.yamlsource import Builder, compose

_MARK = re.compile(f"({OPEN}|{LINE})([0-9]+){CLOSE}")
_ESCAPE = re.compile(r"\\(?:u|U0000)[fF][dD][dDeE][0-9a-fA-F]")  # what YAML would make into parts of a mark
_TAG = re.compile(r"(?:^|[\s,\[{])(!\S*)[ \t]+(?:&\S+[ \t]+)?$")  # before a value


class Placed(NamedTuple):
    """What a ``{{ }}`` gave: the value as plain data, as the template had it, and where it comes from."""

    value: Any
    raw: Any
    origin: Origin


OriginAt = Callable[[Site, int, str], Origin]


def body_of(marked: str, sites: list[Site], placed: list[Placed], budget: Budget, origin_at: OriginAt) -> Any:
    """The value of a rendered template, with origins; None where it is empty.

    ``origin_at(site, column, text)`` names the place of a text on a site's line, at a column from 1. Raises Refused,
    and Wrong where YAML aliases repeat more than the budget allows.
    """
    rows = _Rows(marked, sites)
    if escape := _ESCAPE.search(rows.text):
        line = rows.text.count("\n", 0, escape.start())
        place = rows.site(line, escape.start() - rows.text.rfind("\n", 0, escape.start()) - 1)
        raise refuse("a template cannot hold a Unicode noncharacter", origin_at(*place, escape[0]), found=escape[0])
    node = compose(rows.text, lambda line, column: origin_at(*rows.site(line, column), ""))
    return None if node is None else _BodyBuilder(rows, placed, budget, origin_at).build(node, 0)[0]


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
    def __init__(self, rows: _Rows, placed: list[Placed], budget: Budget, origin_at: OriginAt) -> None:
        super().__init__("", rows.text.split("\n"))
        self.rows = rows
        self.placed = placed
        self.budget = budget
        self.origin_at = origin_at

    def origin(self, node: yaml.Node) -> Origin:
        """The value's own place where the node is one ``{{ }}``, or begins with one; else the template's."""
        text = self._source(node) if isinstance(node, yaml.ScalarNode) else ""
        mark = _MARK.match(text.lstrip("\"'"))
        if mark:
            return self.placed[int(mark[2])].origin
        start = node.start_mark
        return self.origin_at(*self.rows.site(start.line, start.column), _MARK.split(text)[0] if OPEN in text else text)

    def scalar(self, node: yaml.ScalarNode) -> Any:
        """A scalar that is one placeholder is its value, whatever the type."""
        if OPEN not in node.value:
            return super().scalar(node)
        start = node.start_mark
        if tag := _TAG.search(self.lines[start.line][: start.column]):
            place = self.rows.site(start.line, tag.start(1))
            hint = "'| string' and '| int' make text and numbers of a value"
            raise refuse("a tag cannot stand beside {{ }}", self.origin_at(*place, tag[1]), found=tag[1], hint=hint)
        whole = _MARK.fullmatch(node.value)
        if whole:
            placed = self.placed[int(whole[2])]
            self._pay(placed.value, placed)
            return placed.value
        return self._embedded(node)

    def key(self, node: yaml.ScalarNode) -> str:
        """Keys are text, whatever gave them."""
        name = self._embedded(node)
        return Key(name) if isinstance(name, Deferred) else name

    def _source(self, node: yaml.Node) -> str:
        """What stands for a node in the text, on its first line."""
        start, end = node.start_mark, node.end_mark
        row = self.lines[start.line] if start.line < len(self.lines) else ""
        return row[start.column : end.column if end.line == start.line else None]

    def _pay(self, value: Any, placed: Placed) -> None:
        """Pay for a value again: an alias may bring it back any number of times."""
        try:
            self.budget.weigh(value)
        except Wrong as error:
            raise refuse(error.says, placed.origin, hint=error.hint) from None

    def _embedded(self, node: yaml.ScalarNode) -> str | Deferred:
        parts: list[str | Deferred] = []
        position = 0
        for mark in _MARK.finditer(node.value):
            parts += [node.value[position : mark.start()], self._text(self.placed[int(mark[2])])]
            position = mark.end()
        result = text([*parts, node.value[position:]])
        return result.at(self.origin(node)) if isinstance(result, Deferred) else result

    def _text(self, placed: Placed) -> str | Deferred:
        """The text of a value among other text."""
        try:
            result = joined([placed.raw])
        except Wrong as error:
            raise refuse(error.says, placed.origin, expected="text, a number or a boolean") from None
        self._pay(result, placed)
        return result
