"""Bicep as `bicep format` leaves it: two blanks a level, one item a line, no commas, one blank line between parts."""

from collections.abc import Callable

from tree_sitter import Node

CALLS = {"identifier", "call_expression"}


def formatted(root: Node, text: Callable[[Node], str]) -> str:
    """A file printed anew from its tree: comments, declarations, and an empty line wherever the file has some."""
    lines: list[str] = []
    end = None
    for node in root.named_children:
        if end is not None and node.start_point.row > end + 1:
            lines.append("")
        lines.append(_declaration(node, text))
        end = node.end_point.row
    return "\n".join(lines) + "\n"


def _declaration(node: Node, text: Callable[[Node], str]) -> str:
    if node.type == "resource_declaration":
        symbol, type_, value = node.named_children
        return f"resource {text(symbol)} {text(type_)} = {_value(value, text, 0)}"
    if node.type == "output_declaration":
        symbol, type_, value = node.named_children
        return f"output {text(symbol)} {text(type_)} = {text(value)}"
    assert node.type == "comment", f"a {node.type}"
    return text(node).rstrip()


def _value(node: Node, text: Callable[[Node], str], level: int) -> str:
    if node.type not in ("object", "array"):
        return text(node)
    opening, closing = "{}" if node.type == "object" else "[]"
    if not node.named_children:
        return opening + closing
    pad = "  " * (level + 1)
    if node.type == "object":
        parts = [property_.named_children for property_ in node.named_children]
        lines = [f"{text(name)}: {_value(value, text, level + 1)}" for name, value in parts]
    else:
        nodes = iter(node.named_children)  # the grammar at times cuts a call in two
        lines = [
            text(item) + text(next(nodes)) if item.type == "identifier" else _value(item, text, level + 1)
            for item in nodes
        ]
    return "\n".join([opening, *(pad + line for line in lines), "  " * level + closing])
