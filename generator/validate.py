"""Check a rendered request against its API version's schema, all errors at once, each at the line that caused it.

The generated pydantic models find what is wrong; this module says it in the API's names. What fits the schema is then
held against the domain rules, in ``review``.
"""

import importlib
import re
from collections.abc import Iterator
from typing import Any

import pydantic

from generator import schemas
from generator.errors import Finding, Fix, Refused, closest, describe
from generator.origins import Map, Origin, Seq, locate
from generator.schemas import ENVELOPE
from generator.settled import Unknown
from generator.spelling import meant

_WORDS = {"object": "a map", "array": "a list", "string": "a string", "number": "a finite number"}
_WORDS |= {"integer": "an integer", "boolean": "true or false"}
Path = tuple[str | int, ...]
NAME: Path = ("sessionPoolName",)
CONTAINER_TYPE: Path = (ENVELOPE, "properties", "containerType")
# What the specification does not list, but the service is known to take; of it there is but a warning, by a rule. Pools
# in the documentation have hyphens, and azure-cli has these interpreters in every API version.
TOLERATED = {
    (NAME, "string_pattern_mismatch"): re.compile("[a-z](-?[a-z0-9])*"),
    (CONTAINER_TYPE, "literal_error"): re.compile("NodeLTS|Shell"),
}
_HALF = re.compile("[\ud800-\udfff]")


def validate(request: Map, version: str) -> None:
    """Check a PUT request: its address's parameters by name and, as ``sessionPoolEnvelope``, its body.

    Raises Refused with every finding, in the order of the request's keys.
    """
    if halves := list(_halves(request, ())):  # pydantic takes such text for no text at all
        raise Refused(halves)
    nulls = set(_nulls(request, ()))
    findings = [_null(request, path) for path in sorted(nulls, key=str)]
    findings += _group(request)
    model = importlib.import_module(f"generator.models.v{version.replace('-', '_')}").SessionPoolRequest
    try:
        model.model_validate(request)
    except pydantic.ValidationError as error:
        errors = error.errors(include_url=False, include_context=False, include_input=False)
        findings += [
            _finding(request, e["loc"], e["type"], version) for e in errors if not _passes(e, request, nulls, version)
        ]
    if findings:
        raise Refused(findings)


def _passes(error: Any, request: Map, nulls: set[Path], version: str) -> bool:
    """Whether an error of the model is told elsewhere, or is none because nobody knows the value yet."""
    path, kind = error["loc"], error["type"]
    if path in nulls or kind in ("missing", "extra_forbidden"):
        return path in nulls
    tolerated, value = TOLERATED.get((path, kind)), _value(request, path)
    if isinstance(value, Unknown):
        schema = _schema(path, version)
        return schema.get("type") in ("string", "integer", "number", "boolean") and "enum" not in schema
    return bool(tolerated and tolerated.fullmatch(str(value)))


def _halves(value: Any, path: Path, at: Origin | None = None) -> Iterator[Finding]:
    """A finding for every key and string that holds a lone surrogate, which is no character and cannot be written."""
    match value:
        case str() if half := _HALF.search(value):
            found, hint = f"\\u{ord(half[0]):04x}", "write the whole character"
            yield Finding("half a surrogate pair is not text", at, shown(path), found, hint=hint)
        case Map():
            for key, item in value.items():
                yield from _halves(key, (*path, key), value.key_at[key])
                yield from _halves(item, (*path, key), value.at[key])
        case Seq():
            for index, item in enumerate(value):
                yield from _halves(item, (*path, index), value.at[index])


def _nulls(value: Any, path: Path) -> Iterator[Path]:
    """The paths of every null: the models' optional fields let null pass, the API's do not."""
    pairs = value.items() if isinstance(value, Map) else enumerate(value) if isinstance(value, Seq) else ()
    for step, item in pairs:
        if item is None:
            yield (*path, step)
        else:
            yield from _nulls(item, (*path, step))


def _null(request: Map, path: Path) -> Finding:
    hint = "leave it out where there is nothing to say, or delete it with {$delete: true}"
    return Finding("null is not a value of the API", locate(request, path), shown(path), "null", hint=hint)


def _group(request: Map) -> Iterator[Finding]:
    """Azure has no group whose name ends with a period, though the pattern lets it: ``..`` would lead elsewhere."""
    name = request.get("resourceGroupName")
    if isinstance(name, str) and name.endswith("."):
        path: Path = ("resourceGroupName",)
        says, what = "the name of a resource group does not end with a period", "another last character"
        yield Finding(says, locate(request, path), shown(path), describe(name), what, "take the period away")


