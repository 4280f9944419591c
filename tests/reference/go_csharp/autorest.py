"""AutoRest on the specification of session pools with other examples: one run for many."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.reference.go_csharp.install import MODULES

PLACE = "specification/app/resource-manager/Microsoft.App/ContainerApps/stable/2025-07-01"
OPERATION = "ContainerAppsSessionPools_CreateOrUpdate"

Examples = dict[str, tuple[str, dict[str, Any]]]  # name to title and content


def specification(examples: Examples, swagger: Path, root: Path) -> Path:
    """Lay the specification out below ``root`` as in its repository; the path of its file."""
    shutil.rmtree(root, ignore_errors=True)
    home, common = root / PLACE, root / "specification/common-types/resource-management"
    for folder in (home / "examples", common / "v3", common / "v5"):
        folder.mkdir(parents=True)
    shutil.copyfile(swagger / "CommonDefinitions.json", home / "CommonDefinitions.json")
    shutil.copyfile(swagger / "common-types-v5.json", common / "v5/types.json")
    shutil.copyfile(swagger / "managedidentity-v3.json", common / "v3/managedidentity.json")
    document = json.loads((swagger / "SessionPools.json").read_text())
    (operation,) = (
        operation
        for path in document["paths"].values()
        for operation in path.values()
        if operation["operationId"] == OPERATION
    )
    operation["x-ms-examples"] = {title: {"$ref": f"./examples/{name}.json"} for name, (title, _) in examples.items()}
    for name, (_, content) in examples.items():
        (home / f"examples/{name}.json").write_text(json.dumps(content))
    (home / "SessionPools.json").write_text(json.dumps(document))
    return home / "SessionPools.json"


def run(extension: Path, settings: str, work: Path, environment: dict[str, str]) -> None:
    """Run AutoRest in ``work`` with an extension and the YAML ``settings``; its log stays there."""
    (work / "settings.md").write_text(f"# settings\n``` yaml\n{settings}\n```\n")
    command: list[str | Path] = [
        "node",
        MODULES / "autorest/entrypoints/app.js",
        f"--version={MODULES / '@autorest/core'}",
    ]
    command += [f"--use={MODULES / '@autorest' / name}" for name in ("modelerfour", "testmodeler")]
    command += [f"--use={extension}", "settings.md", "--debug"]
    with (work / "log").open("w") as log:
        subprocess.run(command, cwd=work, env=environment, stdout=log, stderr=log, check=True)
