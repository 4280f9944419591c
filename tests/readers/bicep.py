"""Read Bicep files back with tree-sitter's grammar, and evaluate the resource that they declare."""

import re
import shlex
from pathlib import Path

import tree_sitter_bicep
from tree_sitter import Language, Node, Parser

from tests.readers import schema
from tests.readers.bicep_layout import formatted
from tests.readers.bicep_values import Values

OUTPUTS = {
    "id": ("string", "sessionPool.id"),
    "poolManagementEndpoint": ("string", "sessionPool.properties.poolManagementEndpoint"),
}
TYPE = re.compile(r"Microsoft\.App/sessionPools@(\d{4}-\d\d-\d\d(?:-preview)?)")
TOKEN = re.compile(rb"//[^\n]*|'(?:\\.|[^'\\\n])*'")


def read(folders: list[Path]) -> list[dict[str, object]]:
    """The deployments of the folders that hold a main.bicep, in order."""
    files = [folder / "main.bicep" for folder in folders if (folder / "main.bicep").exists()]
    found = []
    for file in files:
        try:
            found.append(run(file.read_bytes(), file.name))
        except AssertionError as error:
            error.add_note(str(file))
            raise
    return found


def run(source: bytes, file: str) -> dict[str, object]:
    """The deployment that a file stands for."""

    def text(node: Node) -> str:
        return source[node.start_byte : node.end_byte].decode()

    # The grammar takes a comment for one even at the start of a string ('// x'): it gets to see no slash there.
    # Texts are read from the source itself.
    masked = TOKEN.sub(lambda m: m[0] if m[0].startswith(b"//") else m[0].replace(b"/", b"_"), source)
    root = Parser(Language(tree_sitter_bicep.language())).parse(masked).root_node
    assert not root.has_error, f"syntax error at {_errors(root)}"
    assert formatted(root, text).split("\n") == source.decode().split("\n"), "bicep format would change it"

    first, second, resource, *outputs = root.named_children
    assert {first.type, second.type} == {"comment"}, "no comment with the command"
    words = shlex.split(text(second).removeprefix("//"))
    assert words[:4] == ["az", "deployment", "group", "create"], words
    options = dict(zip(words[4::2], words[5::2], strict=True))

    assert resource.type == "resource_declaration", resource.type
    symbol, declared, value = resource.named_children
    assert text(symbol) == "sessionPool", text(symbol)
    values = Values(text)
    type_ = TYPE.fullmatch(values.evaluate(declared))
    assert type_, text(declared)
    body = values.evaluate(value)
    name = body.pop("name")
    assert (options["--name"], options["--template-file"]) == (name, file), words
    parts = [[text(part) for part in output.named_children] for output in outputs]
    assert {symbol: (kind, value) for symbol, kind, value in parts} == OUTPUTS, parts
    schema.check(body, type_[1])
    return {
        "subscriptionId": options["--subscription"],
        "resourceGroupName": options["--resource-group"],
        "sessionPoolName": name,
        "body": body,
    }


def _errors(node: Node) -> list[str]:
    if node.is_error or node.is_missing:
        return [f"{node.start_point.row + 1}:{node.start_point.column + 1}"]
    return [error for child in node.children for error in _errors(child)]
