"""One module for all environments of a pool: the bodies of its profiles as one tree, and what each profile says to it.

What is the same in all profiles that have it stays as it is; what differs is a parameter; what some profiles lack is
there under a condition. With the arguments of a profile the tree is that profile's body again.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.codemodel import Node, Object, Parameter, Scalar
from generator.executors import Executor
from generator.expressions import name as allowed
from generator.module.asks import Asks, apart, together
from generator.module.fold import Fold
from generator.module.meaning import description
from generator.module.names import candidates, named
from generator.module.slots import MARK, Slot, Step, unify
from generator.walk import parameters, replaced

NOBODY: Mapping[str, tuple[Executor, ...]] = MappingProxyType({})
LOCATION, NAME = "location", "sessionPoolName"


class Module(NamedTuple):
    """``whole`` and ``name`` are what the profiles have in common; ``arguments`` what each says, by profile and name.

    ``whole`` is the body, and those who may run code in the pool's sessions.

    An argument that is a parameter is asked for at deploy time. ``optional`` are the parameters that some profile
    neither has nor asks for, ``location`` is the one for the region, "" if the region is none alone.
    """

    whole: Object
    name: Node
    api_version: str
    arguments: Mapping[str, Mapping[str, Node]]
    optional: frozenset[str]
    location: str = ""

    @property
    def body(self) -> Object:
        """The body of the pool."""
        return apart(self.whole)[0]

    @property
    def executors(self) -> tuple[Executor, ...]:
        """Those who may run code in its sessions."""
        return apart(self.whole)[1]


def fold(
    bodies: Mapping[str, Object],
    names: Mapping[str, str],
    version: str,
    executors: Mapping[str, tuple[Executor, ...]] = NOBODY,
) -> Module:
    """The module of the bodies of several profiles, which do not contradict each other, and of their pools' names."""
    asks = Asks({profile: together(body, executors.get(profile, ())) for profile, body in bodies.items()})
    folding = Fold(version, asks)
    name = folding.scalar({profile: Scalar(text, "string") for profile, text in names.items()}, (_field(NAME),))
    body = _located(folding.object(asks.bodies, ()), folding)
    slots = folding.slots
    unify(slots, {slot.number: next(candidates(slot)) for slot in slots})
    left = sorted((slot for slot in slots if not slot.merged), key=lambda slot: slot.places[0][-1].name != LOCATION)
    called = named(left, map(allowed, (ask.name for ask in asks.all.values())))
    finals = {slot.number: _parameter(slot, called[slot.number], version) for slot in left}

    def final(mark: Parameter) -> Parameter:
        if not mark.name.startswith(MARK):
            return mark
        return finals[slots[int(mark.name.removeprefix(MARK))].final.number]._replace(kind=mark.kind)

    arguments = {profile: asks.arguments(profile) for profile in bodies}
    for slot in left:
        one = finals[slot.number]
        for profile, value in slot.values.items():
            arguments[profile][one.name] = one if slot.secure else value
    body, name = replaced(body, final), replaced(name, final)
    region = body.get(LOCATION)
    location = region.name if isinstance(region, Parameter) and not region.secure else ""
    optional = frozenset(
        one.name
        for one in parameters(body).values()
        if any(one.name not in of and one.default is None for of in arguments.values())
    )
    return Module(body, name, version, arguments, optional, location)


def _field(name: str, owner: str = "") -> Step:
    return Step("field", name, owner)


def _located(body: Object, folding: Fold) -> Object:
    """The body with its region as a slot, even if that is the same in all profiles: a module's users choose it."""
    value = body.get(LOCATION)
    if not isinstance(value, Scalar):
        return body
    slot = folding.slot("value", (_field(LOCATION, body.type),), "string", dict.fromkeys(folding.asks.bodies, value))
    fields = (field._replace(value=slot.mark) if field.name == LOCATION else field for field in body.fields)
    return body._replace(fields=tuple(fields))


def _parameter(slot: Slot, name: str, version: str) -> Parameter:
    place = slot.places[0]
    return Parameter(
        name,
        slot.kind,
        slot.secure,
        False if slot.role == "condition" else None,
        description(slot, version),
        slot.type,
        slot.choices,
        place[-1].name if slot.role == "value" else "",
    )
