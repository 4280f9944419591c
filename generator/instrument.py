"""Rewrite a parsed pool template so that no value becomes text: each ``{{ }}`` leaves a mark, each line its place.

The rendered text is YAML whose only foreign parts are these marks, made of Unicode noncharacters that no template may
hold:

    OPEN n CLOSE    the value of the n-th ``{{ }}`` that was carried out
    LINE n CLOSE    what follows comes from the n-th place of the templates
"""

from typing import Any, NamedTuple, cast

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from generator.deferred import CALLS
from generator.lexing import Place, Tag

OPEN, CLOSE, LINE = "\ufdd0", "\ufdd1", "\ufdd2"
# filters that no template can name
PLACE, PAY, EACH, PART, CONCAT, COMPARE = "(place)", "(pay)", "(each)", "(part)", "(concat)", "(compare)"
MAX_DEPTH = 60  # of the tree: Python, which Jinja compiles to, takes about 100


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
    """One template's rewriting; ``sites`` grows by the places met. Raises TemplateSyntaxError.

    The template, and each loop for each item, pays for the nodes in it: so no way of running them is free.
    """

    def __init__(self, template: str, tags: list[Tag], sites: list[Site]) -> None:
        self.template = template
        self.values = iter([tag for tag in tags if tag.is_value])  # the tree is walked in the order of the text
        self.sites = sites
        self.depth = 0
        self.weight = 0  # of the nodes met

    def visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> Any:
        """Refuse a tree too deep for the compiler."""
        self.depth += 1
        self.weight += 1
        if self.depth > MAX_DEPTH:
            raise self._error("nested too deep", node)
        result = super().visit(node, *args, **kwargs)
        self.depth -= 1
        return result

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802 - the visitor's own naming
        """A template pays when it begins: so an include does."""
        self.generic_visit(node)
        node.body.insert(0, nodes.Output([_filter(PAY, nodes.Const(self.weight, lineno=1))], lineno=1))
        return node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Text keeps its places; every expression becomes a placeholder."""
        node.nodes = [
            self._text(part) if isinstance(part, nodes.TemplateData) else self._place(part) for part in node.nodes
        ]
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """A loop pays for what it runs through, and knows how many names an item is for."""
        if node.recursive:
            raise self._error("a pool template cannot loop recursively", node)
        before = self.weight
        self.generic_visit(node)
        weight = self.weight - before + 1
        names = len(node.target.items) if isinstance(node.target, nodes.Tuple) else 0
        node.iter = _filter(EACH, node.iter, nodes.Const(weight), nodes.Const(names))
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        """Refused: it would turn values into text."""
        raise self._error("a pool template cannot use {% set %} with a block; write {% set name = value %}", node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """The operator ``~`` is bounded, and takes numbers as their file spells them."""
        self.generic_visit(node)
        return _filter(CONCAT, nodes.List(node.nodes, lineno=node.lineno))

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        """Comparisons pay by the size of what they compare; Jinja would leave them to Python."""
        self.generic_visit(node)
        values = nodes.List([node.expr, *(operand.expr for operand in node.ops)], lineno=node.lineno)
        return _filter(COMPARE, values, nodes.Const(tuple(operand.op for operand in node.ops)))

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        """A part of a list keeps its items' origins; Jinja would leave ``[1:2]`` to Python."""
        self.generic_visit(node)
        if not isinstance(node.arg, nodes.Slice):
            return node
        none = nodes.Const(None, lineno=node.lineno)
        return _filter(PART, node.node, *(bound or none for bound in (node.arg.start, node.arg.stop, node.arg.step)))

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        """Arguments have no names."""
        return self._plain_arguments(node, f"filter '{node.name}'")

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        """Arguments have no names."""
        return self._plain_arguments(node, f"test '{node.name}'")

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Arguments have no names, but for those of values that are known at deploy time."""
        named = isinstance(node.node, nodes.Name) and node.node.name in CALLS
        return self._plain_arguments(node, "a function", named)

    def _plain_arguments(self, node: Any, what: str, named: bool = False) -> nodes.Node:
        if (node.kwargs and not named) or node.dyn_args or node.dyn_kwargs:
            raise self._error(f"{what} takes plain arguments only, without names", node)
        return self.generic_visit(node)

    def _text(self, data: nodes.TemplateData) -> nodes.TemplateData:
        self.weight += 1
        place = data.lineno
        mark = self._mark(Site(self.template, place, place.column if isinstance(place, Place) else 1))
        return nodes.TemplateData(f"{LINE}{mark}{CLOSE}{data.data}", lineno=place)

    def _place(self, expression: nodes.Expr) -> nodes.Expr:
        self.weight += 2
        place, text, _ = next(self.values)
        is_part = isinstance(expression, nodes.Getitem) and isinstance(expression.arg, nodes.Slice)
        is_path = isinstance(expression, nodes.Getattr | nodes.Getitem) and not is_part
        mark = self._mark(Site(self.template, place, place.column, text, is_path))
        result = _filter(PLACE, self.visit(expression), nodes.Const(mark, lineno=place))
        result.lineno = place
        return result

    def _mark(self, site: Site) -> int:
        self.sites.append(site)
        return len(self.sites) - 1

    def _error(self, says: str, node: nodes.Node) -> TemplateSyntaxError:
        return TemplateSyntaxError(says, node.lineno, self.template)


def _filter(name: str, value: nodes.Node, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast(nodes.Expr, value), name, list(args), [], None, None, lineno=value.lineno)
