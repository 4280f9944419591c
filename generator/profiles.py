"""Read environment profiles: YAML files, each with all it extends, merged into the settings of one environment."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.errors import Misuse, check_name, describe, nearest, refuse
from generator.merge import merge
from generator.origins import Map, Origin, Seq
from generator.textfile import Reader, read_file
from generator.yamlsource import expect_known, expect_map, parse

KEYS = {"abstract", "apiVersion", "existingResources", "extends", "ignore", "keyVault", "location", "pools", "tags"}
KEYS |= {"resourceGroup", "select", "sessionExecutors", "subscriptionId", "values"}
POOL_KEYS = {"enabled", "patch", "sessionPoolName", "values"}
LAYERED = ("values", "patch")


@dataclass(slots=True)
class PoolSettings:
    """What a profile says of a pool, first at ``at``. ``values`` and ``patch`` are layers, in the order they apply."""

    at: Origin
    settings: Map = field(init=False)
    values: list[Map] = field(default_factory=list)
    patch: list[Map] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.settings = Map(self.at)


@dataclass(frozen=True, slots=True)
class Profile:
    """One environment: its name, its file and what holds in it after all that it extends."""

    name: str
    file: str
    settings: Map
    values: Map
    pools: dict[str, PoolSettings]

    @property
    def abstract(self) -> bool:
        """Whether the profile is only there to be extended."""
        return self.settings.get("abstract") is True


class Profiles:
    """The profiles of a folder, each file read once. ``shown`` is the folder's name in messages."""

    def __init__(self, folder: Path, shown: str, read: Reader = read_file) -> None:
        if not folder.is_dir():
            raise Misuse(
                f"there is no folder '{shown}'", "name the profiles' folder with --profiles, or start in their project"
            )
        self._read = read
        self.files: dict[str, tuple[Path, str]] = {}
        self.texts: dict[str, str] = {}  # of all files that were read, by their names in messages
        self._documents: dict[str, Map] = {}
        folded: dict[str, str] = {}  # two names that differ only in case are one folder to some systems
        for file in sorted([*folder.glob("*.yaml"), *folder.glob("*.yml")]):
            if file.name.startswith("."):  # an editor's, such as the lock `.#dev.yaml`
                continue
            place = f"{shown}/{file.name}"
            check_name(file.stem, "profile", Origin(place, 1, 1))
            twin = folded.setdefault(file.stem.lower(), file.stem)
            if twin in self.files:
                raise refuse(
                    f"two files are profile '{twin}'", Origin(place, 1, 1), hint=f"the other is {self.files[twin][1]}"
                )
            self.files[file.stem] = (file, place)

    def read(self, name: str) -> Profile:
        """One profile, merged with its parents. Raises Misuse for an unknown name, Refused for a bad file."""
        if name not in self.files:
            raise Misuse(f"there is no profile '{name}'", nearest(name, self.files))
        shown = self.files[name][1]
        settings, values = Map(Origin(shown, 1, 1)), Map(Origin(shown, 1, 1))
        pools: dict[str, PoolSettings] = {}
        for parent in self._line([name]):
            document = self._document(parent)
            plain = Map(document.origin)
            for key in document:
                if key not in ("extends", "pools", "values") and (key != "abstract" or parent == name):
                    plain.take(key, document)
            settings = merge(settings, plain)
            if "values" in document:
                values = merge(values, document["values"])
            for pool, layer in document.get("pools", {}).items():
                _add_layer(pools.setdefault(pool, PoolSettings(document["pools"].key_at[pool])), layer)
        return Profile(name, shown, settings, values, pools)

    def _line(self, chain: list[str], done: list[str] | None = None) -> list[str]:
        """The parents of the last of ``chain``, each once, those that apply first in front, then itself."""
        done = [] if done is None else done
        document = self._document(chain[-1])
        for parent, at in _parents(document):
            if parent in chain:
                raise refuse("profiles extend each other in a circle", at, found=" -> ".join([*chain, parent]))
            if parent not in self.files:
                raise refuse(
                    f"there is no profile '{parent}' to extend",
                    at,
                    found=" -> ".join([*chain, parent]),
                    hint=nearest(parent, self.files),
                )
            if parent not in done:
                self._line([*chain, parent], done)
        if chain[-1] not in done:
            done.append(chain[-1])
        return done

    def _document(self, name: str) -> Map:
        if name not in self._documents:
            file, shown = self.files[name]
            if not file.is_file():  # to read a pipe could take for ever
                raise refuse("cannot be read: it is not a file", Origin(shown, 1, 1))
            self.texts[shown] = self._read(file, shown)
            self._documents[name] = _checked(parse(self.texts[shown], shown), shown)
        return self._documents[name]


def _add_layer(pool: PoolSettings, layer: Map) -> None:
    plain = Map(layer.origin)
    for key in layer:
        if key not in LAYERED:
            plain.take(key, layer)
    pool.settings = merge(pool.settings, plain)
    for key in LAYERED:
        if key in layer:
            getattr(pool, key).append(layer[key])


def _parents(document: Map) -> Iterator[tuple[str, Origin]]:
    extends = document.get("extends")
    pairs: list[tuple[Any, Origin]] = []
    if isinstance(extends, Seq):
        pairs = list(zip(extends, extends.at, strict=True))
    elif "extends" in document:
        pairs = [(extends, document.at["extends"])]
    for parent, at in pairs:
        if not isinstance(parent, str):
            raise refuse("'extends' names profiles", at, found=describe(parent), expected="a name or a list of names")
        yield parent, at


def _checked(value: Any, shown: str) -> Map:
    """A profile's document with the shape that the rest relies on."""
    document = expect_map(Map(Origin(shown, 1, 1)) if value is None else value, Origin(shown, 1, 1), "a profile")
    expect_known(document, KEYS, "a profile")
    for key in ("tags", "values", "pools"):
        if key in document:
            expect_map(document[key], document.at[key], f"'{key}'")
    if not isinstance(document.get("abstract", False), bool):
        raise refuse("'abstract' is true or false", document.at["abstract"], found=describe(document["abstract"]))
    for pool, layer in document.get("pools", {}).items():
        at = document["pools"].at[pool]
        expect_known(expect_map(layer, at, f"pool '{pool}'"), POOL_KEYS, "a pool of a profile")
        for key in LAYERED:
            if key in layer:
                expect_map(layer[key], layer.at[key], f"'{key}'")
        if not isinstance(layer.get("enabled", True), bool):
            raise refuse("'enabled' is true or false", layer.at["enabled"], found=describe(layer["enabled"]))
    return document
