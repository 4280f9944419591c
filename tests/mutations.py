"""Sets of bodies that have much in common, as the profiles of one pool do: random changes to one body."""

import copy
import zlib
from collections.abc import Iterator
from random import Random
from typing import Any

from generator import schemas
from generator.codemodel import Choice, List, Map, Node, Object, Parameter, Scalar, Text

Body = dict[str, Any]


def family(body: Body, others: list[Body], random: Random, version: str) -> dict[str, Body]:
    """Two to four profiles of which one has this body and the others have it changed; now and then a stranger's."""
    names = random.sample(["dev", "test", "staging", "prod"], random.randint(2, 4))
    found = {name: copy.deepcopy(body) for name in names}
    for name in names[1:]:
        if random.random() < 0.05:
            found[name] = copy.deepcopy(random.choice(others))
        for _ in range(random.choice((0, 1, 2, 3, 5, 8))):
            _change(found[name], random, version)
    return found


def _change(body: Body, random: Random, version: str) -> None:
    places = list(_places(body, schemas.load(version)["$defs"][schemas.BODY], version))
    container, step, schema, required = random.choice(places)
    value = container[step]
    match value:
        case list() if value and random.random() < 0.6:
            _rearrange(value, random)
        case dict() if "additionalProperties" in schema and random.random() < 0.6:
            key = f"k{random.randint(0, 3)}"
            value[key] = copy.deepcopy(
                next(iter(value.values()), {} if "$ref" in schema["additionalProperties"] else "v")
            )
        case _ if isinstance(container, dict) and not required and random.random() < 0.3:
            del container[step]
        case str() if "enum" in schema:
            container[step] = random.choice(schema["enum"])
        case str():
            container[step] = random.choice((value + "x", "other", "a/b:1", "a/b:2", "", "/subscriptions/0/x/id-1"))
        case int() | float():
            container[step] = random.choice((0, 1, 5, 600)) if schema["type"] == "integer" else random.choice((0.25, 1))


def _rearrange(items: list[Any], random: Random) -> None:
    index = random.randrange(len(items))
    match random.choice(("drop", "add", "turn")):
        case "drop":
            del items[index]
        case "add":
            item = copy.deepcopy(items[index])
            if isinstance(item, dict):
                key = "identity" if "identity" in item else "name"
                item[key] = f"n{random.randint(0, 3)}"
                if any(isinstance(other, dict) and other.get(key) == item[key] for other in items):
                    return
            items.insert(random.randint(0, len(items)), item)
        case "turn":
            items.reverse()


def _places(value: Any, schema: Any, version: str) -> Iterator[tuple[Any, Any, dict[str, Any], bool]]:
    """Every value below another: its container and its place there, its schema, and whether it must be there."""
    _, schema = schemas.resolve(version, schema)
    steps: Any = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for step, item in steps:
        if isinstance(value, list):
            inner = schema["items"]
        else:
            inner = schema.get("properties", {}).get(step) or schema["additionalProperties"]
        yield value, step, schemas.resolve(version, inner)[1], step in schema.get("required", ())
        yield from _places(item, inner, version)


def asking(node: Node, random: Random, path: str = "") -> Any:
    """A tree in which some values are left to deploy time, alone or among text: by the same name at the same place."""
    match node:
        case Object(fields=fields):
            changed = (field._replace(value=asking(field.value, random, f"{path}.{field.name}")) for field in fields)
            return node._replace(fields=tuple(changed))
        case List(items=items):
            return node._replace(items=tuple(asking(item, random, f"{path}[{i}]") for i, item in enumerate(items)))
        case Map(entries=entries):
            return node._replace(entries=tuple((key, asking(item, random, f"{path}/{key}")) for key, item in entries))
        case Scalar(value=value) | Choice(value=value) if path != ".location" and random.random() < 0.25:
            number = zlib.crc32(path.encode())
            is_text = isinstance(node, Scalar) and isinstance(value, str)
            secure = is_text and number % 4 == 0
            default = None if secure or (is_text and number % 3 == 0) else value
            kind = node.kind if isinstance(node, Scalar) else "string"
            ask = Parameter(f"ask{number}", kind, secure, default, "What it is.", property="x")
            if isinstance(node, Choice):
                return ask._replace(type=node.type, choices=(node.value,))
            return Text(kind, ("it: ", ask)) if is_text and not secure and random.random() < 0.4 else ask
    return node
