"""What differs between the environments of a module: one slot for each such value, until it has a name."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from generator.codemodel import Node, Parameter, Scalar

LONG = 16  # characters from which on equal texts are no coincidence


class Step(NamedTuple):
    """A step towards a place in a body.

    A "field" is a property, and ``owner`` the type of its object; an "item" or an "entry" has the key ``name`` in the
    list or map ``owner``.
    """

    kind: Literal["field", "item", "entry"]
    name: str
    owner: str


Place = tuple[Step, ...]
Role = Literal["value", "key", "condition", "tag", "prefix", "part", "suffix"]


@dataclass(slots=True)
class Slot:
    """A value that differs: what it is in each profile that has it, by profile, and the places where it stands.

    ``role`` is what it is of its place: the value itself, the key of an entry, whether it is there, the tag of an image
    or a part of a text. A secure one holds no values but itself: it is asked for. ``variant`` names a profile where
    the place has a value of another kind than elsewhere.
    """

    number: int
    role: Role
    places: list[Place]
    kind: str
    values: dict[str, Node]
    secure: bool = False
    type: str = ""
    choices: tuple[str, ...] = ()
    variant: str = ""
    merged: "Slot | None" = field(default=None, repr=False)

    @property
    def mark(self) -> Parameter:
        """What stands in the tree for the slot until it has a name."""
        return Parameter(f"{MARK}{self.number}", self.kind, self.secure, None)

    @property
    def final(self) -> "Slot":
        """The slot that this one has become one with."""
        return self.merged.final if self.merged else self


MARK = "\0"  # begins no name of an author


def unify(slots: list[Slot], alike: dict[int, str]) -> None:
    """Make one of slots that have the same values wherever they have some, and do not so by chance.

    ``alike`` has the name that each slot would like best; two that would like the same mean the same.
    """
    known: dict[tuple[str, str, str], list[Slot]] = {}  # by each profile, its value, and what else must be the same
    for slot in slots:
        if slot.secure or slot.role == "condition":
            continue
        needs = [alike[slot.number], *([""] if _is_telling(slot) else [])]
        keys = [(profile, _plain(node), need) for profile, node in slot.values.items() for need in needs]
        others = (other for key in keys for other in known.get(key, ()))
        one = next((other for other in others if _same(slot, other)), slot)
        if one is not slot:
            one.places += slot.places
            one.values = {**slot.values, **one.values}
            slot.merged = one
        for key in keys:
            of = known.setdefault(key, [])
            of += [] if any(one is other for other in of) else [one]


def _same(slot: Slot, other: Slot) -> bool:
    if slot.kind != other.kind and not {slot.kind, other.kind} <= {"string", "arm-id"}:
        return False
    few, many = sorted((slot.values, other.values), key=len)
    return slot.type == other.type and all(
        name in many and _plain(value) == _plain(many[name]) for name, value in few.items()
    )


def _plain(node: Node) -> str:
    """A value to compare: 0 and -0 are not the same, but of texts the kind does not matter."""
    return repr(node.value) if isinstance(node, Scalar) else repr(node)


def _is_telling(slot: Slot) -> bool:
    """Whether the values are such that two places which share them mean the same: resource ids, long texts."""
    return all(
        isinstance(node, Scalar) and isinstance(node.value, str) and len(node.value) >= LONG
        for node in slot.values.values()
    )
