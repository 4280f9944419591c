"""What a target asks of a whole body before it spells it, and how it says no to one."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.codemodel import Choice, List, Map, Node, Object, Parameter, Scalar

Path = tuple[str | int, ...]


class Refusal(NamedTuple):
    """What a target cannot carry: ``path`` leads to the value in the body, or with ``of_key`` to the entry of that key.

    ``says`` why. Two targets that refuse for one reason say it in the same words.
    """

    path: Path
    says: str
    expected: str = ""
    hint: str = ""
    of_key: bool = False


def nodes(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """A node and all below it, each with the keys and indices that lead to it."""
    yield path, node
    inner: Iterable[tuple[str | int, Node]] = ()
    match node:
        case Object(fields=fields):
            inner = ((field.name, field.value) for field in fields)
        case Map(entries=entries):
            inner = entries
        case List(items=items):
            inner = enumerate(items)
    for step, value in inner:
        yield from nodes(value, (*path, step))


def texts(node: Node) -> Iterator[tuple[Path, str]]:
    """Every text that an author wrote in a body, with its path: strings, choices and the keys of maps."""
    for path, inner in nodes(node):
        match inner:
            case Scalar(value=str() as text) | Choice(value=text):
                yield path, text
            case Map(entries=entries):
                yield from (((*path, key), key) for key, _ in entries)


def plain(node: Node) -> Any:
    """The JSON that a node stands for, as plain data in the body's own order."""
    match node:
        case Scalar(value=value) | Choice(value=value):
            return value
        case List(items=items):
            return [plain(item) for item in items]
        case Map(entries=entries):
            return {key: plain(value) for key, value in entries}
        case Object(fields=fields):
            return {field.name: plain(field.value) for field in fields}
        case Parameter():
            raise NotImplementedError("deploy-time values")


def size(node: Node) -> int:
    """The bytes of a node as JSON without a blank."""
    return len(json.dumps(plain(node), ensure_ascii=False, separators=(",", ":")).encode())


def units(text: str) -> int:
    """The length of a text in UTF-16, which is how .NET counts characters."""
    return len(text.encode("utf-16-le")) // 2


def emptied(body: Object) -> Iterator[Refusal]:
    """The refusal of an empty ``properties`` by the SDKs whose models hold its properties themselves."""
    match body.get("properties"):
        case Object(fields=()):
            says = "the SDK leaves 'properties' out where nothing in it is set"
            yield Refusal(("properties",), says, "at least one property", "leave 'properties' out, or set one in it")


def twins(node: Node, item: str = "") -> Iterator[tuple[Path, str, str]]:
    """The keys of maps (of maps to ``item``) that differ from an earlier one in case alone, each with that one."""
    for path, inner in nodes(node):
        if isinstance(inner, Map) and (not item or inner.item == item):
            seen: dict[str, str] = {}
            for key, _ in inner.entries:
                first = seen.setdefault(key.upper(), key)
                if first != key:
                    yield (*path, key), key, first
