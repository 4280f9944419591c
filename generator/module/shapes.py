"""Which nodes can be folded to one, and what they have in common."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from generator.codemodel import Choice, Key, List, Map, Node, Object, Parameter, Scalar, Text

Found = Mapping[str, Node]  # by profile
N = TypeVar("N", bound=Node)


def shape(node: Node, secret: bool) -> Hashable:
    """What nodes have in common that fold to one; of a secret place, where no text is to become a parameter's."""
    match node:
        case Object(type=type_):
            return "object", type_
        case Map() | List():
            return type(node).__name__
        case Scalar(value=value, kind=kind) if value is not None and kind != "unknown":
            return "scalar", kind
        case Choice(type=type_):
            return "choice", type_
        case Text(parts=parts) if not secret:
            return "text", tuple(part if isinstance(part, Parameter) else "" for part in parts)
    return node


def grouped(found: Mapping[str, N], by: Callable[[N], Hashable]) -> list[dict[str, N]]:
    """The profiles with their nodes, those together that have the same key."""
    groups: dict[Hashable, dict[str, N]] = {}
    for profile, node in found.items():
        groups.setdefault(by(node), {})[profile] = node
    return list(groups.values())


def is_same(nodes: Iterable[Node]) -> bool:
    """Whether all are the same; 0 and -0 are not."""
    return len({repr(node) for node in nodes}) == 1


def only(kind: type[N], found: Found) -> dict[str, N]:
    """The nodes of one kind, by profile."""
    return {profile: node for profile, node in found.items() if isinstance(node, kind)}


def is_id(value: Node | Key) -> bool:
    """Whether a value is the ID of a resource or of somebody, which no module has in it."""
    if isinstance(value, Scalar) and value.kind == "uuid":
        return True
    text = value.value if isinstance(value, Scalar) else value
    return isinstance(text, str) and text.startswith("/subscriptions/")


def image_of(texts: Iterable[str]) -> str:
    """What container images have in common up to their tags; empty where more than a tag differs."""
    names = {text.rpartition(":")[0] for text in texts}
    if len(names) > 1 or any("/" in text.rpartition(":")[2] or "@" in text for text in texts):
        return ""
    name = names.pop()
    return f"{name}:" if name else ""


def compact(conditions: Sequence[Parameter | None]) -> tuple[Parameter | None, ...]:
    """Conditions as the tree has them: none at all where nothing depends on one."""
    return tuple(conditions) if any(conditions) else ()
