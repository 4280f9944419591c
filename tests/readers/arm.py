"""Read ARM templates back as a deployment would: JSON, in which text in brackets is an expression."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import jsonschema

from tests.readers import schema
from tests.readers.unique import unique

SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
TYPE = "Microsoft.App/sessionPools"
FACTS = Path(__file__).parent.parent / "facts" / "deploymentTemplate-2019-04-01.json"
EXPRESSION = 24_576  # characters
TEMPLATE, RESOURCE = 4 << 20, 1 << 20  # bytes


def read(folders: list[Path]) -> list[dict[str, object]]:
    """The deployments of the folders that hold an azuredeploy.json, in order."""
    validator = template_schema()
    files = [folder / "azuredeploy.json" for folder in folders]
    return [_read(file, validator) for file in files if file.exists()]


def template_schema() -> Any:
    """The validator of templates."""
    return jsonschema.Draft4Validator(json.loads(FACTS.read_text(encoding="utf-8")))


def _read(file: Path, validator: Any) -> dict[str, object]:
    try:
        return run(file.read_bytes(), file.name, validator)
    except AssertionError as error:
        error.add_note(str(file))
        raise


def run(source: bytes, file: str, validator: Any) -> dict[str, object]:
    """The deployment of a template."""
    template = json.loads(source.decode(), object_pairs_hook=_names, parse_constant=_refuse, parse_int=_int64)
    errors = [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(template)]
    assert not errors, errors
    assert list(template) == ["$schema", "contentVersion", "metadata", "resources", "outputs"], f"{file}: {[*template]}"
    assert (template["$schema"], template["contentVersion"]) == (SCHEMA, "1.0.0.0"), f"{file}: header"
    assert len(source) <= TEMPLATE, f"{file}: above 4 MB"
    (resource,) = template["resources"]
    assert len(json.dumps(resource, ensure_ascii=False).encode()) <= RESOURCE, f"{file}: above 1 MB"
    assert resource.pop("type") == TYPE, f"{file}: type"
    version = resource.pop("apiVersion")
    name = evaluate(resource.pop("name"))

    words = shlex.split(template["metadata"]["command"])
    assert words[:4] == ["az", "deployment", "group", "create"], f"{file}: {words}"
    options = dict(zip(words[4::2], words[5::2], strict=True))
    assert (options["--name"], options["--template-file"]) == (name, file), f"{file}: {words}"

    resource_id = f"resourceId('{TYPE}', '{name.replace(chr(39), chr(39) * 2)}')"
    assert template["outputs"] == {
        "id": {"type": "string", "value": f"[{resource_id}]"},
        "poolManagementEndpoint": {"type": "string", "value": f"[reference({resource_id}).poolManagementEndpoint]"},
    }, f"{file}: {template['outputs']}"
    body = evaluate(resource)
    schema.check(body, version)
    return {
        "subscriptionId": options["--subscription"],
        "resourceGroupName": options["--resource-group"],
        "sessionPoolName": name,
        "body": body,
    }


def evaluate(value: Any) -> Any:
    """What the deployment engine makes of a value; of functions it knows string('...'), and Bicep's json('...')."""
    match value:
        case dict():
            assert all(name.lower() != "copy" for name in value), "a copy loop"
            return _names([(evaluate(name), evaluate(item)) for name, item in value.items()])
        case list():
            return [evaluate(item) for item in value]
        case str() if value.startswith("[[") and value.endswith("]"):
            return value[1:]
        case str() if value.startswith("[") and value.endswith("]"):
            assert len(value) <= EXPRESSION, f"an expression of {len(value)} characters"
            call = re.fullmatch(r"\[(string|json)\('((?:[^']|'')*)'\)\]", value)
            assert call, f"an expression: {value}"
            text = call[2].replace("''", "'")
            return json.loads(text) if call[1] == "json" else text
    return value


def _names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, whose names a deployment tells apart by more than their case."""
    unique([(name.upper(), None) for name, _ in pairs])
    return dict(pairs)


def _int64(digits: str) -> int:
    assert -(2**63) <= int(digits) < 2**63, f"a deployment's integers have 64 bits: {digits}"
    return int(digits)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")
