"""The JSON Schema of what may be merged onto a body: any part of it, in the API's own names, and the merge markers.

What the schema of the API refuses is an error. What a rule says is in the description alone: a rule can be ignored on
its line, of which an editor knows nothing.
"""

import re
from typing import Any

from generator import schemas
from generator.deferred import CALLS
from generator.modelgen import request_schema
from generator.rules import rules

Schema = dict[str, Any]

DELETE: Schema = {"description": "Removes what is marked, which must be there.", "const": True}
REPLACE = "Takes the place of what is marked, which must be there, without merging."
APPEND = "Goes to the end of the list, which must be there."
DEFERRED: Schema = {
    "description": 'Known only at deploy time: secret("NAME") or parameter("NAME", default=...), without quotes.',
    "type": "string",
    "pattern": rf"^({'|'.join(CALLS)})\(.*\)$",
}
_HEARD = ("error", "warning")


def definitions(version: str) -> Schema:
    """A definition for each of the API's in a version, named ``VERSION.NAME``."""
    bodies = request_schema(version)["$defs"]
    keys = _item_keys(bodies)
    return {
        f"{version}.{name}": part(definition, version, itself=name, key=keys.get(name))
        for name, definition in bodies.items()
    }


def part(schema: Schema, version: str, name: str = "", itself: str = "", key: str | None = None) -> Schema:
    """A schema of the API as what a patch may say: any part of it, and markers.

    ``name`` is that of the property, ``itself`` that of the definition, ``key`` tells it from the others of its list.
    """
    kind = schema.get("type")
    if "$ref" in schema:
        return {**_described(schema, name), **reference(version, _name(schema))}
    if kind == "array":
        items = schema["items"]
        return listing(_described(schema, name)["description"], part(items, version) if "$ref" in items else items)
    if kind != "object":
        return markable({**schema, **_described(schema, name)}, deferrable=True)
    same = reference(version, itself) if itself else {"type": "object"}
    markers = {"$delete": DELETE, "$replace": {"description": REPLACE, **same}}
    deleted = {"maxProperties": 2, "required": [key]} if key else {"maxProperties": 1}
    more = schema.get("additionalProperties", False)
    return {
        **_described(schema, name),
        "type": "object",
        "properties": {
            **{name: part(inner, version, name) for name, inner in schema.get("properties", {}).items()},
            **markers,
        },
        "patternProperties": {r"^\$(?!\$|(?:delete|replace)$)": False},
        "additionalProperties": part(more, version) if more else False,
        "dependencies": {"$delete": deleted, "$replace": {"maxProperties": 1}},
    }


def reference(version: str, name: str) -> Schema:
    """A reference to one of the definitions."""
    return {"$ref": f"#/definitions/{version}.{name}"}


def markable(schema: Schema, deferrable: bool = False) -> Schema:
    """A scalar, or a marker in its place; a ``deferrable`` one may be left to deploy time."""
    plain = {key: value for key, value in schema.items() if key not in ("description", "default")}
    return {
        **({"description": schema["description"]} if "description" in schema else {}),
        "anyOf": [
            plain,
            *([DEFERRED] if deferrable else []),
            _markers({"$delete": DELETE, "$replace": {"description": REPLACE, **plain}}),
        ],
    }


def listing(description: str, items: Schema) -> Schema:
    """A list, or a marker in its place."""
    plain = {"type": "array", "items": items}
    append, replace = ({"description": text, **plain} for text in (APPEND, REPLACE))
    return {
        "description": description,
        "if": {"type": "object"},
        "then": _markers({"$append": append, "$delete": DELETE, "$replace": replace}),
        "else": plain,
    }


def _item_keys(definitions: Schema) -> dict[str, str]:
    """By which property the items of lists merge, by the items' definition."""
    keys = schemas.list_keys()
    lists = [pair for inner in definitions.values() for pair in inner.get("properties", {}).items() if pair[0] in keys]
    return {_name(schema["items"]): keys[name] for name, schema in lists}


def _name(schema: Schema) -> str:
    return str(schema["$ref"]).rpartition("/")[2]


def _described(schema: Schema, name: str) -> Schema:
    """The description of a schema, with the rules that speak of a property of this name."""
    says = schema.get("description", "")
    if re.search("[a-z][A-Z]", name):  # no word of English
        heard = [
            rule
            for rule in rules().values()
            if rule.severity in _HEARD and re.search(rf"\b{name}\b", f"{rule.sentence} {rule.fix}")
        ]
        says = "\n\n".join([says, *(f"{rule.id}: {rule.sentence}." for rule in heard)])
    return {"description": says} if says else {}


def _markers(markers: Schema) -> Schema:
    alone = {"additionalProperties": False, "minProperties": 1, "maxProperties": 1}
    return {"title": "marker", "type": "object", "properties": markers, **alone}
