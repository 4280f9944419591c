"""Nodes of tree-sitter's C# tree, less the comments between them."""

from tree_sitter import Node


def text_of(node: Node) -> str:
    assert node.text is not None
    return node.text.decode()


def inside(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]


def only(node: Node) -> Node:
    (child,) = inside(node)
    return child
