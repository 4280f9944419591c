"""Read ARM templates back as a deployment would: JSON, in which text in brackets is an expression."""

import copy
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema

from tests.answers import GIVEN
from tests.readers import schema
from tests.readers.arm_parameters import answered
from tests.readers.arm_values import evaluate, names
from tests.readers.az import command
from tests.readers.roles import executor, guid

SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
TYPE = "Microsoft.App/sessionPools"
FACTS = Path(__file__).parent.parent / "facts" / "deploymentTemplate-2019-04-01.json"
TEMPLATE, RESOURCE = 4 << 20, 1 << 20  # bytes
PARTS = ["$schema", "contentVersion", "metadata", "parameters", "variables", "resources", "outputs"]
VARIABLES = 512


def read(folders: list[Path], given: Mapping[str, str] = GIVEN) -> list[dict[str, object]]:
    """The deployments of the folders that hold an azuredeploy.json, in order; ``given`` are environment variables."""
    validator = template_schema()
    files = [folder / "azuredeploy.json" for folder in folders]
    return [_read(file, validator, given) for file in files if file.exists()]


def template_schema() -> Any:
    """The validator of templates."""
    return jsonschema.Draft4Validator(json.loads(FACTS.read_text(encoding="utf-8")))


def _read(file: Path, validator: Any, given: Mapping[str, str]) -> dict[str, object]:
    try:
        parameters = {other.name: other.read_bytes() for other in file.parent.glob("parameters.*.json")}
        return run(file.read_bytes(), file.name, validator, parameters, given)
    except AssertionError as error:
        error.add_note(str(file))
        raise


def run(
    source: bytes,
    file: str,
    validator: Any,
    parameters: Mapping[str, bytes] = {},
    given: Mapping[str, str] = {},
) -> dict[str, object]:
    """The deployment of a template by the command that it names, with ``parameters`` files beside it."""
    template = _template(source, file, validator)
    return _deploy(template, file, command(template["metadata"]["command"]), parameters, given)


def _template(source: bytes, file: str, validator: Any) -> dict[str, Any]:
    template: dict[str, Any] = json.loads(
        source.decode(), object_pairs_hook=names, parse_constant=_refuse, parse_int=_int64
    )
    errors = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(template)]
    assert not errors, errors
    assert list(template) == [part for part in PARTS if part in template], f"{file}: {[*template]}"
    assert (template["$schema"], template["contentVersion"]) == (SCHEMA, "1.0.0.0"), f"{file}: header"
    assert len(source) <= TEMPLATE, f"{file}: above 4 MB"
    pool = template["resources"][0]
    assert len(json.dumps(pool, ensure_ascii=False).encode()) <= RESOURCE, f"{file}: above 1 MB"
    return template


