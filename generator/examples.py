"""Read the example files of an Azure REST API specification: JSON in, requests in the documented style out."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from generator import codemodel, schemas
from generator.emit import emit
from generator.errors import Finding, Misuse, Refused, describe, refuse
from generator.origins import Origin
from generator.targets import Example, Request, Target
from generator.yamlsource import read_file

REPOSITORY = "https://github.com/Azure/azure-rest-api-specs"
OPERATION = "ContainerAppsSessionPools_CreateOrUpdate"
PARAMETERS = ("subscriptionId", "resourceGroupName", "sessionPoolName", "api-version")


def artifacts(files: Sequence[Path], spec: Path | None, targets: Sequence[Target]) -> dict[str, str]:
    """The documented style of example files, file name to text; without ``files``, of all that ``spec`` names.

    ``spec`` is an OpenAPI file, whose ``x-ms-examples`` of the create-or-update operation give each example's title.
    Raises Refused with what is wrong in every file, Misuse where there is nothing to print or two would be one file.
    """
    titles = _titles(spec) if spec else {}
    files = files or list(titles)
    if not files:
        raise Misuse("there is no example to print", "name example files, or an OpenAPI file with --spec")
    names = {file.name: title for file, title in titles.items()}
    printed: dict[str, str] = {}
    findings: list[Finding] = []
    for file in files:
        try:
            request = read_example(file, names.get(file.name, ""))
        except Refused as refused:
            findings += refused.findings
            continue
        for artifact in emit(request, targets, "documented"):
            path = artifact.path.removeprefix("documented/")
            if path in printed:
                raise Misuse(f"two examples would both be '{path}'", "print them into different folders")
            printed[path] = artifact.text
    if findings:
        raise Refused(findings)
    return printed


def _titles(spec: Path) -> dict[Path, str]:
    """The example files of the create-or-update operation of an OpenAPI file, each with its title."""
    document = _read(spec)
    here = Origin(spec.as_posix(), 1, 1)
    for path in document.get("paths", {}).values():
        for operation in path.values():
            if isinstance(operation, dict) and operation.get("operationId") == OPERATION:
                named = operation.get("x-ms-examples", {})
                return {spec.parent / example["$ref"]: title for title, example in named.items()}
    raise refuse("the file has no create-or-update operation of session pools", here, expected=f"operation {OPERATION}")


def read_example(file: Path, title: str = "") -> Request:
    """The request and responses of one example file. Raises Refused for a file that is no such example.

    The file's own ``title`` gives way to ``title``; without either its name stands in.
    """
    data = _read(file)
    shown = file.as_posix()
    parameters = _map(data, "parameters", shown)
    for name in PARAMETERS:
        if not isinstance(parameters.get(name), str):
            found, place = describe(parameters.get(name)), f"parameters.{name}"
            raise refuse("a parameter is not text", Origin(shown, 1, 1), path=place, found=found, expected="a string")
    version = parameters["api-version"]
    if version not in schemas.versions():
        raise Refused([schemas.unknown(version, _find(shown, version))])
    home = schemas.load(version)["x-ms-examples"]
    path = f"{home['directory']}/{file.name}"
    return Request(
        parameters["subscriptionId"],
        parameters["resourceGroupName"],
        parameters["sessionPoolName"],
        version,
        codemodel.build(_map(parameters, "sessionPoolEnvelope", shown), version),
        Example(
            file.stem,
            title or str(data.get("title") or file.stem),
            path,
            f"{REPOSITORY}/blob/{home['commit']}/{path}",
            tuple(_responses(data, version, shown)),
        ),
    )


def _responses(data: dict[str, Any], version: str, shown: str) -> Iterator[tuple[str, codemodel.Object]]:
    responses = _map(data, "responses", shown) if "responses" in data else {}
    for status in responses:
        response = _map(responses, status, shown)
        if "body" in response:
            yield status, codemodel.build(_map(response, "body", shown), version)


def _map(data: dict[str, Any], name: str, shown: str) -> dict[str, Any]:
    value = data.get(name)
    if isinstance(value, dict):
        return value
    raise refuse(f"the example's '{name}' must be a map", Origin(shown, 1, 1), found=describe(value), expected="a map")


def _find(shown: str, text: str) -> Origin:
    """The first place of a text in a file, for a message."""
    for number, line in enumerate(Path(shown).read_text(encoding="utf-8-sig").split("\n"), 1):
        if text in line:
            return Origin(shown, number, line.index(text) + 1, text)
    return Origin(shown, 1, 1)


def _read(file: Path) -> dict[str, Any]:
    """The JSON object in a file."""
    shown = file.as_posix()
    text = read_file(file, shown)

    def constant(name: str) -> None:
        raise refuse("JSON has no such number", _find(shown, name), found=name, expected="a finite number")

    try:
        data = json.loads(text, parse_constant=constant)
        json.dumps(data, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise refuse(f"not JSON: {error.msg}", Origin(shown, error.lineno, error.colno)) from None
    except UnicodeEncodeError as error:
        found = f"\\u{ord(error.object[error.start]):04x}"
        hint = "write both halves of a surrogate pair"
        raise refuse("half a surrogate pair is not text", _find(shown, found), found=found, hint=hint) from None
    except RecursionError:
        raise refuse("nested too deep", Origin(shown, 1, 1)) from None
    if not isinstance(data, dict):
        raise refuse("the file must hold a JSON object", Origin(shown, 1, 1), found=describe(data))
    return data
