"""Run the generators on many examples at once, and frame what comes out as the documentation does."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.reference.bodies import Example
from tests.reference.install import FOLDER, NODE, install

PLACE = "specification/app/resource-manager/Microsoft.App/ContainerApps/stable/2025-07-01"
PACKAGE = "com.azure.resourcemanager.appcontainers"
COMMON = "specification/common-types/resource-management"
NEEDED = {  # name in a folder that holds nothing else, place in the specification's repository
    "CommonDefinitions.json": f"{PLACE}/CommonDefinitions.json",
    "common-types-v5.json": f"{COMMON}/v5/types.json",
    "managedidentity-v3.json": f"{COMMON}/v3/managedidentity.json",
    "SessionPools.json": f"{PLACE}/SessionPools.json",
}
OPTIONS = {
    "java": [
        *("--java", "--fluent=lite", "--generate-samples", f"--namespace={PACKAGE}"),
        "--service-name=ContainerAppsApi",
    ],
    "python": [
        *("--python", "--generate-sample=True", "--include-x-ms-examples-original-file", "--models-mode=msrest"),
        *("--namespace=azure.mgmt.appcontainers", "--package-name=azure-mgmt-appcontainers", "--package-version=1.0.0"),
        *("--title=ContainerAppsAPIClient", "--black=true"),
    ],
}


def takes(language: str, example: Example) -> bool:
    """Whether the generator prints an example: Python's fails at a file name with a sign that its address escapes."""
    return language == "java" or bool(re.fullmatch(r"[\w.-]+", example.name, re.ASCII))


def run(language: str, examples: Iterable[Example], swagger: Path, work: Path) -> dict[str, str]:
    """What a language's generator prints for examples, by name, in the documentation's frame."""
    install()
    shutil.rmtree(work, ignore_errors=True)
    examples = [example for example in examples if takes(language, example)]
    spec = specification(examples, swagger, work / "spec", alone=True)
    output = work / language
    command: list[str | Path] = ["node", NODE / "autorest/entrypoints/app.js", f"--version={NODE / '@autorest/core'}"]
    command += [f"--use={NODE / '@autorest/modelerfour'}", f"--use={NODE / '@autorest' / language}", "--azure-arm"]
    command += [*OPTIONS[language], f"--input-file={spec}", f"--output-folder={output}"]
    # The Python generator speaks with its caller on a standard output that must not be flushed too early.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment["AUTOREST_HOME"] = str(FOLDER / "home")
    with (FOLDER / f"{language}.log").open("w") as log:
        subprocess.run(command, cwd=work, env=environment, stdout=log, stderr=log, check=True)
    return _python(output) if language == "python" else _java(output, examples)


def specification(examples: Iterable[Example], swagger: Path, root: Path, *, alone: bool) -> Path:
    """The specification with these examples for its create-or-update operation, perhaps of that operation alone."""
    for name, place in NEEDED.items():
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        flat = swagger / name
        shutil.copy(flat if flat.exists() else swagger / place, root / place)
    file = root / NEEDED["SessionPools.json"]
    folder = file.parent / "examples"
    folder.mkdir()
    document: dict[str, Any] = json.loads(file.read_text())
    path, put = next((path, item["put"]) for path, item in document["paths"].items() if "put" in item)
    if alone:
        document["paths"] = {path: {"put": put}}
    for operation in (operation for item in document["paths"].values() for operation in item.values()):
        operation.pop("x-ms-examples", None)
    put["x-ms-examples"] = {example.title: {"$ref": f"./examples/{example.write(folder).name}"} for example in examples}
    file.write_text(json.dumps(document))
    return file


def _python(output: Path) -> dict[str, str]:
    """Each file less its licence. The footer tells which example it is of."""
    found = {}
    for file in (output / "generated_samples").iterdir():
        text = file.read_bytes().decode()
        text = text[text.index("from azure.identity") :]
        original = next(line for line in text.split("\n")[::-1] if line.startswith("# x-ms-original-file: "))
        found[original.removeprefix(f"# x-ms-original-file: {PLACE}/examples/").removesuffix(".json")] = text
    return found


def _java(output: Path, examples: list[Example]) -> dict[str, str]:
    """The methods of the one file, each in a class of its own with the imports that it needs."""
    (file,) = output.rglob("ContainerAppsSessionPoolsCreateOrUpdateSamples.java")
    text = file.read_bytes().decode()
    imports = re.findall(r"^import ([\w.]+);\n", text, re.MULTILINE)
    top = text[text.index("/**\n * Samples for") : text.index("    /*\n")]
    top = top.replace("ContainerAppsSessionPoolsCreateOrUpdateSamples", "Main")
    methods, _, helper = text[text.index("    /*\n") :].partition('\n    // Use "Map.of" if available\n')
    found = {}
    names = {example.name.replace(" ", ""): example.name for example in examples}
    for piece in methods.split("\n    }\n")[:-1]:
        method = piece.lstrip("\n") + "\n    }\n"
        original = unquote(re.sub(r"\n     \*|\s", "", method[: method.index("*/")])).replace(
            " ", ""
        )  # wherever it was wrapped
        name = names[original[original.index("/examples/") + 10 :].removesuffix(".json")]
        body = method[method.index("public static void") :]
        maps = "mapOf(" in body
        used = [
            name
            for name in imports
            if re.search(rf"\b{name.rpartition('.')[2]}\b", body) or (maps and name.endswith("Map"))
        ]
        tail = f'\n    // Use "Map.of" if available\n{helper}' if maps else "}\n"
        found[name] = "\n" + "".join(f"import {name};\n" for name in used) + f"\n{top}{method}{tail}"
    return found
