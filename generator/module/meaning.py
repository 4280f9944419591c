"""What the parameters of a module mean, in words: the specification's, for the place where the value stands."""

from generator import schemas
from generator.module.asks import EXECUTOR
from generator.module.names import singular
from generator.module.slots import Place, Slot

SHOWN = 60  # characters of a name that an author wrote


def description(slot: Slot, version: str) -> str:
    """One sentence or two for a slot."""
    place = slot.places[0]
    last = place[-1]
    match slot.role:
        case "key":
            return f"Resource ID of the {'user-assigned ' if last.name == 'userAssignedIdentities' else ''}identity."
        case "condition":
            things = " and ".join(dict.fromkeys(_thing(place) for place in slot.places))
            variant = f" as in {slot.variant}" if slot.variant else ""
            return f"Whether the pool has {things}{variant}."
        case "tag":
            return f"Tag of the image{_of(place[:-1])}."
        case "prefix" | "part" | "suffix":
            where = {"prefix": "Beginning", "part": "Part", "suffix": "End"}[slot.role]
            return f"{where} of {_thing(place)}."
    if last.name.startswith(EXECUTOR):
        return "Object ID of who may run code in the pool's sessions."
    if last.kind != "field":
        return f"Value of {_thing(place)}."
    if last.name == "value" and len(place) > 1 and place[-2].kind == "item":
        return f"Value of {_thing(place[:-1])}."
    says = documented(place, version) or f"Value of {_thing(place)}."
    return says.removesuffix(".") + f"{_of(place[:-1], comma=True)}."


def documented(place: Place, version: str) -> str:
    """What the specification says of a property; empty where it says nothing."""
    properties = schemas.load(version)["$defs"].get(place[-1].owner, {}).get("properties", {})
    return str(properties.get(place[-1].name, {}).get("description", ""))


def _thing(place: Place) -> str:
    """What stands at a place, in words."""
    last = place[-1]
    if last.name.startswith(EXECUTOR):
        return "somebody who may run code in its sessions"
    if last.kind == "field":
        return f"{last.name}{_of(place[:-1])}"
    what = singular(last.owner)
    if last.owner == "managedIdentitySettings":
        what = "setting of the identity"
    name = last.name.rpartition("/")[2] if last.name.startswith("/subscriptions/") else last.name
    name = name if len(name) <= SHOWN else f"{name[:SHOWN]}..."
    return f"the {what} {name}{_of(place[:-1])}" if name else f"the {what}{_of(place[:-1])}"


def _of(place: Place, *, comma: bool = False) -> str:
    """The nearest container or other item that a place is in, in words."""
    found = next((index for index in reversed(range(len(place))) if place[index].kind == "item"), None)
    if found is None or not place[found].name:
        return ""
    return f"{', for' if comma else ' of'} {_thing(place[: found + 1])}"
