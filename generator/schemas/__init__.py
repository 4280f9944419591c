"""API versions: one JSON Schema each, whose file name is the version.

A schema describes the whole PUT request: the parameters of its address and, as ``sessionPoolEnvelope``, the body.
Facts follow the Azure REST API specification; ``x-ms-*`` keywords keep the specification's names and meaning.
"""

import functools
import json
from pathlib import Path
from typing import Any

from generator.errors import Finding, closest, describe
from generator.origins import Origin

FOLDER = Path(__file__).parent
BODY = "SessionPool"
ENVELOPE = "sessionPoolEnvelope"


@functools.cache
def versions() -> tuple[str, ...]:
    """Every API version there is a schema for, oldest first."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.json")))


def unknown(version: object, origin: Origin) -> Finding:
    """What to say of a version that is none of ``versions()``."""
    expected, hint = "one of " + ", ".join(versions()), closest(str(version), versions())
    return Finding("API version is not known", origin, found=describe(version), expected=expected, hint=hint)


@functools.cache
def load(version: str) -> dict[str, Any]:
    """The schema of one of ``versions()``, as plain data."""
    schema: dict[str, Any] = json.loads((FOLDER / f"{version}.json").read_text(encoding="utf-8"))
    return schema


def resolve(version: str, schema: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """A schema's definition name and definition where it is a ``$ref``; else an empty name and the schema itself."""
    if "$ref" not in schema:
        return "", schema
    name = schema["$ref"].removeprefix("#/$defs/")
    return name, load(version)["$defs"][name]


@functools.cache
def list_keys() -> dict[str, str]:
    """The property by which items of a list are told apart, by the list's own name: ``{"containers": "name", ...}``."""
    keys: dict[str, str] = {}
    for version in versions():
        for definition in load(version)["$defs"].values():
            for name, schema in definition.get("properties", {}).items():
                if "x-ms-identifiers" in schema:
                    keys[name] = schema["x-ms-identifiers"][0]
    return keys
