"""Resources that a body names by their IDs, and that Bicep can name by their names: environments and identities."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.codemodel import Map, Object, Parameter, Scalar, Text
from generator.walk import nodes

TYPES = {  # to the symbol, and the API version, as the Azure Verified Modules have it
    "Microsoft.App/managedEnvironments": ("managedEnvironment", "2025-07-01"),
    "Microsoft.ManagedIdentity/userAssignedIdentities": ("userAssignedIdentity", "2024-11-30"),
}
Part = Scalar | Parameter | Text


class Existing(NamedTuple):
    """A resource; ``id`` as the body has it, and its parts."""

    id: Scalar | Parameter | Text
    symbol: str
    type: str
    version: str
    subscription: Part
    group: Part
    name: Part


def existing(body: Object) -> list[Existing]:
    """Every such resource of a body once, in its order, each with a symbol of its own."""
    found: dict[tuple[str | Parameter, ...], Existing] = {}
    for node in _texts(body):
        parts = node.parts if isinstance(node, Text) else (str(node.value),)
        match _segments(parts):
            case [[], ["subscriptions"], [*a], ["resourceGroups"], [*b], ["providers"], [namespace], [kind], [*c]]:
                type_, owner = f"{namespace}/{kind}", (a, b, c)
            case _:
                continue
        if parts not in found and type_ in TYPES and all(owner):
            symbol, version = TYPES[type_]
            count = sum(other.type == type_ for other in found.values())
            symbol += str(count + 1) if count else ""
            found[parts] = Existing(node, symbol, type_, version, *map(_node, owner))
    return list(found.values())


def _texts(body: Object) -> Iterator[Scalar | Text]:
    """The texts of a body, and its keys."""
    for _, node in nodes(body):
        if isinstance(node, Text) or (isinstance(node, Scalar) and isinstance(node.value, str)):
            yield node
        elif isinstance(node, Map):
            for key, _ in node.entries:
                if not isinstance(key, Parameter):
                    yield Scalar(key, "string") if isinstance(key, str) else key


def _segments(parts: tuple[str | Parameter, ...]) -> list[list[str | Parameter]]:
    """What stands between the slashes of a text."""
    segments: list[list[str | Parameter]] = [[]]
    for part in parts:
        first, *rest = part.split("/") if isinstance(part, str) else [part]
        segments[-1] += [first] if first else []
        segments += [[text] if text else [] for text in rest]
    return segments


def _node(segment: list[str | Parameter]) -> Part:
    match segment:
        case [str() as text]:
            return Scalar(text, "string")
        case [Parameter() as parameter]:
            return parameter
    return Text("string", tuple(segment))
