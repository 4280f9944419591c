"""Hold what a reader found against an API version's schema, in which no property is unknown."""

import functools
from typing import Any

import jsonschema

from generator import schemas

FORMATS = jsonschema.FormatChecker(formats=())


@FORMATS.checks("int32")
def _int32(value: object) -> bool:
    return not isinstance(value, int) or -(2**31) <= value < 2**31


@FORMATS.checks("double")
def _double(value: object) -> bool:
    return not isinstance(value, int | float) or abs(value) <= 1.7976931348623157e308


def check(body: Any, version: str) -> None:
    """Fail where a body is not of the schema, a property of it is unknown, or only the service sets it."""
    errors = [f"{error.json_path}: {error.message[:200]}" for error in _validator(version).iter_errors(body)]
    assert not errors, errors


@functools.cache
def _validator(version: str) -> Any:
    defs = _closed(schemas.load(version)["$defs"])
    # not listed, but the service is known to take them: there is but a warning
    defs["SessionPoolProperties"]["properties"]["containerType"]["enum"] += ["NodeLTS", "Shell"]
    return jsonschema.Draft202012Validator({"$ref": f"#/$defs/{schemas.BODY}", "$defs": defs}, format_checker=FORMATS)


def _closed(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return list(schema) if isinstance(schema, list) else schema
    closed = {key: _closed(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        closed["additionalProperties"] = False
        closed["properties"] = {
            name: False if schema["properties"][name].get("readOnly") else inner
            for name, inner in closed["properties"].items()
        }
    return closed
