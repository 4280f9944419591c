"""The places of a body that its API version's schema marks as secret, and what stands there."""

from collections.abc import Iterator
from typing import Any

from generator import schemas
from generator.schemas import BODY, ENVELOPE

Path = tuple[str | int, ...]


def secret_places(request: dict[str, Any], version: object, beside: bool = False) -> Iterator[tuple[Path, Any]]:
    """The path and value of each, whatever its type; of a body that was not checked, too.

    With ``beside`` also what stands where an object with a secret should, or in it without being of it: that may be
    a secret in the wrong place.
    """
    version = version if version in schemas.versions() else schemas.versions()[-1]
    body = request.get(ENVELOPE)
    for path, value, is_secret in _walk(body, (ENVELOPE,), schemas.load(version)["$defs"][BODY], version):
        if is_secret or beside:
            yield path, value


def _walk(value: Any, path: Path, schema: dict[str, Any], version: str) -> Iterator[tuple[Path, Any, bool]]:
    """Places, and whether they are secret, or only might be."""
    if schema.get("x-ms-secret"):
        yield path, value, True
        return
    _, schema = schemas.resolve(version, schema)
    properties, others = schema.get("properties", {}), schema.get("additionalProperties") or {}
    holds = _holds(schema, version)
    match value:
        case dict():
            for key, item in value.items():
                inner = properties.get(key, others)
                if inner:
                    yield from _walk(item, (*path, key), inner, version)
                elif holds:  # a key that has no value is what a comma or a line's end has cut off
                    yield (*path, key), key if item is None else item, False
        case list() if "items" in schema:
            for index, item in enumerate(value):
                yield from _walk(item, (*path, index), schema["items"], version)
        case _ if value is not None and (holds or _holds(schema.get("items", {}), version)):
            yield path, value, False


def _holds(schema: dict[str, Any], version: str) -> bool:
    """Whether a schema is of an object that has a secret."""
    _, schema = schemas.resolve(version, schema)
    return any(inner.get("x-ms-secret") for inner in schema.get("properties", {}).values())
