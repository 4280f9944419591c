"""The parameters of Bicep files: what is declared, what a .bicepparam file assigns, and what that comes to."""

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from tree_sitter import Node

from tests.readers.bicep_values import Values

TYPES: dict[str, type] = {"string": str, "int": int, "bool": bool, "array": list, "string[]": list}
REGION = "resourceGroup().location"
ORDER = ["description", "secure", "minValue", "maxValue", "allowed"]
RESERVED = {"az", "sys", "true", "false", "null"}
SECRET = re.compile("password|pwd|secret|accountkey|acctkey", re.IGNORECASE)
HARMLESS = re.compile("secretpermissions|secretversion|secretur[il]|secretname", re.IGNORECASE)


class Declared(NamedTuple):
    """A parameter; ``default`` is None where there is none."""

    name: str
    type: str
    decorators: Mapping[str, Any]
    default: Any

    def check(self, value: Any) -> None:
        """Fail where a value is none that the deployment takes."""
        assert type(value) is TYPES[self.type], f"BCP033: {self.name} is {value!r}"
        if self.type == "string[]" and isinstance(value, list):
            assert all(type(item) is str for item in value), f"BCP034: {self.name}: {value}"
        assert value >= self.decorators.get("minValue", value), f"{self.name} is below its minimum: {value}"
        assert value <= self.decorators.get("maxValue", value), f"{self.name} is above its maximum: {value}"
        assert value in self.decorators.get("allowed", [value]), f"{self.name} may not be {value}"


def declared(decorators: Node, node: Node, text: Callable[[Node], str]) -> Declared:
    """A declaration with what stands above it."""
    values = Values(text, {}, {})
    found: dict[str, Any] = {}
    for decorator in decorators.named_children:
        function, arguments = decorator.named_children[0].named_children
        given = [values.evaluate(argument) for argument in arguments.named_children]
        assert text(function) not in found, f"twice: {text(function)}"
        found[text(function)] = given[0] if given else True
    assert list(found) == sorted(found, key=ORDER.index), f"decorators: {[*found]}"
    symbol, type_, *default = node.named_children
    region = [text(node) for node in default] == [REGION]
    value = REGION if region else values.evaluate(default[0]) if default else None
    parameter = Declared(text(symbol), text(type_), found, value)
    assert parameter.type in TYPES, f"BCP302: no type: {parameter.type}"
    assert parameter.name not in RESERVED | set(TYPES) | set(ORDER), f"BCP084: {parameter.name} is reserved"
    assert found.get("description"), f"no description: {parameter.name}"
    for bound in ("minValue", "maxValue"):
        assert bound not in found or parameter.type == "int", f"BCP166: {bound} for a {parameter.type}"
    if "secure" in found:
        assert parameter.default is None, f"secure-parameter-default: {parameter.name}"
    elif parameter.type == "string" and SECRET.search(parameter.name):
        assert HARMLESS.search(parameter.name), f"secure-secrets-in-params: {parameter.name}"
    if parameter.default is not None:
        parameter.check(parameter.default)
    return parameter


def assigned(root: Node, text: Callable[[Node], str], given: Mapping[str, str]) -> tuple[str, dict[str, Any]]:
    """The file that a parameter file is for, and its values; ``given`` are environment variables, and secrets."""

    def variable(name: str, *default: str) -> str:
        assert name in given or default, f"BCP427: there is no environment variable {name}"
        return given[name] if name in given else default[0]

    def secret(subscription: str, group: str, vault: str, name: str) -> str:
        assert re.fullmatch("[0-9A-Za-z-]{1,127}", name), f"no name of a secret: {name}"
        return given[f"{subscription}/{group}/{vault}/{name}"]

    functions: dict[str, Callable[..., Any]] = {"readEnvironmentVariable": variable, "getSecret": secret, "int": int}
    using, *assignments = (node for node in root.named_children if node.type != "comment")
    assert using.type == "using_statement", using.type
    found: dict[str, Any] = {}
    for node in assignments:
        assert text(node).startswith("param "), f"a {node.type}"
        symbol, value = node.named_children
        assert text(symbol) not in found, f"BCP028: twice: {text(symbol)}"
        found[text(symbol)] = Values(text, found, functions).evaluate(value)
    return Values(text, {}, {}).string(text(using.named_children[0])), found
