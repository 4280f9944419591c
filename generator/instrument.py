"""Rewrite a parsed pool template so that no value becomes text: each ``{{ }}`` leaves a mark, each line its place.

The rendered text is YAML whose only foreign parts are these marks, made of Unicode noncharacters that no template may
hold:

    OPEN n CLOSE    the value of the n-th ``{{ }}`` that was carried out
    LINE n CLOSE    what follows comes from the n-th place: a template and a line of it
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

OPEN, CLOSE, LINE = "\ufdd0", "\ufdd1", "\ufdd2"
PLACE, EACH, CONCAT = "(place)", "(each)", "(concat)"  # filters that no template can name
ALLOWED = "if, for, set, with, include and raw"

_REFUSED: dict[type[nodes.Node], str] = {
    nodes.AssignBlock: "{% set %} with a block",
    nodes.Block: "{% block %}",
    nodes.CallBlock: "{% call %}",
    nodes.Extends: "{% extends %}",
    nodes.FilterBlock: "{% filter %}",
    nodes.FromImport: "{% from %}",
    nodes.Import: "{% import %}",
    nodes.Macro: "{% macro %}",
}


_RAW = re.compile(r"(\{%-?\s*raw\b.*?endraw\s*-?%\})", re.DOTALL)
_TAGS_ALONE = re.compile(r"^[ \t]*((?:\{%[^\n]*?%\}|\{#[^\n]*?#\})+)[ \t]*\n", re.MULTILINE)


def whole_lines(source: str) -> str:
    """A template in which a line of nothing but statements and comments leaves nothing behind, not even its line break.

    The break goes into a comment, so that lines keep their numbers. Jinja's own option, ``trim_blocks``, would also
    join ``a: {% if x %}b{% endif %}`` with the next line.
    """
    parts = _RAW.split(source)
    parts[::2] = (_TAGS_ALONE.sub(r"\1{#\n#}", part) for part in parts[::2])
    return "".join(parts)


def foreign(text: str) -> str | None:
    """The first noncharacter of a text, which could be taken for a mark."""
    return next((char for char in text if "\ufdd0" <= char <= "\ufdef"), None)


class Site(NamedTuple):
    """A place in a template: its name, the line and column from 1; of a ``{{ }}`` also its text."""

    template: str
    line: int
    column: int = 1
    text: str = ""
    is_path: bool = False  # the expression only names a value: its origin is that value's


class Instrument(NodeTransformer):
    """One template's rewriting. ``sites`` grows by the places met; ``refuse(says, line)`` makes the error to raise."""

    def __init__(
        self, template: str, rows: list[str], sites: list[Site], refuse: Callable[[str, int], Exception]
    ) -> None:
        self.template = template
        self.rows = rows
        self.sites = sites
        self.refuse = refuse
        self.columns: dict[int, int] = {}

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """Refuse what would turn values into text, such as macros."""
        if type(node) in _REFUSED:
            says = f"a pool template cannot use {_REFUSED[type(node)]}; there are {ALLOWED}"
            raise self.refuse(says, node.lineno)
        return super().generic_visit(node, *args, **kwargs)

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - the visitor's own naming
        """Text keeps its places; every expression becomes a placeholder."""
        node.nodes = [
            self._text(part) if isinstance(part, nodes.TemplateData) else self._place(part) for part in node.nodes
        ]
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A loop counts what it runs through."""
        if node.recursive:
            raise self.refuse("a pool template cannot loop recursively", node.lineno)
        self.generic_visit(node)
        node.iter = _filter(EACH, node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """The operator ``~`` is bounded, and takes numbers as their file spells them."""
        self.generic_visit(node)
        return _filter(CONCAT, nodes.List(node.nodes, lineno=node.lineno))

    def _text(self, data: nodes.TemplateData) -> nodes.TemplateData:
        rows = data.data.split("\n")
        starts = [self.columns.get(data.lineno, 0) + 1] + [1] * (len(rows) - 1)
        marks = [self._mark(Site(self.template, data.lineno + i, start)) for i, start in enumerate(starts)]
        text = "\n".join(f"{LINE}{mark}{CLOSE}{row}" for mark, row in zip(marks, rows, strict=True))
        return nodes.TemplateData(text, lineno=data.lineno)

    def _place(self, expression: nodes.Expr) -> nodes.Expr:
        line = expression.lineno
        row = self.rows[line - 1]
        start = max(row.find("{{", self.columns.get(line, 0)), 0)
        end = row.find("}}", start)
        self.columns[line] = end + 2 if end > 0 else start + 2
        is_path = isinstance(expression, nodes.Getattr | nodes.Getitem)
        mark = self._mark(Site(self.template, line, start + 1, row[start : end + 2 if end > 0 else None], is_path))
        return _filter(PLACE, self.visit(expression), nodes.Const(mark, lineno=line))

    def _mark(self, site: Site) -> int:
        self.sites.append(site)
        return len(self.sites) - 1


def _filter(name: str, value: nodes.Node, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, value), name, list(args), [], None, None, lineno=value.lineno)
