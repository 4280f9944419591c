"""Bicep as `bicep format` leaves it: two blanks a level, one item a line, no commas, one blank line between parts.

A call of more than one argument that does not fit on its line has one argument a line, with commas.
"""

from collections.abc import Callable, Iterator

from tree_sitter import Node

WIDTH = 120
Text = Callable[[Node], str]


def formatted(root: Node, text: Text) -> str:
    """A file printed anew from its tree: comments, declarations, and an empty line wherever the file has some."""
    lines: list[str] = []
    end = None
    for node in root.named_children:
        if end is not None and node.start_point.row > end + 1:
            lines.append("")
        lines.append(_declaration(node, text))
        end = None if node.type == "decorators" else node.end_point.row  # with nothing between them and what they adorn
    return "\n".join(lines) + "\n"


def items(array: Node, text: Text) -> Iterator[list[Node]]:
    """The items of an array: a node each, but for a call, which the grammar at times cuts in two."""
    rest = list(array.named_children)
    while rest:
        first = rest.pop(0)
        cut = first.type == "identifier" and rest and rest[0].start_byte == first.end_byte and text(rest[0])[0] == "("
        yield [first, rest.pop(0)] if cut else [first]


def _declaration(node: Node, text: Text) -> str:
    parts = node.named_children
    match node.type:
        case "resource_declaration":
            symbol, type_, value = parts
            existing = "existing " if any(child.type == "existing" for child in node.children) else ""
            return _after(f"resource {text(symbol)} {text(type_)} {existing}= ", value, text)
        case "output_declaration":
            symbol, type_, value = parts
            return f"output {text(symbol)} {text(type_)} = {text(value)}"
        case "parameter_declaration":
            symbol, type_, *values = parts
            line = f"param {text(symbol)} {text(type_)}"
            return _after(f"{line} = ", values[0], text) if values else line
        case "variable_declaration":
            symbol, value = parts
            return _after(f"{text(node).split()[0]} {text(symbol)} = ", value, text)  # in a parameter file: param
        case "using_statement":
            return f"using {text(parts[0])}"
        case "decorators":
            return "\n".join(_after("@", decorator.named_children[0], text) for decorator in parts)
    assert node.type == "comment", f"a {node.type}"
    return text(node).rstrip()


def _after(before: str, value: Node, text: Text) -> str:
    return before + _value(value, text, 0, len(before))


def _value(node: Node, text: Text, level: int, column: int) -> str:
    """A value that starts at a column of a line, on a level of indentation."""
    pad = "  " * (level + 1)
    if node.type == "call_expression":
        return _call(node, text, level, column)
    if node.type not in ("object", "array"):
        return text(node)
    opening, closing = "{}" if node.type == "object" else "[]"
    if not node.named_children:
        return opening + closing
    lines = []
    if node.type == "object":
        for property_ in node.named_children:
            name, value = property_.named_children
            lines.append(f"{text(name)}: {_value(value, text, level + 1, len(pad) + len(text(name)) + 2)}")
    else:
        for item, *rest in items(node, text):
            lines.append(text(item) + text(rest[0]) if rest else _value(item, text, level + 1, len(pad)))
    return "\n".join([opening, *(pad + line for line in lines), "  " * level + closing])


def _call(node: Node, text: Text, level: int, column: int) -> str:
    function, arguments = node.named_children
    opening = f"{text(function)}("
    if len(arguments.named_children) == 1:
        return opening + _value(arguments.named_children[0], text, level, column + len(opening)) + ")"
    values = [_value(argument, text, level + 1, 0) for argument in arguments.named_children]
    line = f"{opening}{', '.join(values)})"
    if column + len(line) <= WIDTH:
        return line
    pad = "  " * (level + 1)
    return "\n".join([opening, ",\n".join(pad + value for value in values), "  " * level + ")"])
