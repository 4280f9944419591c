"""The checked body as a small closed tree: all that a target ever sees of a body.

    Node = Object | Map | List | Choice | Scalar | Parameter | Text

Fields, entries and items stand in the body's own order; ``Object.in_schema_order`` gives the specification's.
A target matches on these seven classes and on nothing else, so a new property or API version changes no target.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator import schemas
from generator.deferred import Deferred
from generator.deferred import Key as DeferredKey
from generator.origins import Map as LocatedMap
from generator.uses import Use, uses

# A string in place of a number, as JSON writes numbers.
_NUMBER = {"integer": re.compile(r"-?(0|[1-9][0-9]{0,9})")}
_NUMBER["number"] = re.compile(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?")


class Scalar(NamedTuple):
    """A plain value. ``kind`` is the schema's type; ``value`` is None for JSON's null.

    A value of a numeric kind is a number, or a string that is one in JSON's spelling.
    """

    value: str | int | float | bool | None
    kind: str  # string, arm-id, uuid, uri, date-time, int32, double, boolean; "unknown" outside the schema


class Choice(NamedTuple):
    """A member of an enum. ``type`` is the enum's SDK name; ``known`` says whether this API version lists ``value``."""

    type: str
    value: str
    known: bool


class Parameter(NamedTuple):
    """A value known only at deploy time; a ``secure`` one is a secret and never has a ``default``.

    ``name`` is the author's spelling, ``kind`` as in Scalar. Of a choice ``type`` is the enum's SDK name, ``choices``
    its members. ``property`` is the API's name for where it stands first, "" among text. ``description`` is the
    author's, else the specification's.
    """

    name: str
    kind: str
    secure: bool
    default: str | int | float | bool | None
    description: str = ""
    type: str = ""
    choices: tuple[str, ...] = ()
    property: str = ""


class Text(NamedTuple):
    """Text with parameters in it, of which some may be of kind int32; ``kind`` as in Scalar."""

    kind: str
    parts: tuple[str | Parameter, ...]


Key = str | Parameter | Text  # of a map


class List(NamedTuple):
    """A list; ``item`` is the type of its items: a definition's name or a scalar's kind.

    In the tree of a module ``when`` has of each item the boolean that says whether it is there, or None: it always is.
    """

    item: str
    items: tuple["Node", ...]
    when: tuple[Parameter | None, ...] = ()


class Map(NamedTuple):
    """Free text to values of one type; ``item`` and ``when`` as in List."""

    item: str
    entries: tuple[tuple[Key, "Node"], ...]
    when: tuple[Parameter | None, ...] = ()


class Field(NamedTuple):
    """A property of an object: ``name`` as on the wire, ``rank`` its place in the specification, ``when`` as in List.

    In a module an object may have several of one name, of which never more than one is there.
    """

    name: str
    value: "Node"
    rank: int
    read_only: bool = False
    secret: bool = False
    known: bool = True  # False: the schema has no such property
    when: Parameter | None = None


class Object(NamedTuple):
    """An object of the schema; ``type`` is its definition's name, "unknown" outside the schema."""

    type: str
    fields: tuple[Field, ...]

    def in_schema_order(self) -> list[Field]:
        """The fields as the specification orders them; unknown ones last, in the body's order."""
        return sorted(self.fields, key=lambda field: field.rank)

    def get(self, name: str) -> "Node | None":
        """The value of the property ``name``, or None where the object lacks it."""
        return next((field.value for field in self.fields if field.name == name), None)


Node = Object | Map | List | Choice | Scalar | Parameter | Text


def build(body: dict[str, Any], version: str) -> Object:
    """The tree of a SessionPool body under an API version. Never fails: what the schema lacks is marked unknown."""
    asked = _asked(uses(body, version)) if isinstance(body, LocatedMap) else {}
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
