"""Smaller forms of an example: one thing left out, or one text made shorter."""

from collections.abc import Iterator
from typing import Any

from tests.reference.bodies import Example, document

MOST = 400


def smaller(example: Example) -> list[Example]:
    """The example with each part of its body left out in turn, large ones first."""
    made = []
    for number, body in enumerate(_smaller(example.document["parameters"]["sessionPoolEnvelope"])):
        name, title = f"S{number:03}", f"Smaller {number:03}"
        if example.feature in ("titles", "paths", "names"):  # what differs may be there
            name, title = f"{example.name}{number:03}", f"{example.title}{number:03}"
        made.append(Example(name, title, document(body), example.feature))
        if len(made) == MOST:
            break
    return made


def _smaller(value: Any) -> Iterator[Any]:
    match value:
        case dict():
            for key in sorted(value, key=lambda key: -len(str(value[key]))):
                yield {other: value[other] for other in value if other != key}
            for key in value:
                yield from ({**value, key: less} for less in _smaller(value[key]))
        case list():
            for number, item in enumerate(value):
                before, after = value[:number], value[number + 1 :]
                yield before + after
                yield from ([*before, less, *after] for less in _smaller(item))
        case str() if len(value) > 3:
            yield value[: len(value) // 2]
            yield value[:-1]
            if value.strip("x"):
                yield "x" * len(value)
