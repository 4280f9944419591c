"""The facts of Azure.ResourceManager.AppContainers 1.5.0, as its compiler and its serialiser know them."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

FACTS: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "facts" / "csharp-sdk.json").read_text(encoding="utf-8")
)
HOMES = {type_: namespace for namespace, types in FACTS["namespaces"].items() for type_ in types}
STRUCTS: dict[str, dict[str, str]] = FACTS["structs of a string"]
PRIMITIVES = {"string", "int", "uint", "long", "ulong", "double", "bool", "object", "void", "null"}
VALUE_TYPES = {"int", "double", *STRUCTS}


class Property(NamedTuple):
    """A property of a class: whether it can be assigned, its type, and its place in the object's JSON."""

    access: str
    type: str
    wire: str

    @property
    def arguments(self) -> list[str]:
        """The types of a list's items, or of a map's keys and values."""
        found = re.fullmatch(r"(?:IList|IDictionary)<(.*)>", self.type)
        return found[1].split(",") if found else []


def find(type_: str, name: str) -> Property:
    """The property of a class. Fails where the class has none of that name."""
    properties = FACTS["properties"].get(type_, {})
    assert name in properties, f"CS1061: {type_} has no {name}"
    access, property_type, *wire = properties[name].split(" ")
    return Property(access, property_type, "".join(wire))


class Struct(NamedTuple):
    """A value that is made of a text: an extensible enum, a region. ``exact``: a region's name, not looked up."""

    type: str
    text: str
    exact: bool = False


class Made:
    """An object of one of the SDK's classes: what it was made of, and what was assigned to its properties."""

    def __init__(self, type_: str, arguments: list[Any]) -> None:
        self.type = type_
        self.arguments = arguments
        self.assigned: dict[str, Any] = {}

    def json(self) -> dict[str, Any]:
        """What the SDK writes. A property that is null is left out, but not the hidden objects around it."""
        written: dict[str, Any] = {"properties": {}} if self.type == "SessionPoolData" else {}
        for name, value in self.assigned.items():
            *parents, leaf = find(self.type, name).wire.split(".")
            place = written
            for parent in parents:
                place = place.setdefault(parent, {})
            if value is not None:
                place[leaf] = plain(value)
        return written


def plain(value: Any) -> Any:
    """A value as the serialiser writes it."""
    match value:
        case Made(type="ResourceIdentifier"):
            return value.arguments[0]
        case Made():
            return value.json()
        case Struct(type="AzureLocation", text=text) if not value.exact:
            name = text.replace(" ", "").lower()
            return name if " " in text or (name.isascii() and name.isalnum()) else text
        case Struct(text=text):
            return text
        case list():
            return [plain(item) for item in value]
        case dict():
            return {plain(key): plain(item) for key, item in value.items()}
    return value
