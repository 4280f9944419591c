"""Schemas are complete against the specification, and the models are what the generator makes of them."""

import json
from typing import Any

import pytest

from generator import modelgen, schemas
from tests.conftest import HERE

KEYS = (
    "type",
    "format",
    "enum",
    "default",
    "pattern",
    "minLength",
    "maxLength",
    "readOnly",
    "x-ms-client-flatten",
    "x-ms-identifiers",
    "x-ms-mutability",
    "x-ms-secret",
)


def facts_of(schema: dict[str, Any]) -> dict[str, Any]:
    """What a schema says, less its prose and what JSON Schema adds to the specification."""
    facts = {key: schema[key] for key in KEYS if key in schema}
    if "$ref" in schema:
        facts["$ref"] = schema["$ref"].removeprefix("#/$defs/")
    if "x-ms-enum" in schema:
        assert schema["x-ms-enum"]["modelAsString"] is True
        facts["x-ms-enum"] = schema["x-ms-enum"]["name"]
    for key in ("items", "additionalProperties"):
        if key in schema:
            facts[key] = facts_of(schema[key])
    return facts


@pytest.mark.parametrize("version", schemas.versions())
def test_schema_says_what_the_specification_says(version: str) -> None:
    """``tests/facts`` holds the specification's facts; names, order, types, flags and enums must be the same."""
    facts = json.loads((HERE / "facts" / f"{version}.json").read_text())
    schema = schemas.load(version)
    for name, definition in facts["definitions"].items():
        ours = schema["$defs"][name]
        assert list(ours["properties"]) == list(definition["properties"]), name
        assert ours.get("required", []) == definition["required"], name
        for key, wanted in definition["properties"].items():
            assert facts_of(ours["properties"][key]) == wanted, f"{name}.{key}"
    assert set(schema["$defs"]) == set(facts["definitions"])
    for name, wanted in facts["parameters"].items():
        found = facts_of(schema["properties"][name])
        assert {key: found[key] for key in wanted} == wanted, name


@pytest.mark.parametrize("version", schemas.versions())
def test_everything_is_described(version: str) -> None:
    schema = schemas.load(version)
    for definition in [schema, *schema["$defs"].values()]:
        for part in [definition, *definition["properties"].values()]:
            assert part["description"].endswith(".")


@pytest.mark.parametrize("version", schemas.versions())
def test_models_are_fresh(version: str) -> None:
    made = modelgen.generate_models(version)
    assert modelgen.model_file(version).read_text() == made, "run `make models`"


def test_lists_that_merge_by_key() -> None:
    assert schemas.list_keys() == {
        "containers": "name",
        "env": "name",
        "secrets": "name",
        "managedIdentitySettings": "identity",
    }