def module(source: bytes, files: Mapping[str, bytes], given: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """The deployments of a module, by its profiles."""
    template = _template(source, "azuredeploy.json", template_schema())
    assert list(template["metadata"]) == ["description", "commands"], template["metadata"]
    found = {}
    for profile, line in template["metadata"]["commands"].items():
        chosen = f"parameters.{profile}.json"
        content = {chosen: files[chosen]}
        found[profile] = _deploy(copy.deepcopy(template), "azuredeploy.json", command(line), content, given)
    return found


def _deploy(
    template: dict[str, Any],
    file: str,
    options: dict[str, list[str]],
    parameters: Mapping[str, bytes],
    given: Mapping[str, str],
) -> dict[str, object]:
    assert options["--template-file"] == [file], f"{file}: {options}"
    pool, *assignments = template["resources"]
    (subscription,), (group,), (name,) = options["--subscription"], options["--resource-group"], options["--name"]
    declared = template.get("parameters", {})
    assert declared or "parameters" not in template, f"{file}: no parameters"
    overrides = "command" in template["metadata"]  # what a module declares with a default is not for the shell
    values = answered(declared, options.get("--parameters", []), parameters, given, overrides)
    used: set[str] = set()

    def parameter(asked: str) -> Any:
        used.add(asked)
        return values[asked]

    owner = f"/subscriptions/{subscription}"
    variables: dict[str, Any] = template.get("variables", {})
    assert variables or "variables" not in template, f"{file}: no variables"
    assert len({name.lower() for name in variables}) == len(variables) <= VARIABLES, f"{file}: variables"

    def variable(asked: str) -> Any:
        used.add(f"variable {asked}")
        return evaluate(variables[asked], functions)

    functions: dict[str, Callable[..., Any]] = {
        "parameters": parameter,
        "variables": variable,
        "if": _if,
        "null": lambda: None,
        "createObject": dict,
        "createArray": lambda *items: list(items),
        "union": _union,
        "flatten": _flatten,
        "guid": guid,
        "resourceId": lambda *parts: _id(subscription, group, *parts),
        "subscriptionResourceId": lambda type_, name: f"{owner}/providers/{type_}/{name}",
    }
    version = pool.pop("apiVersion")
    pool.pop("comments", None)
    body = evaluate(pool, functions)
    assert (body.pop("type"), body.pop("name")) == (TYPE, name), f"{file}: type, name"
    pool_id = f"{owner}/resourceGroups/{group}/providers/{TYPE}/{name}"
    roles = [evaluate(assignment, functions) for assignment in assignments]
    there = [role for role in roles if role.pop("condition", True) is True]
    executors = [_executor(role, subscription, pool_id) for role in there]
    body = {name: value for name, value in body.items() if value is not None}
    everything = {*declared, *(f"variable {name}" for name in variables)}
    assert used == everything, f"{file}: nothing uses {everything - used}"

    called = (
        "parameters('sessionPoolName')" if "sessionPoolName" in declared else f"'{name.replace(chr(39), chr(39) * 2)}'"
    )
    resource_id = f"resourceId('{TYPE}', {called})"
    assert template["outputs"] == {
        "id": {"type": "string", "value": f"[{resource_id}]"},
        "poolManagementEndpoint": {"type": "string", "value": f"[reference({resource_id}).poolManagementEndpoint]"},
    }, f"{file}: {template['outputs']}"
    schema.check(body, version)
    found: dict[str, object] = {
        "subscriptionId": subscription,
        "resourceGroupName": group,
        "sessionPoolName": name,
        "body": body,
    }
    return {**found, "executors": executors} if executors else found


def _id(subscription: str, group: str, *parts: str) -> str:
    """The ID of a resource by type and name, before which another group, or subscription and group, may stand."""
    *scope, type_, name = parts
    subscription, group = (subscription, group, *scope)[-2:] if len(scope) != 1 else (subscription, scope[0])
    return f"/subscriptions/{subscription}/resourceGroups/{group}/providers/{type_}/{name}"


def _executor(assignment: dict[str, Any], subscription: str, pool_id: str) -> tuple[str, str]:
    type_ = (assignment.pop("type"), assignment.pop("apiVersion"))
    assert (assignment.pop("scope"), assignment.pop("dependsOn")) == (pool_id, [pool_id]), "a role elsewhere"
    return executor(type_, assignment, subscription, pool_id)


def _if(condition: Any, yes: Any, no: Any) -> Any:
    assert type(condition) is bool, f"{condition!r} is no condition"
    return yes if condition else no


def _flatten(lists: list[list[Any]]) -> list[Any]:
    assert all(isinstance(items, list) for items in lists), f"flatten of {lists}"
    return [item for items in lists for item in items]


def _union(*objects: dict[str, Any]) -> dict[str, Any]:
    """The objects as one. Of what two of them have, a deployment would make a mixture."""
    return names([pair for each in objects for pair in each.items()])


def _int64(digits: str) -> int:
    assert -(2**63) <= int(digits) < 2**63, f"a deployment's integers have 64 bits: {digits}"
    return int(digits)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")
