"""Targets keep to their contract: found by looking, alike in shape, no bare braces, read back by other tools."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest
from jinja2 import nodes

from generator.codemodel import Choice, List, Map, Node, Object, Parameter, Scalar
from generator.emit import emit
from generator.targets import targets
from generator.templating import TARGET_TEMPLATES, target_filters, target_templates
from tests.conftest import inputs

TEMPLATES = sorted(TARGET_TEMPLATES.rglob("*.j2"))


def test_modules_and_template_folders_are_the_same_set() -> None:
    assert sorted(targets()) == sorted(folder.name for folder in TARGET_TEMPLATES.iterdir())
    assert sorted(targets()) == ["arm", "bicep", "csharp", "go", "java", "python", "rest"]


@pytest.mark.parametrize("name", sorted(targets()))
def test_modules_have_the_same_shape(name: str) -> None:
    module = importlib.import_module(f"generator.targets.{name}")
    assert all(callable(getattr(module, part)) for part in ("literal", "quote", "comment"))
    assert module.TARGET.name == name
    assert (module.__doc__ or "").startswith(tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(TARGET_TEMPLATES).as_posix())
def test_no_bare_braces(file: Path) -> None:
    from jinja2 import Environment

    name = file.relative_to(TARGET_TEMPLATES).parts[0]
    filters = target_filters(targets()[name])
    environment = Environment(autoescape=False)  # noqa: S701 - only parsed
    environment.filters = dict(filters)
    for output in environment.parse(file.read_text()).find_all(nodes.Output):
        for part in output.nodes:
            assert isinstance(part, nodes.TemplateData) or (isinstance(part, nodes.Filter) and part.name in filters)


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
        case Parameter():
            raise AssertionError(node)


def doubles(value: Any) -> Any:
    """The value with ``cpu`` as the double that it is to every reader, however many digits it is written with."""
    if isinstance(value, list):
        return [doubles(item) for item in value]
    if isinstance(value, dict):
        return {key: float(item) if key == "cpu" else doubles(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize("name", sorted(targets()))
def test_read_back_equals_the_body(name: str, tmp_path: Path) -> None:
    """Every deployable artifact, parsed by a tool that is not ours, says what the body says."""
    folders = []
    for number, request in enumerate(inputs().values()):
        folder = tmp_path / str(number)
        for artifact in emit(request, [targets()[name]]):
            file = folder / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.text.encode())
        folders.append(folder)
    read = importlib.import_module(f"tests.readers.{name}").read(folders)
    assert len(read) == len(folders)
    for (label, request), found in zip(inputs().items(), read, strict=True):
        wanted = {
            "subscriptionId": request.subscription_id,
            "resourceGroupName": request.resource_group_name,
            "sessionPoolName": request.session_pool_name,
            "body": wire(request.body),
        }
        assert set(found) >= {"sessionPoolName", "body"}
        if name == "csharp":  # the SDK sends `properties` even where nothing in it is set
            wanted["body"].setdefault("properties", {})
        assert doubles(found) == doubles({key: wanted[key] for key in found}), label


def test_key_order_of_the_body_is_kept(tmp_path: Path) -> None:
    """JSON, ARM and Bicep print the author's order; so the order in the tree is the profile's."""
    body = wire(inputs()["everything"].body)
    assert list(body) == ["properties", "tags", "location", "identity"]
    rest = next(x for x in emit(inputs()["everything"], [targets()["rest"]]) if x.path == "body.json")
    assert json.loads(rest.text) == body
    assert list(json.loads(rest.text)) == list(body)
    assert target_templates("rest")["deployable"]
