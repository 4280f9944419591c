"""The documented Go of many examples."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from generator import schemas
from tests.reference.bodies import Example
from tests.reference.go_csharp import autorest, install

SETTINGS = """
azure-arm: true
go: true
module: github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers
input-file: {spec}
output-folder: {output}
include-x-ms-examples-original-file: true
modelerfour: {{include-x-ms-examples-original-file: true}}
testmodeler: {{split-parents-value: true, export-codemodel: true}}
pipeline:
  go-transform-m4: {{input: [go]}}
  test-modeler: {{input: [go-transform-m4], output-artifact: source-file-test-modeler}}
  testmodeler/emitter: {{input: [test-modeler], scope: scope-testmodeler/emitter}}
scope-testmodeler/emitter:
  input-artifact: [source-file-test-modeler]
  output-uri-expr: $key
"""


def run(examples: Iterable[Example], swagger: Path, work: Path) -> dict[str, str]:
    """Name to text, as the documentation would print it."""
    environment = autorest.run(install.GO, SETTINGS, examples, swagger, work)
    (work / "go").mkdir()
    printer, model = Path(__file__).with_name("go_examples.js"), work / "out/__debug/test-modeler.yaml"
    commit = schemas.load("2025-07-01")["x-ms-examples"]["commit"]
    subprocess.run(["node", printer, model, work / "go", commit], cwd=install.FOLDER, check=True)
    files = sorted((work / "go").glob("*.go"))
    for command in (["gofmt", "-s", "-w"], [install.FOLDER / "bin/goimports", "-w"]):
        subprocess.run([*command, *files], env=environment, check=True)
    return {file.stem: file.read_bytes().decode() for file in files}
