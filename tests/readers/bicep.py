"""Read Bicep files back with tree-sitter's grammar, and evaluate the resources that they declare."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import tree_sitter_bicep
from tree_sitter import Language, Node, Parser

from tests.answers import GIVEN
from tests.readers import schema
from tests.readers.az import command
from tests.readers.bicep_layout import formatted, masked, spreads
from tests.readers.bicep_parameters import Declared, assigned, declared
from tests.readers.bicep_values import Values
from tests.readers.roles import executor, guid

OUTPUTS = {
    "id": ("string", "sessionPool.id"),
    "poolManagementEndpoint": ("string", "sessionPool.properties.poolManagementEndpoint"),
}
TYPE = re.compile(r"([A-Za-z.]+/[A-Za-z]+)@(\d{4}-\d\d-\d\d(?:-preview)?)")
TOKEN = re.compile(rb"//[^\n]*|'(?:\\.|[^'\\\n])*'")
ASSIGNS = re.compile(rb"^param (?=[A-Za-z_][A-Za-z0-9_]* = )", re.MULTILINE)
THERE = "if"  # of a resource under a condition, whether it is there
USING = re.compile(rb"^using ", re.MULTILINE)
POOL = "Microsoft.App/sessionPools"
EXISTING = {
    "Microsoft.App/managedEnvironments": "2025-07-01",
    "Microsoft.ManagedIdentity/userAssignedIdentities": "2024-11-30",
}


def read(folders: list[Path], given: Mapping[str, str] = GIVEN) -> list[dict[str, object]]:
    """The deployments of the folders that hold a main.bicep, in order; ``given`` are environment variables."""
    files = [folder / "main.bicep" for folder in folders if (folder / "main.bicep").exists()]
    found = []
    for file in files:
        parameters = {other.name: other.read_bytes() for other in file.parent.glob("*.bicepparam")}
        try:
            found.append(run(file.read_bytes(), file.name, parameters, given))
        except AssertionError as error:
            error.add_note(str(file))
            raise
    return found


def run(
    source: bytes, file: str, parameters: Mapping[str, bytes] = {}, given: Mapping[str, str] = {}
) -> dict[str, object]:
    """The deployment that a file stands for, with the parameter file that its command names, of ``parameters``."""
    root, text = parse(source)
    nodes = list(root.named_children)
    first, second = nodes.pop(0), nodes.pop(0)
    assert {first.type, second.type} == {"comment"}, "no comment with the command"
    options = command(text(second).removeprefix("//"))

    known = _parameters(nodes, text)
    names = {parameter.name: parameter.default for parameter in known}
    if known:
        (chosen,) = options.get("--parameters", ["nothing"])
        assert set(parameters) == {chosen}, f"{chosen} of {set(parameters)}"
        tree, its_text = parse(parameters[chosen])
        using, values = assigned(tree, its_text, given)
        assert (using, "--template-file" in options) == (file, False), f"using {using}"
        assert set(values) == set(names), f"BCP258, BCP259: {set(values) ^ set(names)}"
        for parameter in known:
            parameter.check(values[parameter.name])
        names = values
    else:
        assert options.get("--template-file") == [file], options
        assert "--parameters" not in options, options

    (subscription,), (group,), (name,) = options["--subscription"], options["--resource-group"], options["--name"]
    return _deployment(nodes, text, names, (subscription, group, name))


def module(source: bytes, files: Mapping[str, bytes], given: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """The deployments of a module, by its parameter files, which name the command."""
    root, text = parse(source)
    metadata, *nodes = root.named_children
    assert text(metadata).startswith("metadata description = '"), text(metadata)
    known = _parameters(nodes, text)
    found = {}
    for file, content in files.items():
        tree, its_text = parse(content)
        options = command(its_text(tree.named_children[1]).removeprefix("//"))
        assert (options["--parameters"], "--template-file" in options) == ([file], False), options
        using, values = assigned(tree, its_text, given)
        assert using == "main.bicep", f"using {using}"
        names = {parameter.name: parameter.default for parameter in known}
        lacking = {name for name, default in names.items() if default is None} - set(values)
        assert not lacking, f"BCP258: {lacking}"
        assert set(values) <= set(names), f"BCP259: {set(values) - set(names)}"
        names |= values
        for parameter in known:
            parameter.check(names[parameter.name])
        (subscription,), (group,), (name,) = options["--subscription"], options["--resource-group"], options["--name"]
        found[file] = _deployment(list(nodes), text, names, (subscription, group, name))
    return found


def _parameters(nodes: list[Node], text: Callable[[Node], str]) -> list[Declared]:
    """The declarations at the beginning of some nodes, taken from them."""
    known = []
    while nodes[0].type in ("decorators", "parameter_declaration"):
        assert nodes[0].type == "decorators", f"no description: {text(nodes[0])}"
        known.append(declared(nodes.pop(0), nodes.pop(0), text))
    names = [parameter.name for parameter in known]
    assert len(names) == len({name.lower() for name in names}), f"BCP028: twice: {names}"
    return known


def parse(source: bytes) -> tuple[Node, Callable[[Node], str]]:
    """The tree of a file that has no error and is laid out right, and what gives the text of its nodes."""
    root, text = tree(source)
    assert formatted(root, text).split("\n") == source.decode().split("\n"), "bicep format would change it"
    return root, text


def tree(source: bytes) -> tuple[Node, Callable[[Node], str]]:
    """The same, whatever the layout."""

    def text(node: Node) -> str:
        return source[node.start_byte : node.end_byte].decode()

    # The grammar takes a comment for one even at the start of a string ('// x'): it gets to see no slash there.
    # Texts are read from the source itself.
    # Nor does it know parameter files: what assigns a parameter there is to it a variable, in as many letters.
    plain = TOKEN.sub(lambda m: m[0] if m[0].startswith(b"//") else m[0].replace(b"/", b"_"), masked(source))
    if USING.search(source):
        plain = ASSIGNS.sub(b"var   ", plain)
    root = Parser(Language(tree_sitter_bicep.language())).parse(plain).root_node
    assert not root.has_error, f"syntax error at {_errors(root)}"
    return root, text


def _deployment(
    nodes: list[Node], text: Callable[[Node], str], names: dict[str, Any], address: tuple[str, str, str]
) -> dict[str, object]:
    """What the declarations after the parameters come to, at an address: subscription, resource group and pool."""
    subscription, group, name = address
    functions: dict[str, Callable[..., Any]] = {
        "guid": guid,
        "resourceGroup": lambda *parts: (subscription, *parts)[-2:],
        "subscriptionResourceId": lambda type_, name: f"/subscriptions/{subscription}/providers/{type_}/{name}",
    }
    names = dict(names)
    declared_names = set(names)
    values = Values(text, names, functions)
    while nodes[0].type in ("comment", "variable_declaration"):
        if nodes[0].type == "variable_declaration":
            variable, value = nodes[0].named_children
            _declare(names, text(variable), values.evaluate(value))
        nodes.pop(0)
    while any(child.type == "existing" for child in nodes[0].children):
        symbol, type_, found = _resource(nodes.pop(0), values)
        assert EXISTING.get(type_[0]) == type_[1], f"existing: {type_}"
        scope = found.pop("scope", (subscription, group))
        owner = f"/subscriptions/{scope[0]}/resourceGroups/{scope[1]}"
        _declare(names, symbol, {"id": f"{owner}/providers/{type_[0]}/{found.pop('name')}"})
        assert not found, f"existing: {found}"

    pool_id = f"/subscriptions/{subscription}/resourceGroups/{group}/providers/{POOL}/{name}"
    symbol, (type_name, version), body = _resource(nodes.pop(0), values)
    assert (symbol, type_name) == ("sessionPool", POOL), f"{symbol} is a {type_name}"
    assert body.pop("name") == name, f"not called {name}"
    schema.check(body, version)
    _declare(names, symbol, {"id": pool_id})
    roles = []
    while nodes[0].type == "resource_declaration":
        symbol, type_, assignment = _resource(nodes.pop(0), values)
        _declare(names, symbol, {})
        if not assignment.pop(THERE, True):
            continue
        assert assignment.pop("scope") == {"id": pool_id}, "a role elsewhere"
        roles.append(executor(type_, assignment, subscription, pool_id))
    parts = [[text(part) for part in output.named_children] for output in nodes]
    assert {part[0]: tuple(part[1:]) for part in parts} == OUTPUTS, parts
    declared_names |= {name for name in names if not name.startswith("sessionExecutor")} - {"sessionPool"}
    assert declared_names <= values.used, f"no-unused-*: {declared_names - values.used}"
    found = {"subscriptionId": subscription, "resourceGroupName": group, "sessionPoolName": name, "body": body}
    return {**found, "executors": roles} if roles else found


def _declare(names: dict[str, Any], symbol: str, value: Any) -> None:
    assert symbol not in names, f"BCP028: twice: {symbol}"
    names[symbol] = value


def _resource(node: Node, values: Values) -> tuple[str, tuple[str, str], dict[str, Any]]:
    """A resource's symbol, type and API version, and body."""
    assert node.type == "resource_declaration", node.type
    symbol, declared_type, value = node.named_children
    there = {}
    if value.type == "if_statement":
        condition, value = value.named_children
        there = {THERE: values.evaluate(condition)}
    assert not any(spreads(values.text(item)) for item in value.named_children), "BCP401: spread in a resource"
    type_ = TYPE.fullmatch(values.evaluate(declared_type))
    assert type_, values.text(declared_type)
    body = {name: item for name, item in values.evaluate(value).items() if item is not None}
    return values.text(symbol), (type_[1], type_[2]), there | body


def _errors(node: Node) -> list[str]:
    if node.is_error or node.is_missing:
        return [f"{node.start_point.row + 1}:{node.start_point.column + 1}"]
    return [error for child in node.children for error in _errors(child)]
