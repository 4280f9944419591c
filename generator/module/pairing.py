"""Which items of lists, and which entries of maps, are the same one in several profiles."""

import functools
from collections.abc import Iterable, Mapping

from generator import schemas
from generator.codemodel import Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.module.order import common
from generator.walk import nodes

Keys = dict[str, list[Key]]  # by profile


def aligned(found: Mapping[str, List], name: str) -> list[tuple[str, dict[str, Node]]] | None:
    """The items of the lists of a name, each with its title, and in all profiles that have it.

    None where the lists differ in more than their items: texts, things without names, another order of names.
    """
    lists = list(found.values())
    is_flat = not any(isinstance(item, Object) for node in lists for item in node.items)
    if is_flat and is_open(lists) and len({repr(node) for node in lists}) > 1:
        return None
    named = _keys(found, name)
    if len({len(node.items) for node in lists}) == 1 and (is_flat or named is None):
        number = range(len(lists[0].items))
        return [(str(i + 1), {profile: node.items[i] for profile, node in found.items()}) for i in number]
    if named is None:
        return None
    pairs = renamed(named) if is_renamed(found, name) else {}
    tokens = {profile: [pairs.get((profile, key), key) for key in of] for profile, of in named.items()}
    items = {profile: dict(zip(of, found[profile].items, strict=True)) for profile, of in tokens.items()}
    order = common(list(tokens.values()))
    if order is None:
        return None
    return [
        (key if isinstance(key, str) else "", {profile: of[key] for profile, of in items.items() if key in of})
        for key in order
    ]


def _keys(found: Mapping[str, List], name: str) -> Keys | None:
    """What the items of a list of this name are told apart by; None where they are not told apart."""
    by = schemas.list_keys().get(name)
    result: Keys = {}
    for profile, node in found.items():
        result[profile] = of = []
        for item in node.items:
            key = _scalar(item.get(by or "")) if isinstance(item, Object) else _scalar(item)
            if key is None:
                return None
            of.append(key)
        if len({*of}) < len(of):
            return None
    return result


def _scalar(node: Node | None) -> Key | None:
    match node:
        case Scalar(value=str() as text):
            return text
        case Parameter() | Text():
            return node
    return None


def is_renamed(found: Mapping[str, List | Map], name: str) -> bool:
    """Whether what is in them is one and the same thing that each environment calls by another name.

    So it is with identities, and with containers: a variable of another name is another variable, and so is a tag.
    """
    first = next(iter(found.values()))
    if isinstance(first, List):
        return name in _renamable()
    return all(
        isinstance(value, Object) for node in found.values() if isinstance(node, Map) for _, value in node.entries
    )


@functools.cache
def _renamable() -> frozenset[str]:
    """The lists whose items are more than a name and a value, or are told apart by the name of something else."""
    found = set()
    for version in schemas.versions():
        definitions = schemas.load(version)["$defs"]
        for definition in definitions.values():
            for name, schema in definition.get("properties", {}).items():
                if by := schema.get("x-ms-identifiers"):
                    _, item = schemas.resolve(version, schema["items"])
                    is_flat = all(
                        "$ref" not in inner and inner["type"] != "array" for inner in item["properties"].values()
                    )
                    found |= set() if is_flat and by == ["name"] else {name}
    return frozenset(found)


def renamed(keys: Keys) -> dict[tuple[str, Key], int]:
    """The keys, with their profiles, that mean the same under another name, numbered alike.

    What not all profiles have is paired in order, as far as all have some.
    """
    everywhere = set.intersection(*(set(names) for names in keys.values()))
    own = {
        profile: [name for name in names if name not in everywhere and not isinstance(name, Text)]
        for profile, names in keys.items()
    }
    most = min(len(names) for names in own.values())
    return {(profile, name): number for profile, names in own.items() for number, name in enumerate(names[:most])}


def is_open(found: Iterable[Node]) -> bool:
    """Whether all can be written down: nothing in it is secret, or asked for at deploy time."""
    return not any(
        isinstance(inner, Parameter | Text)
        or (isinstance(inner, Object) and any(field.secret for field in inner.fields))
        or (isinstance(inner, Map) and any(not isinstance(key, str) for key, _ in inner.entries))
        for node in found
        for _, inner in nodes(node)
    )
