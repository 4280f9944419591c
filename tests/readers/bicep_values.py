"""Bicep's values as its compiler takes them: texts, numbers, objects, and what becomes of each in a deployment."""

import json
import re
from collections.abc import Callable
from typing import Any

from tree_sitter import Node

from tests.readers.unique import unique

ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", "$": "$"}
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.?))|\$\{", re.DOTALL)
NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")
RESERVED = {"true", "false", "null"}
LITERAL = 131_072  # characters, one more than the compiler takes
INTEGER = re.compile(r"0|-?[1-9][0-9]*")


class Values:
    """Evaluates nodes of tree-sitter's tree; ``text`` gives a node's own text."""

    def __init__(self, text: Callable[[Node], str]) -> None:
        self.text = text

    def evaluate(self, node: Node) -> Any:
        """The value of an expression."""
        text = self.text(node)
        match node.type:
            case "string":
                return string(text)
            case "number" | "negated_number" | "unary_expression":
                assert INTEGER.fullmatch(text), f"no integer: {text}"
                assert -(2**63) <= int(text) < 2**63, f"BCP010: integers have 64 bits: {text}"
                return int(text)
            case "boolean" | "null":
                return json.loads(text)
            case "array":
                return self._items(node.named_children)
            case "object":
                pairs = [self._property(item) for item in node.named_children]
                unique(pairs)  # BCP025
                unique([(name.upper(), None) for name, _ in pairs])  # to a deployment they are one
                return dict(pairs)
            case "call_expression":
                return self._call(*node.named_children)
        raise AssertionError(f"a {node.type}: {text[:200]}")

    def _items(self, nodes: list[Node]) -> list[Any]:
        """The items of an array, where the grammar at times takes a call for a name and a value in brackets."""
        rest = iter(nodes)
        return [self._call(node, next(rest)) if node.type == "identifier" else self.evaluate(node) for node in rest]

    def _call(self, function: Node, arguments: Node) -> Any:
        assert self.text(function) == "json", f"calls {self.text(function)}"
        (argument,) = arguments.named_children
        number = json.loads(self.evaluate(argument), parse_int=_needless, parse_constant=_needless)
        assert isinstance(number, float), f"json() for what is no decimal: {number}"
        return number

    def _property(self, node: Node) -> tuple[str, Any]:
        name, value = node.named_children
        if name.type == "identifier":
            assert NAME.fullmatch(self.text(name)), f"no name: {self.text(name)}"
            assert self.text(name) not in RESERVED, f"BCP022: {self.text(name)} is no name"
            return self.text(name), self.evaluate(value)
        text = self.evaluate(name)
        needed = not NAME.fullmatch(text) or text in RESERVED
        assert needed, f"prefer-unquoted-property-names: {text}"
        return text, self.evaluate(value)


def string(literal: str) -> str:
    """The text of a string literal on one line."""
    assert re.fullmatch(r"'(?!'')[^\r\n]*'", literal), f"BCP004: not on one line: {literal[:200]}"
    assert literal.isprintable(), f"something in it cannot be seen: {literal[:200]!r}"

    def replace(match: re.Match[str]) -> str:
        code, char = match.groups()
        assert match[0] != "${", f"an interpolation in {literal[:200]}"
        assert code or char in ESCAPES, f"BCP006: no escape: {match[0]}"
        assert not code or int(code, 16) <= 0x10FFFF, f"BCP133: no character: {match[0]}"
        return chr(int(code, 16)) if code else ESCAPES[char]

    text = ESCAPE.sub(replace, literal[1:-1])
    assert not re.search("[\ud800-\udfff]", text), f"half a pair in {literal[:200]}"
    assert len(text.encode("utf-16-le")) // 2 < LITERAL, f"a text of {len(text)} characters"
    return text


def _needless(number: str) -> Any:
    raise AssertionError(f"json() for {number}")
