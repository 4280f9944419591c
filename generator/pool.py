"""A pool as a rule sees it: each value with its path, and the pools that are checked along with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.errors import nearest
from generator.origins import Map, locate
from generator.schemas import ENVELOPE
from generator.settled import Asked

Path = tuple[str | int, ...]
Id = tuple[str, ...]


class Hit(NamedTuple):
    """A place that breaks a rule. A scalar that is found there is shown anyway.

    ``on_key``: its key is at fault. ``fix``: the text that alone is right there. ``deferred``: what is known only at
    deploy time is at fault for being there, and not for what it may be.
    """

    path: Path
    found: str = ""
    expected: str = ""
    hint: str = ""
    on_key: bool = False
    fix: str = ""
    deferred: bool = False


class Place(NamedTuple):
    """A path in the request and the value there; None where there is none, for null is no value of the API."""

    path: Path
    value: Any

    def at(self, names: str) -> "Place":
        """The place below this one that a dotted path of property names leads to."""
        path, value = self.path, self.value
        for name in names.split("."):
            path, value = (*path, name), value.get(name) if isinstance(value, dict) else None
        return Place(path, value)

    @property
    def is_set(self) -> bool:
        """Whether there is a value."""
        return self.value is not None

    @property
    def text(self) -> str:
        """The value where it is text; else nothing."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def number(self) -> float | None:
        """The value where it is a number."""
        is_number = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        return self.value if is_number else None

    @property
    def items(self) -> list["Place"]:
        """The places of a list's items, or of a map's values."""
        if isinstance(self.value, dict):
            return [Place((*self.path, name), value) for name, value in self.value.items()]
        values = self.value if isinstance(self.value, list) else ()
        return [Place((*self.path, index), value) for index, value in enumerate(values)]

    @property
    def name(self) -> str:
        """The last step of the path: a property's name, a map's key."""
        return str(self.path[-1])

    def hit(self, expected: str = "", hint: str = "", found: str = "", fix: str = "") -> Hit:
        """A hit for the value here."""
        return Hit(self.path, found, expected, hint, fix=fix)

    def key_hit(self, expected: str) -> Hit:
        """A hit for the key that the value has in its map."""
        return Hit(self.path, f"'{self.name}'", expected, on_key=True)


@dataclass(slots=True, eq=False)
class Pool:
    """A pool to be checked; ``label`` says which it is. ``rivals`` are the pools of the run that have its resource ID,
    ``neighbours`` those of its subscription, one of each ID; both in the run's order, itself or a rival among them.
    ``asked`` is what is known only at deploy time; of an example that is printed as documentation nothing is real.
    """

    request: dict[str, Any]
    label: str = ""
    asked: Sequence[Asked] = ()
    is_example: bool = False
    rivals: list["Pool"] = field(default_factory=list)
    neighbours: dict[Id, "Pool"] = field(default_factory=dict)
    _places: dict[str, Place] = field(default_factory=dict)  # most rules look at the same few

    def at(self, names: str) -> Place:
        """The place in the body that a dotted path of property names leads to."""
        if names not in self._places:
            self._places[names] = Place((), self.request).at(f"{ENVELOPE}.{names}")
        return self._places[names]

    @property
    def body(self) -> Any:
        """The body as it is sent."""
        return self.request.get(ENVELOPE)

    def parameter(self, name: str) -> Place:
        """The place of a parameter of the request's address."""
        return Place((), self.request).at(name)

    @property
    def is_custom(self) -> bool:
        """Whether its sessions run a container of one's own."""
        return self.at("properties.containerType").text == "CustomContainer"

    @property
    def is_built_in(self) -> bool:
        """Whether its sessions run one of the service's interpreters."""
        return self.at("properties.containerType").text not in ("", "CustomContainer")

    @property
    def containers(self) -> list[Place]:
        """The containers of its template; none where it is built in, for there the whole template is out of place."""
        return [] if self.is_built_in else self.at("properties.customContainerTemplate.containers").items

    @property
    def secret_names(self) -> set[str]:
        """The names of its secrets, in lower case."""
        return {secret.at("name").text.lower() for secret in self.at("properties.secrets").items}

    def secret_hit(self, reference: Place) -> Hit:
        """The hit for a reference to a secret that the pool does not have."""
        known = [secret.at("name").text for secret in self.at("properties.secrets").items]
        return reference.hit("the name of one of the pool's secrets", nearest(reference.text, known) if known else "")

    @property
    def id(self) -> Id:
        """What tells it from other pools; upper and lower case are the same to Azure."""
        parts = ("subscriptionId", "resourceGroupName", "sessionPoolName")
        return tuple(self.parameter(part).text.lower() for part in parts)

    def value(self, path: Path) -> Any:
        """What stands at a path; None where nothing does."""
        value: Any = self.request
        for step in path:
            keyed = isinstance(value, dict) and step in value
            value = value[step] if keyed or (isinstance(value, list) and isinstance(step, int)) else None
        return value

    def origin(self, path: Path) -> str:
        """The file and line of a value, where they are known."""
        return str(locate(self.request, path)) if isinstance(self.request, Map) else ""


def repeated(items: Iterable[Place], name: str, any_case: bool = False) -> Iterator[Hit]:
    """A hit for every item of a list whose property ``name`` has the value that an earlier one has."""
    seen: set[str] = set()
    for place in (item.at(name) for item in items):
        text = place.text.lower() if any_case else place.text
        if text in seen:
            yield place.hit(f"one item with this {name}")
        seen |= {text} - {""}


def together(pools: Iterable[Pool]) -> list[Pool]:
    """The pools of one run, which now know of each other."""
    known = list(pools)
    rivals: dict[Id, list[Pool]] = {}
    neighbours: dict[str, dict[Id, Pool]] = {}
    for pool in known:
        pool.rivals = rivals.setdefault(pool.id, [])
        pool.rivals.append(pool)
        pool.neighbours = neighbours.setdefault(pool.id[0], {})
        pool.neighbours.setdefault(pool.id, pool)
    return known
