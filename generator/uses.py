"""Where a request uses values known only at deploy time, as what, and whether it always means the same by a name."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator import naming, schemas
from generator.deferred import Ask, Deferred, Key
from generator.errors import Finding
from generator.origins import Map, Origin, Seq
from generator.schemas import BODY, ENVELOPE

# What shells and CI services set for themselves.
SYSTEM = frozenset("CI HOME HOSTNAME LANG LOGNAME PATH PWD SHELL TEMP TERM TMP TMPDIR TZ USER USERNAME".split())  # noqa: SIM905


class Use(NamedTuple):
    """An Ask at a place in a body: ``schema`` is that of its value, empty where it stands among other text."""

    ask: Ask
    path: tuple[str | int, ...]
    origin: Origin
    schema: dict[str, Any]


def uses(body: Map, version: str) -> Iterator[Use]:
    """Every use in a body that fits its schema, in its order."""
    return _uses(body, (), body.origin, schemas.load(version)["$defs"][BODY], version)


def _uses(value: Any, path: tuple[str | int, ...], at: Origin, schema: dict[str, Any], version: str) -> Iterator[Use]:
    _, schema = schemas.resolve(version, schema)
    match value:
        case Deferred():
            whole = schema if value.alone else {}
            yield from (Use(part, path, at, whole) for part in value.parts if isinstance(part, Ask))
        case Map():
            properties, others = schema.get("properties", {}), schema.get("additionalProperties", {})
            for key, item in value.items():
                if isinstance(key, Key):
                    yield from _uses(key.value, (*path, key), value.key_at[key], {"type": "string"}, version)
                yield from _uses(item, (*path, key), value.at[key], properties.get(key) or others, version)
        case Seq():
            for index, item in enumerate(value):
                yield from _uses(item, (*path, index), value.at[index], schema.get("items", {}), version)


def type_of(schema: dict[str, Any]) -> str:
    """What tells values apart at deploy time: a choice's name, an integer, a number, or text."""
    if "enum" in schema:
        return str(schema["x-ms-enum"]["name"])
    return str(schema.get("type", ""))


def wrong(request: Map, version: str) -> Iterator[Finding]:
    """What contradicts another use of the same name, at the later of the two."""
    found = list(uses(request[ENVELOPE], version))
    asked: dict[str, Use] = {}
    typed: dict[str, Use] = {}
    for use in found:
        name = naming.environment(use.ask.name)
        if name in SYSTEM:
            hint = "programs read what they ask for from the environment variable of its name"
            yield _finding(use, f"the environment variable {name} is the system's own", "another name", hint)
        first = asked.setdefault(name, use)
        if (use.ask.name, use.ask.secure, use.ask.default) != (first.ask.name, first.ask.secure, first.ask.default):
            hint = f"one name has one spelling and one default in a profile; the other place is {first.origin}"
            yield _finding(use, "the same is asked for otherwise elsewhere", _asked(first.ask), hint)
        if use.schema:
            other = typed.setdefault(name, use)
            if type_of(use.schema) != type_of(other.schema):
                says = f"a parameter is of one type, and this one is of type {type_of(other.schema)} elsewhere"
                yield _finding(
                    use, says, f"another name where {type_of(use.schema)} stands", f"that is at {other.origin}"
                )
    for use in found:
        whole = typed.get(naming.environment(use.ask.name))
        if not use.schema and whole and type_of(whole.schema) == "number":
            says = "a decimal number cannot stand among text: languages write it differently"
            yield _finding(use, says, "another parameter, for the text", f"it is a number at {whole.origin}")


def _finding(use: Use, says: str, expected: str, hint: str) -> Finding:
    path = ".".join(map(str, use.path))
    return Finding(says, use.origin, path, _asked(use.ask), expected, hint)


def _asked(ask: Ask) -> str:
    return f"{ask}" if ask.default is None else f"{ask} with the default {ask.default!r}"
