"""What a target's reader finds in its deployable artifacts, against the body that they were printed from."""

import importlib
from pathlib import Path
from typing import Any

from generator.codemodel import Choice, List, Map, Node, Object, Parameter, Scalar, Text
from generator.emit import emit
from generator.targets import Request, targets
from tests.answers import GIVEN, answered


def wire(node: Node) -> Any:
    """The JSON that a node stands for."""
    match node:
        case Object():
            return {field.name: wire(field.value) for field in node.fields}
        case Map():
            return {key: wire(value) for key, value in node.entries}
        case List():
            return [wire(item) for item in node.items]
        case Scalar() | Choice():
            return node.value
        case Parameter() | Text():
            raise AssertionError(node)


def doubles(value: Any) -> Any:
    """The value with ``cpu`` as the text of the double that it is to every reader, its sign kept where it is zero."""
    if isinstance(value, list):
        return [doubles(item) for item in value]
    if isinstance(value, dict):
        return {key: repr(float(item)) if key == "cpu" else doubles(item) for key, item in value.items()}
    return value


def difference(
    name: str, requests: dict[str, Request], folder: Path, answers: dict[str, str] = GIVEN
) -> dict[str, tuple[Any, Any]]:
    """What was wanted and what was found in the requests whose artifacts say something else, by their labels.

    ``answers`` are given where an artifact asks for a value at deploy time.
    What the target refuses in a request is passed over: nobody gets to see it.
    """
    folders = []
    for number, request in enumerate(requests.values()):
        for artifact in emit(request, [targets()[name]]):
            file = folder / str(number) / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.text.encode())
        folders.append(folder / str(number))
    read = importlib.import_module(f"tests.readers.{name}").read(folders, answers)
    assert len(read) == len(folders)
    differing = {}
    for (label, request), found in zip(requests.items(), read, strict=True):
        wanted = {
            "subscriptionId": request.subscription_id,
            "resourceGroupName": request.resource_group_name,
            "sessionPoolName": request.session_pool_name,
            "body": wire(answered(request.body, answers)),
        }
        assert set(found) >= {"sessionPoolName", "body"}
        for refusal in targets()[name].refuses(request):
            drop(wanted["body"], refusal.path)
            drop(found["body"], refusal.path)
        if doubles(found) != doubles({key: wanted[key] for key in found}):
            differing[label] = (wanted, found)
    return differing


def drop(value: Any, path: tuple[str | int, ...]) -> None:
    """Take out of a value what stands at a path."""
    *above, last = path
    for step in above:
        value = value[step]
    value.pop(last, None)