def _finding(request: Map, path: Path, kind: str, version: str) -> Finding:
    """What pydantic reports of kind ``kind`` at ``path``, in words of the schema."""
    if kind == "missing":
        origin = locate(request, path[:-1])
        return Finding(f"'{path[-1]}' is missing", origin, shown(path), expected=expected(_schema(path, version)))
    if kind == "extra_forbidden":
        return _unknown(request, path, version)
    schema, value = _schema(path, version), _value(request, path)
    if isinstance(value, Unknown):
        return _unsettled(value, request, path, schema)
    says = "value is not of its type" if kind.endswith(("_type", "_attributes_type")) else "value is not allowed"
    origin = locate(request, path)
    new = meant(value, schema["enum"]) if isinstance(value, str) and "enum" in schema else ""
    hint = f"did you mean '{new}'?" if new else _hint(value, schema)
    if path == NAME and not hint:  # where no profile sets it, it comes from the template's name
        hint = "a profile sets it under 'pools', as the pool's sessionPoolName"
    fix = Fix(new, old=value) if new else None
    return Finding(says, origin, shown(path), describe(value, origin), expected(schema), hint, fix=fix)


def _unsettled(value: Unknown, request: Map, path: Path, schema: dict[str, Any]) -> Finding:
    """What is known only at deploy time, where that cannot be: for a choice with no default, or a map or list."""
    says, hint = "this cannot be left to deploy time", "text and numbers can; put them where they stand in it"
    if "enum" in schema:
        says, hint = "a choice that is left to deploy time needs a default", "the rules depend on it: default=..."
    return Finding(says, locate(request, path), shown(path), str(value), expected(schema), hint)


def _unknown(request: Map, path: Path, version: str) -> Finding:
    name, owner = str(path[-1]), _schema(path[:-1], version)
    parent = _value(request, path[:-1])
    origin = parent.key_at.get(name) if isinstance(parent, Map) else None
    found = f"'{name}'"
    if owner.get("properties", {}).get(name, {}).get("readOnly"):
        hint = "take it out of the request"
        return Finding("property is read-only: the service sets it", origin, shown(path), found, hint=hint)
    known = [key for key, schema in owner.get("properties", {}).items() if not schema.get("readOnly")]
    homes = [type_ for type_, inner in schemas.load(version)["$defs"].items() if name in inner.get("properties", {})]
    hint = closest(name, known)
    if homes and not hint:
        hint = f"'{name}' is a property of {' and of '.join(homes)}"
    where = "one of " + ", ".join(known) if known else "an empty map"
    return Finding(
        "the API has no such property here", origin or locate(request, path[:-1]), shown(path), found, where, hint
    )


def shown(path: Path) -> str:
    """A path as messages show it: ``properties.secrets[0].name``; the body's own name is left out."""
    steps = path[1:] if path[:1] == (ENVELOPE,) and len(path) > 1 else path
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


def _schema(path: Path, version: str) -> dict[str, Any]:
    """The schema of the value at a path; empty where there is none."""
    schema = schemas.load(version)
    for step in path:
        _, schema = schemas.resolve(version, schema)
        if isinstance(step, int):
            schema = schema.get("items", {})
        else:
            schema = schema.get("properties", {}).get(step) or schema.get("additionalProperties", {})
    return schemas.resolve(version, schema)[1]


def _value(request: Map, path: Path) -> Any:
    value: Any = request
    for step in path:
        value = value[step]
    return value


def expected(schema: dict[str, Any]) -> str:
    """A schema in words: ``one of Timed, OnContainerExit``; ``an integer (int32)``."""
    if "const" in schema:
        return str(schema["const"])
    if "enum" in schema:
        return "one of " + ", ".join(schema["enum"])
    if schema.get("format") == "int32":
        return "an integer from -2147483648 to 2147483647"
    if schema.get("format") == "uuid":
        return "a UUID"
    words = _WORDS.get(schema.get("type", ""), "another value")
    if "maxLength" in schema:
        words += f" of {schema.get('minLength', 0)} to {schema['maxLength']} characters"
    return words + (f" that matches {schema['pattern']}" if "pattern" in schema else "")


def _hint(value: Any, schema: dict[str, Any]) -> str:
    kind = schema.get("type")
    if "enum" in schema and isinstance(value, str):
        return closest(value, schema["enum"])
    if kind == "string" and isinstance(value, int | float):
        return "put it in quotes, or use '| string' in the template"
    if kind in ("integer", "number") and isinstance(value, str):
        return "take the quotes away, or use '| int' in the template" if value.strip("-+").isdigit() else ""
    if kind == "integer" and isinstance(value, float) and value.is_integer():
        return f"write {int(value)}"
    if kind == "array" and isinstance(value, str):
        return "write a list, one '- item' a line"
    return ""
