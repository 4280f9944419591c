"""Build the tree of a body under its API version: the schema says what each value is."""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator import origins, schemas
from generator.codemodel import Choice, Field, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.deferred import Deferred
from generator.deferred import Key as DeferredKey
from generator.uses import Use, uses

# A string in place of a number, as JSON writes numbers.
_NUMBER = {"integer": re.compile(r"-?(0|[1-9][0-9]{0,9})")}
_NUMBER["number"] = re.compile(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?")


def build(body: dict[str, Any], version: str) -> Object:
    """The tree of a SessionPool body under an API version. Never fails: what the schema lacks is marked unknown."""
    asked = _asked(uses(body, version)) if isinstance(body, origins.Map) else {}
    return _Builder(version, asked).object(body, schemas.BODY, schemas.load(version)["$defs"][schemas.BODY])


def _asked(found: Iterable[Use]) -> dict[str, Parameter]:
    """The parameters of a body by name: of the type that one has where it is a whole value."""
    parameters: dict[str, Parameter] = {}
    described: dict[str, str] = {}
    documented: dict[str, str] = {}
    for use in found:
        ask, schema = use.ask, use.schema
        known = parameters.get(ask.name)
        described[ask.name] = described.get(ask.name) or ask.description
        documented[ask.name] = documented.get(ask.name) or schema.get("description", "")
        if known is None or (schema and not known.property):
            steps = [step for step in use.path if not isinstance(step, DeferredKey | int)]
            known = Parameter(
                ask.name,
                _kind(schema) if schema else "string",
                ask.secure,
                ask.default,
                type=schema["x-ms-enum"]["name"] if "enum" in schema else "",
                choices=tuple(schema.get("enum", ())),
                property=str(steps[-1]) if schema else "",
            )
        parameters[ask.name] = known
    return {name: asked._replace(description=described[name] or documented[name]) for name, asked in parameters.items()}


@dataclass(frozen=True, slots=True)
class _Builder:
    version: str
    asked: dict[str, Parameter]

    def object(self, value: dict[str, Any], type_: str, definition: dict[str, Any]) -> Object:
        properties = definition.get("properties", {})
        ranks = {name: rank for rank, name in enumerate(properties)}
        fields = []
        for name, item in value.items():
            schema = properties.get(name)
            if schema is None:
                fields.append(Field(name, _unknown(item), len(ranks), known=False))
                continue
            node = self.node(item, schema)
            read_only, secret = schema.get("readOnly", False), schema.get("x-ms-secret", False)
            fields.append(Field(name, node, ranks[name], read_only, secret))
        return Object(type_, tuple(fields))

    def node(self, value: Any, schema: dict[str, Any]) -> Node:
        name, schema = schemas.resolve(self.version, schema)
        match schema["type"], value:
            case _, None:
                return Scalar(None, name or _kind(schema))
            case _, Deferred():
                return self.deferred(value, _kind(schema))
            case "object", dict() if "properties" in schema:
                return self.object(value, name, schema)
            case "object", dict():
                inner = schema["additionalProperties"]
                entries = tuple((self.key(key), self.node(item, inner)) for key, item in value.items())
                return Map(_item(inner), entries)
            case "array", list():
                inner = schema["items"]
                return List(_item(inner), tuple(self.node(item, inner) for item in value))
            case "string", str() if "enum" in schema:
                return Choice(schema["x-ms-enum"]["name"], value, value in schema["enum"])
            case "string", str() | bool() | int() | float() if "enum" not in schema:  # samples print a number as text
                return Scalar(_canonical(value), _kind(schema))
            case "boolean", bool():
                return Scalar(value, _kind(schema))
            case ("integer" | "number") as type_, str() | int() | float() if _is_number(value, type_):
                return Scalar(_canonical(value), _kind(schema))
        return _unknown(value)

    def deferred(self, value: Deferred, kind: str) -> Parameter | Text:
        if value.alone:
            return self.asked[value.alone.name]._replace(kind=kind)
        return Text(kind, tuple(part if isinstance(part, str) else self.asked[part.name] for part in value.parts))

    def key(self, key: str) -> Key:
        return self.deferred(key.value, "string") if isinstance(key, DeferredKey) else str(key)


def _is_number(value: str | float, type_: str) -> bool:
    """Whether a value, or the text of one, is a number of its schema: languages print it with no quotes around it."""
    if isinstance(value, bool) or (isinstance(value, str) and not _NUMBER[type_].fullmatch(value)):
        return False
    try:
        number = float(value)
    except OverflowError:
        return False
    return math.isfinite(number) if type_ == "number" else number.is_integer() and -(2**31) <= number < 2**31


def _unknown(value: Any) -> Node:
    match value:
        case dict():
            fields = [
                Field(str(name), _unknown(item), rank, known=False) for rank, (name, item) in enumerate(value.items())
            ]
            return Object("unknown", tuple(fields))
        case list():
            return List("unknown", tuple(_unknown(item) for item in value))
    return Scalar(_canonical(value), "unknown")


def _canonical(value: Any) -> Any:
    """A number as JSON's other readers see it: ``80.0`` is 80. Beyond 1e21 they write exponents, as Python does."""
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e21 and str(value) != "-0.0"
    return int(value) if whole else value


def _item(schema: dict[str, Any]) -> str:
    return schema["$ref"].removeprefix("#/$defs/") if "$ref" in schema else _kind(schema)


def _kind(schema: dict[str, Any]) -> str:
    kind: str = schema.get("format") or schema["type"]
    return kind
