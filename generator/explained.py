"""Every value of a request with the place that gave it, as lines; no secret is in them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.deferred import Ask, Deferred
from generator.looks import MASK
from generator.masking import Secrets
from generator.origins import Map, Origin, Seq
from generator.secretplaces import secret_places
from generator.validate import shown

WIDEST = 72  # of a path or value, for what stands behind it to stand in one column


class Entry(NamedTuple):
    """A value as it is shown: its path as messages show it, its spelling, and where it comes from."""

    path: str
    value: str
    origin: Origin


def entries(request: Map, secrets: Secrets) -> list[Entry]:
    """The parameters of a request's address and the values of its body, in their order."""
    hidden = {path for path, _ in secret_places(request, request.get("api-version"), beside=True)}
    found = []
    for path, value, at in _leaves(request, (), request.origin):
        is_secret = any(path[:size] in hidden for size in range(len(path) + 1))
        is_secret = is_secret or secrets.covers(at.file, at.line, at.column - 1)
        found.append(Entry(secrets.mask(shown(path)), secrets.mask(_spelled(value, is_secret)), at))
    return found


def below(found: Iterable[Entry], path: str) -> list[Entry]:
    """Those at a path, or below it."""
    return [
        entry for entry in found if not path or entry.path == path or entry.path.startswith((f"{path}.", f"{path}["))
    ]


def paths(found: Iterable[Entry]) -> set[str]:
    """The paths of entries, and of all that holds them."""
    known = set()
    for entry in found:
        known |= {entry.path[:end] for end, char in enumerate(entry.path) if char in ".["} | {entry.path}
    return known


def lines(found: list[Entry]) -> Iterator[str]:
    """``properties.containerType = "PythonLTS"  profiles/dev.yaml:7:9``, in columns."""
    path = max((len(entry.path) for entry in found if len(entry.path) <= WIDEST), default=0)
    value = max((len(entry.value) for entry in found if len(entry.value) <= WIDEST), default=0)
    for entry in found:
        yield f"{entry.path:{path}} = {entry.value:{value}}  {entry.origin}"


def _leaves(value: Any, path: tuple[str | int, ...], at: Origin) -> Iterator[tuple[tuple[str | int, ...], Any, Origin]]:
    """Every value that is no filled container, with its path and place."""
    match value:
        case Map() if value:
            for key, item in value.items():
                yield from _leaves(item, (*path, str(key)), value.at[key])
        case Seq() if value:
            for index, item in enumerate(value):
                yield from _leaves(item, (*path, index), value.at[index])
        case _:
            yield path, value, at


def _spelled(value: Any, is_secret: bool) -> str:
    match value:
        case Deferred(parts=parts):
            return " ~ ".join(_asked(part, is_secret) if isinstance(part, Ask) else _json(part) for part in parts)
        case Map() | Seq():
            return "{}" if isinstance(value, Map) else "[]"
    return MASK if is_secret else _json(value)


def _asked(ask: Ask, is_secret: bool) -> str:
    """As an author writes it."""
    if ask.default is None:
        return str(ask)
    return f'parameter("{ask.name}", default={MASK if is_secret else _json(ask.default)})'


def _json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except ValueError:  # a whole number with more digits than Python prints
        return hex(value)
