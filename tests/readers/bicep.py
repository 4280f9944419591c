"""Read Bicep files back with tree-sitter's grammar, and evaluate the resource that they declare."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import tree_sitter_bicep
from tree_sitter import Language, Node, Parser

OUTPUTS = {"id": "sessionPool.id", "poolManagementEndpoint": "sessionPool.properties.poolManagementEndpoint"}
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", "$": "$"}
ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]+)\}|(.))|\$\{", re.DOTALL)
TOKEN = re.compile(rb"//[^\n]*|'(?:\\.|[^'\\\n])*'")


def read(folders: list[Path]) -> list[dict[str, object]]:
    """The deployments of the folders that hold a main.bicep, in order."""
    parser = Parser(Language(tree_sitter_bicep.language()))
    return [_File(folder / "main.bicep", parser).read() for folder in folders if (folder / "main.bicep").exists()]


class _File:
    def __init__(self, path: Path, parser: Parser) -> None:
        self.path = path
        self.source = path.read_bytes()
        # The grammar takes a comment for one even at the start of a string ('// x'): it gets to see no slash there.
        # Texts are read from the source itself.
        masked = TOKEN.sub(lambda m: m[0] if m[0].startswith(b"//") else m[0].replace(b"/", b"_"), self.source)
        self.root = parser.parse(masked).root_node
        assert not self.root.has_error, f"{path}: syntax error at {self._errors(self.root)}"

    def read(self) -> dict[str, object]:
        first, second, resource, *outputs = self.root.named_children
        assert {first.type, second.type} == {"comment"}, f"{self.path}: no comment with the command"
        words = shlex.split(self._text(second).removeprefix("//"))
        assert words[:4] == ["az", "deployment", "group", "create"], f"{self.path}: {words}"
        options = dict(zip(words[4::2], words[5::2], strict=True))

        assert resource.type == "resource_declaration", f"{self.path}: {resource.type}"
        symbol, declared, value = resource.named_children
        assert self._text(symbol) == "sessionPool", f"{self.path}: {self._text(symbol)}"
        kind = self._value(declared)
        assert re.fullmatch(r"Microsoft\.App/sessionPools@\d{4}-\d\d-\d\d(-preview)?", kind), f"{self.path}: {kind}"
        body = self._value(value)
        name = body.pop("name")
        assert (options["--name"], options["--template-file"]) == (name, self.path.name), f"{self.path}: {words}"
        found = {self._text(output.named_children[0]): self._text(output.named_children[2]) for output in outputs}
        assert found == OUTPUTS, f"{self.path}: outputs {found}"
        return {
            "subscriptionId": options["--subscription"],
            "resourceGroupName": options["--resource-group"],
            "sessionPoolName": name,
            "body": body,
        }

    def _text(self, node: Node) -> str:
        return self.source[node.start_byte : node.end_byte].decode()

    def _value(self, node: Node) -> Any:
        match node.type:
            case "string":
                return _unescape(self._text(node))
            case "number":
                return int(self._text(node))
            case "boolean" | "null":
                return json.loads(self._text(node))
            case "array":
                return self._items(node.named_children)
            case "object":
                pairs = [self._property(item) for item in node.named_children]
                assert len(dict(pairs)) == len(pairs), f"{self.path}: BCP025 among {[name for name, _ in pairs]}"
                return dict(pairs)
            case "call_expression":
                return self._call(*node.named_children)
        raise AssertionError(f"{self.path}: a {node.type}: {self._text(node)}")

    def _items(self, nodes: list[Node]) -> list[Any]:
        """The items of an array, where the grammar at times takes a call for a name and a value in brackets."""
        rest = iter(nodes)
        return [self._call(node, next(rest)) if node.type == "identifier" else self._value(node) for node in rest]

    def _call(self, function: Node, arguments: Node) -> Any:
        assert self._text(function) == "json", f"{self.path}: calls {self._text(function)}"
        (argument,) = arguments.named_children
        return json.loads(self._value(argument))

    def _property(self, node: Node) -> tuple[str, Any]:
        name, value = node.named_children
        if name.type == "identifier":
            return self._text(name), self._value(value)
        text = self._value(name)
        needed = not re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", text) or text in ("true", "false", "null")
        assert needed, f"{self.path}: prefer-unquoted-property-names: {text}"
        return text, self._value(value)

    def _errors(self, node: Node) -> list[str]:
        if node.is_error or node.is_missing:
            return [f"{node.start_point.row + 1}:{node.start_point.column + 1} {self._text(node)[:60]!r}"]
        return [error for child in node.children for error in self._errors(child)]


def _unescape(literal: str) -> str:
    assert re.fullmatch(r"'(?!'')[^\r\n]*'", literal), f"not on one line: {literal}"

    def replace(match: re.Match[str]) -> str:
        code, char = match.groups()
        assert match[0] != "${", f"an interpolation in {literal}"
        return chr(int(code, 16)) if code else ESCAPES[char]

    return ESCAPE.sub(replace, literal[1:-1])
