"""Bicep as `bicep format` leaves it: two blanks a level, one item a line, no commas, one blank line between parts.

A call of more than one argument that does not fit on its line has one argument a line, with commas.
"""

import re
from collections.abc import Callable, Iterator

from tree_sitter import Node

WIDTH = 120
SIGN = re.compile(rb"//[^\n]*|'(?:\\.|[^'\\\n])*'|\.\.\.\(|[\[\](){}]")
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


def masked(source: bytes) -> bytes:
    """A file without what the grammar does not know, letter for letter: a spread is to it a property, or a negation."""
    within: list[bytes] = []

    def mask(match: re.Match[bytes]) -> bytes:
        found = match[0]
        if found in b")]}":
            within.pop()
        elif found[-1:] in b"([{":
            within.append(found[-1:])
        if found == b"...(":
            return b"_: (" if within[-2] == b"{" else b"  !("
        return found

    return SIGN.sub(mask, source)


def spreads(text: str) -> bool:
    """Whether the text of a property's name, or of an item, is that of a spread."""
    return text.startswith(".")


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
        case "metadata_declaration":
            symbol, value = parts
            return _after(f"metadata {text(symbol)} = ", value, text)
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
    if node.type == "parenthesized_expression":
        return f"({_value(node.named_children[0], text, level, column + 1)})"
    if node.type == "if_statement":
        condition, body = node.named_children
        return f"if {text(condition)} {_value(body, text, level, 0)}"
    if node.type == "ternary_expression":
        return _ternary(node, text, level, column)
    if node.type not in ("object", "array"):
        return text(node)
    opening, closing = "{}" if node.type == "object" else "[]"
    if not node.named_children:
        return opening + closing
    lines = []
    if node.type == "object":
        for property_ in node.named_children:
            name, value = property_.named_children
            before = "..." if spreads(text(name)) else f"{text(name)}: "
            lines.append(before + _value(value, text, level + 1, len(pad) + len(before)))
    else:
        for item, *rest in items(node, text):
            if spreads(text(item)):
                lines.append("..." + _value(item.named_children[0], text, level + 1, len(pad) + 3))
            else:
                lines.append(text(item) + text(rest[0]) if rest else _value(item, text, level + 1, len(pad)))
    return "\n".join([opening, *(pad + line for line in lines), "  " * level + closing])


def _ternary(node: Node, text: Text, level: int, column: int) -> str:
    """One value or the other: on one line, or where there is a line break before the question mark on three."""
    condition, yes, no = node.named_children
    if yes.start_point.row == condition.end_point.row:
        line = f"{text(condition)} ? {_inline(yes, text)} : {_inline(no, text)}"
        assert column + len(line) < WIDTH, f"a line of {column + len(line)}: {line}"
        return line
    pad = "  " * (level + 1)
    values = [_value(value, text, level + 2, len(pad) + 2) for value in (yes, no)]
    return f"{text(condition)}\n{pad}? {values[0]}\n{pad}: {values[1]}"


def _inline(node: Node, text: Text) -> str:
    """A value on one line."""
    match node.type:
        case "object" if node.named_children:
            pairs = [property_.named_children for property_ in node.named_children]
            return "{ " + ", ".join(f"{text(name)}: {_inline(value, text)}" for name, value in pairs) + " }"
        case "array":
            return "[" + ", ".join("".join(map(text, item)) for item in items(node, text)) + "]"
    assert "\n" not in text(node), text(node)
    return text(node)


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
