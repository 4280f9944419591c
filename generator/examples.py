"""Read the example files of an Azure REST API specification: JSON in, requests in the documented style out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator import codemodel, jsonsource, schemas
from generator.build import build
from generator.emit import emit
from generator.errors import Finding, Misuse, Refused, describe, in_order, refuse
from generator.jsonsource import Document
from generator.known import known
from generator.layout import autorest
from generator.masking import Secrets
from generator.origins import Origin
from generator.review import review_example
from generator.targets import Example, Request, Target
from generator.textfile import read_file

REPOSITORY = "https://github.com/Azure/azure-rest-api-specs"
OPERATION = "ContainerAppsSessionPools_CreateOrUpdate"
PARAMETERS = ("subscriptionId", "resourceGroupName", "sessionPoolName", "api-version")


class Printed(NamedTuple):
    """The documented style of example files: file name to text, what is odd about the examples, and their secrets."""

    files: dict[str, str]
    warnings: list[Finding]
    secrets: Secrets


def artifacts(files: Sequence[Path], spec: Path | None, targets: Sequence[Target]) -> Printed:
    """The documented style of example files; without ``files``, of all that ``spec`` names.

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
    warnings: list[Finding] = []
    for file in files:
        try:
            document = _document(file)
            request = _request(file, document, names.get(file.name, ""), alone=list(names) == [file.name])
        except Refused as refused:
            findings += refused.findings
            continue
        places = {path[1:]: place for path, place in document.places().items() if path[:1] == ("parameters",)}
        warnings += review_example(document.data["parameters"], places)
        for artifact in emit(request, targets, "documented"):
            path = artifact.path.removeprefix("documented/")
            if path in printed:
                raise Misuse(f"two examples would both be '{path}'", "print them into different folders")
            printed[path] = artifact.text
    secrets = known({file.as_posix(): _text(file) for file in files} if findings or warnings else {}, {}, ())
    if findings:
        raise Refused(findings, secrets)
    return Printed(printed, in_order(warnings), secrets)


def _text(file: Path) -> str:
    """What stands in a file, as far as it can be read."""
    try:
        return read_file(file, file.as_posix())
    except Refused:
        return ""


def _titles(spec: Path) -> dict[Path, str]:
    """The example files of the create-or-update operation of an OpenAPI file, each with its title."""
    document = jsonsource.read(spec)
    paths = document.map(document.data, "paths", "'paths'")
    for path in paths:
        for operation in document.map(paths, path, f"path '{path}'").values():
            if isinstance(operation, dict) and operation.get("operationId") == OPERATION:
                named = document.map(operation, "x-ms-examples", "'x-ms-examples'")
                return {spec.parent / _reference(document, named, title): title for title in named}
    here = document.find("paths")
    raise refuse("the file has no create-or-update operation of session pools", here, expected=f"operation {OPERATION}")


def _reference(document: Document, named: dict[str, Any], title: str) -> str:
    """The path of the example of a title."""
    reference = document.map(named, title, f"example '{title}'").get("$ref")
    if isinstance(reference, str) and reference.isprintable():
        return reference
    says, found = "an example's '$ref' must be the path of a file", describe(reference)
    raise refuse(says, document.find(title), found=found, expected="a path")


def read_example(file: Path, title: str = "", alone: bool = False) -> Request:
    """The request and responses of one example file. Raises Refused for a file that is no such example.

    The file's own ``title`` gives way to ``title``; without either its name stands in. ``alone`` says that the
    operation has no other example.
    """
    return _request(file, _document(file), title, alone)


def _document(file: Path) -> Document:
    """The JSON in a file whose name could be that of what is printed for it."""
    odd = next((char for char in file.name if char == "\\" or not char.isprintable()), None)
    if odd:
        says, found = "an example's file name cannot hold this character", f"U+{ord(odd):04X} in '{file.name}'"
        raise refuse(says, Origin(file.as_posix(), 1, 1), found=found, hint="rename the file")
    return jsonsource.read(file)


def _request(file: Path, document: Document, title: str, alone: bool) -> Request:
    data = document.data
    parameters = document.map(data, "parameters", "the example's 'parameters'")
    for name in PARAMETERS:
        if not isinstance(parameters.get(name), str):
            found, place = describe(parameters.get(name)), document.find(name, "parameters")
            raise refuse("a parameter is not text", place, path=f"parameters.{name}", found=found, expected="a string")
    version = parameters["api-version"]
    if version not in schemas.versions():
        raise Refused([schemas.unknown(version, document.find("api-version"))])
    home = schemas.load(version)["x-ms-examples"]
    path = autorest.address(f"{home['directory']}/{file.name}")
    own = data.get("title")
    envelope = document.map(parameters, "sessionPoolEnvelope", "the example's 'sessionPoolEnvelope'")
    return Request(
        parameters["subscriptionId"],
        parameters["resourceGroupName"],
        parameters["sessionPoolName"],
        version,
        build(envelope, version),
        Example(
            file.stem,
            title or (own if isinstance(own, str) and own else file.stem),
            path,
            f"{REPOSITORY}/blob/{home['commit']}/{path}",
            tuple(_responses(document, version)),
            alone,
        ),
    )


def _responses(document: Document, version: str) -> Iterator[tuple[str, codemodel.Object]]:
    data = document.data
    responses = document.map(data, "responses", "the example's 'responses'") if "responses" in data else {}
    for status in responses:
        response = document.map(responses, status, f"the example's '{status}'")
        if "body" in response:
            yield status, build(document.map(response, "body", "the example's 'body'"), version)
