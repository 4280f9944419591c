"""Sets of bodies that have much in common, as the profiles of one pool do: random changes to one body."""

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

from generator import schemas

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
