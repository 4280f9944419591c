"""Read ARM templates back as a deployment would: JSON, in which text in brackets is an expression."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
TYPE = "Microsoft.App/sessionPools"


def read(folders: list[Path]) -> list[dict[str, object]]:
    """The deployments of the folders that hold an azuredeploy.json, in order."""
    return [_read(folder / "azuredeploy.json") for folder in folders if (folder / "azuredeploy.json").exists()]


def _read(file: Path) -> dict[str, object]:
    template = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=_unique, parse_constant=_refuse)
    assert list(template) == ["$schema", "contentVersion", "metadata", "resources", "outputs"], f"{file}: {[*template]}"
    assert (template["$schema"], template["contentVersion"]) == (SCHEMA, "1.0.0.0"), f"{file}: header"
    (resource,) = template["resources"]
    assert resource.pop("type") == TYPE, f"{file}: type"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d(-preview)?", resource.pop("apiVersion")), f"{file}: apiVersion"
    name = _evaluate(resource.pop("name"))

    words = shlex.split(template["metadata"]["command"])
    assert words[:4] == ["az", "deployment", "group", "create"], f"{file}: {words}"
    options = dict(zip(words[4::2], words[5::2], strict=True))
    assert (options["--name"], options["--template-file"]) == (name, file.name), f"{file}: {words}"

    resource_id = f"resourceId('{TYPE}', '{name.replace(chr(39), chr(39) * 2)}')"
    assert template["outputs"] == {
        "id": {"type": "string", "value": f"[{resource_id}]"},
        "poolManagementEndpoint": {"type": "string", "value": f"[reference({resource_id}).poolManagementEndpoint]"},
    }, f"{file}: {template['outputs']}"
    return {
        "subscriptionId": options["--subscription"],
        "resourceGroupName": options["--resource-group"],
        "sessionPoolName": name,
        "body": _evaluate(resource),
    }


def _evaluate(value: Any) -> Any:
    """What the deployment engine makes of a value; of functions it knows only string('...')."""
    match value:
        case dict():
            assert all(name.lower() != "copy" for name in value), "a copy loop"
            return _unique([(_evaluate(name), _evaluate(item)) for name, item in value.items()])
        case list():
            return [_evaluate(item) for item in value]
        case str() if value.startswith("[[") and value.endswith("]"):
            return value[1:]
        case str() if value.startswith("[") and value.endswith("]"):
            call = re.fullmatch(r"\[string\('((?:[^']|'')*)'\)\]", value)
            assert call, f"an expression: {value}"
            return call[1].replace("''", "'")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), f"a key stands twice among {[name for name, _ in pairs]}"
    return dict(pairs)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")
