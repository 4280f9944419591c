"""Targets keep to their contract: found by looking, alike in shape, no bare braces, read back by other tools."""

import importlib
import json
from pathlib import Path

import pytest
from jinja2 import nodes

from generator.emit import emit
from generator.targets import targets
from generator.templating import TARGET_TEMPLATES, target_filters, target_templates
from tests.conftest import inputs
from tests.readback import difference, wire

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


@pytest.mark.parametrize("name", sorted(targets()))
def test_read_back_equals_the_body(name: str, tmp_path: Path) -> None:
    """Every deployable artifact, parsed by a tool that is not ours, says what the body says."""
    assert difference(name, inputs(), tmp_path) == {}


def test_key_order_of_the_body_is_kept(tmp_path: Path) -> None:
    """JSON, ARM and Bicep print the author's order; so the order in the tree is the profile's."""
    body = wire(inputs()["everything"].body)
    assert list(body) == ["properties", "tags", "location", "identity"]
    rest = next(x for x in emit(inputs()["everything"], [targets()["rest"]]) if x.path == "body.json")
    assert json.loads(rest.text) == body
    assert list(json.loads(rest.text)) == list(body)
    assert target_templates("rest")["deployable"]
