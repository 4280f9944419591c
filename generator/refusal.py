"""How a target says no to a body, and what more than one of them says it for."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from generator.codemodel import Map, Node, Object
from generator.walk import Path, name_of, nodes, plain


class Refusal(NamedTuple):
    """What a target cannot carry: ``path`` leads to the value in the body, or with ``of_key`` to the entry of that key.

    ``says`` why. Two targets that refuse for one reason say it in the same words.
    """

    path: Path
    says: str
    expected: str = ""
    hint: str = ""
    of_key: bool = False


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
            for key in (name_of(key) for key, _ in inner.entries):
                first = seen.setdefault(key.upper(), key)
                if first != key:
                    yield (*path, key), key, first
