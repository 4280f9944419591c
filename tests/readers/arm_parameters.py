"""The parameters of ARM templates: what is declared, what a file and the command line say, and what that comes to."""

import json
from collections.abc import Mapping
from typing import Any

from generator import naming
from tests.readers.arm_values import evaluate, names
from tests.readers.bicep_parameters import HARMLESS, SECRET

SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"
TYPES: dict[str, type] = {"string": str, "securestring": str, "int": int, "bool": bool, "array": list}
REGION = "[resourceGroup().location]"


def answered(
    declared: Mapping[str, Any],
    options: list[str],
    files: Mapping[str, bytes],
    given: Mapping[str, str],
    overrides: bool = True,
) -> dict[str, Any]:
    """The value of each parameter. ``options`` are the values of `--parameters`; ``given`` variables, and secrets.

    Whoever has a variable for a parameter with a default says that, too, where it ``overrides``.
    """
    named = [option.removeprefix("@") for option in options if option.startswith("@")]
    assert named == list(files), f"{named} of {[*files]}"
    found: dict[str, Any] = {}
    for name in named:
        found |= _file(files[name], given)
    said = [option for option in options if not option.startswith("@")]
    names([*found.items(), *((option.partition("=")[0], None) for option in said)])
    variables = {name: naming.environment(name) for name in declared if overrides and "defaultValue" in declared[name]}
    more = [f"{name}=${variable}" for name, variable in variables.items() if variable in given]
    for option in [*said, *more]:
        name, _, variable = option.partition("=")
        assert name in declared, f"no such parameter: {name}"
        assert variable.startswith("$"), f"no variable: {variable}"
        assert variable[1:] in given, f"{variable} is not set"
        value = given[variable[1:]]
        found[name] = int(value) if declared[name]["type"] == "int" else value
    names(list(found.items()))
    for name, parameter in declared.items():
        _check(name, parameter, parameter.get("defaultValue"))
        default = _default(parameter)
        assert default is not None or name in found, f"{name} has no value"
        _fits(name, parameter, found.setdefault(name, default))
    assert set(found) == set(declared), f"no such parameters: {set(found) - set(declared)}"
    return found


def _file(source: bytes, given: Mapping[str, str]) -> dict[str, Any]:
    """The values of a parameter file, which are no expressions."""
    file = json.loads(source.decode(), object_pairs_hook=names)
    assert list(file) == ["$schema", "contentVersion", "parameters"], f"a parameter file with {[*file]}"
    assert (file["$schema"], file["contentVersion"]) == (SCHEMA, "1.0.0.0"), "header of the parameter file"
    found = {}
    for name, entry in file["parameters"].items():
        if "reference" in entry:
            assert list(entry) == ["reference"], f"{name}: {entry}"
            vault, secret = entry["reference"]["keyVault"]["id"], entry["reference"]["secretName"]
            _, _, subscription, _, group, _, provider, kind, vault_name = vault.split("/")
            assert (provider, kind) == ("Microsoft.KeyVault", "vaults"), f"{name}: {vault}"
            found[name] = given[f"{subscription}/{group}/{vault_name}/{secret}"]
        else:
            assert list(entry) == ["value"], f"{name}: {entry}"
            found[name] = entry["value"]
    return found


def _check(name: str, parameter: Mapping[str, Any], default: Any) -> None:
    """Fail where a declaration is none, or not one that is well made."""
    assert parameter["type"] in TYPES, f"{name} is a {parameter['type']}"
    assert parameter.get("metadata", {}).get("description"), f"{name} is not described"
    for bound in ("minValue", "maxValue"):
        assert bound not in parameter or parameter["type"] == "int", f"{name} has {bound}"
    if parameter["type"] == "securestring":
        assert default is None, f"{name} is a secret with a default"
    elif parameter["type"] == "string" and SECRET.search(name):
        assert HARMLESS.search(name), f"{name} is a secret that is not secure"
    if default is not None:
        _fits(name, parameter, _default(parameter))


def _default(parameter: Mapping[str, Any]) -> Any:
    default = parameter.get("defaultValue")
    return default if default == REGION else evaluate(default)


def _fits(name: str, parameter: Mapping[str, Any], value: Any) -> None:
    assert type(value) is TYPES[parameter["type"]], f"{name} is {value!r}"
    assert value >= parameter.get("minValue", value), f"{name} is below its minimum: {value}"
    assert value <= parameter.get("maxValue", value), f"{name} is above its maximum: {value}"
    allowed = evaluate(parameter["allowedValues"]) if "allowedValues" in parameter else [value]
    assert value in allowed, f"{name} may not be {value}"
