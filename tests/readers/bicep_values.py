"""Bicep's values as its compiler takes them: texts, numbers, objects, calls, and what a deployment makes of each."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from tree_sitter import Node

from tests.readers.bicep_layout import items, spreads
from tests.readers.unique import unique

ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", "$": "$"}
ESCAPE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_.]*)\}|\\(?:u\{([0-9a-fA-F]+)\}|(.?))|\$\{", re.DOTALL)
NAME = re.compile("[A-Za-z_][A-Za-z0-9_]*")
RESERVED = {"true", "false", "null"}
LITERAL = 131_072  # characters, one more than the compiler takes
INTEGER = re.compile(r"0|-?[1-9][0-9]*")
Functions = Mapping[str, Callable[..., Any]]


class Values:
    """Evaluates nodes of tree-sitter's tree; ``text`` gives a node's own text.

    ``names`` are the values of what is declared, and of resources a dict of their properties; ``used`` are those that
    were asked for. ``functions`` are known beside ``json``.
    """

    def __init__(self, text: Callable[[Node], str], names: Mapping[str, Any], functions: Functions) -> None:
        self.text = text
        self.names = names
        self.functions = functions
        self.used: set[str] = set()

    def evaluate(self, node: Node) -> Any:
        """The value of an expression."""
        text = self.text(node)
        match node.type:
            case "string":
                assert not re.fullmatch(r"'\$\{[^}]*\}'", text), f"simplify-interpolation: {text}"
                return self.string(text)
            case "unary_expression" if spreads(text):
                raise AssertionError(f"BCP401: spread here: {text[:200]}")
            case "parenthesized_expression":
                return self.evaluate(node.named_children[0])
            case "ternary_expression":
                condition, yes, no = map(self.evaluate, node.named_children)
                assert type(condition) is bool, f"BCP045: {condition!r} is no condition"
                return yes if condition else no
            case "number" | "negated_number" | "unary_expression":
                assert INTEGER.fullmatch(text), f"no integer: {text}"
                assert -(2**63) <= int(text) < 2**63, f"BCP010: integers have 64 bits: {text}"
                return int(text)
            case "boolean" | "null":
                return json.loads(text)
            case "identifier" | "member_expression":
                return self.named(text)
            case "array":
                return [value for item in items(node, self.text) for value in self._items(item)]
            case "object":
                pairs = [pair for item in node.named_children for pair in self._properties(item)]
                unique(pairs)  # BCP025
                unique([(name.upper(), None) for name, _ in pairs])  # to a deployment they are one
                return dict(pairs)
            case "call_expression":
                return self._call(*node.named_children)
        raise AssertionError(f"a {node.type}: {text[:200]}")

    def named(self, text: str) -> Any:
        """The value of a name, or of a property of what it names."""
        name, *path = text.split(".")
        assert name in self.names, f"BCP057: there is no {name}"
        self.used.add(name)
        value = self.names[name]
        for step in path:
            assert isinstance(value, Mapping), f"{name} has no properties"
            assert step in value, f"{name} has no {step}"
            value = value[step]
        return value

    def string(self, literal: str) -> str:
        """The text of a string literal on one line."""
        assert re.fullmatch(r"'(?!'')[^\r\n]*'", literal), f"BCP004: not on one line: {literal[:200]}"
        assert literal.isprintable(), f"something in it cannot be seen: {literal[:200]!r}"

        def replace(match: re.Match[str]) -> str:
            name, code, char = match.groups()
            if name:
                value = self.named(name)
                assert type(value) in (str, int), f"an interpolation of {value!r}"
                return str(value)
            assert match[0] != "${", f"an interpolation in {literal[:200]}"
            assert code or char in ESCAPES, f"BCP006: no escape: {match[0]}"
            assert not code or int(code, 16) <= 0x10FFFF, f"BCP133: no character: {match[0]}"
            return chr(int(code, 16)) if code else ESCAPES[char]

        text = ESCAPE.sub(replace, literal[1:-1])
        assert not re.search("[\ud800-\udfff]", text), f"half a pair in {literal[:200]}"
        assert len(text.encode("utf-16-le")) // 2 < LITERAL, f"a text of {len(text)} characters"
        return text

    def _call(self, function: Node, arguments: Node) -> Any:
        name = self.text(function)
        assert name not in self.names, f"BCP059: {name} is not a function"
        if name == "json":
            (argument,) = arguments.named_children
            return _json(self.evaluate(argument), argument.type == "string")
        assert name in self.functions, f"calls {name}"
        return self.functions[name](*map(self.evaluate, arguments.named_children))

    def _items(self, item: list[Node]) -> list[Any]:
        if len(item) > 1:
            return [self._call(*item)]
        if not spreads(self.text(item[0])):
            return [self.evaluate(item[0])]
        values = self.evaluate(item[0].named_children[0])
        assert isinstance(values, list), f"BCP397: spread of {values!r}"
        return values

    def _properties(self, node: Node) -> list[tuple[str, Any]]:
        name, value = node.named_children
        if not spreads(self.text(name)):
            return [self._property(node)]
        values = self.evaluate(value)
        assert isinstance(values, dict), f"BCP397: spread of {values!r}"
        return list(values.items())

    def _property(self, node: Node) -> tuple[str, Any]:
        name, value = node.named_children
        text = self.text(name)
        if name.type == "identifier":
            assert NAME.fullmatch(text), f"no name: {text}"
            assert text not in RESERVED, f"BCP022: {text} is no name"
            return text, self.evaluate(value)
        key = self.string(text)
        needed = not NAME.fullmatch(key) or key in RESERVED or "${" in text
        assert needed, f"prefer-unquoted-property-names: {key}"
        return key, self.evaluate(value)


def _json(text: str, is_literal: bool) -> float:
    number = json.loads(text, parse_int=_needless if is_literal else int, parse_constant=_needless)
    assert isinstance(number, float | int), f"json() for what is no number: {number}"
    return number


def _needless(number: str) -> Any:
    raise AssertionError(f"json() for {number}")
