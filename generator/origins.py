"""Where every value stands: the containers that carry file, line and column from YAML to body and error."""

from collections.abc import Iterator
from typing import Any, NamedTuple


class Origin(NamedTuple):
    """A place in a source file. ``line`` and ``column`` count from 1; ``text`` is what stands there, on that line."""

    file: str
    line: int
    column: int
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Map(dict[str, Any]):
    """A YAML map: a dict that knows its own origin, and of each entry the value's (``at``) and the key's (``key_at``).

    Values are str, int, float, bool, None, Map or Seq.
    """

    __slots__ = ("at", "key_at", "origin")

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin
        self.at: dict[str, Origin] = {}
        self.key_at: dict[str, Origin] = {}

    def put(self, key: str, value: Any, at: Origin, key_at: Origin) -> None:
        """Set an entry with its origins; an entry that was there keeps its place in the order."""
        self[key] = value
        self.at[key] = at
        self.key_at[key] = key_at

    def take(self, key: str, source: "Map") -> None:
        """Set an entry as it stands in another map."""
        self.put(key, source[key], source.at[key], source.key_at[key])

    def drop(self, key: str) -> None:
        """Remove an entry."""
        del self[key], self.at[key], self.key_at[key]


class Seq(list[Any]):
    """A YAML list: a list that knows its own origin and its items' (``at``, index by index)."""

    __slots__ = ("at", "origin")

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin
        self.at: list[Origin] = []

    def put(self, value: Any, at: Origin) -> None:
        """Append an item with its origin."""
        self.append(value)
        self.at.append(at)


def leaves(value: Map | Seq, path: str = "") -> Iterator[tuple[str, Origin]]:
    """The path and origin of every value below a container that is not itself a filled container."""
    pairs = (
        [(f"{path}.{key}" if path else key, item, value.at[key]) for key, item in value.items()]
        if isinstance(value, Map)
        else [(f"{path}[{i}]", item, value.at[i]) for i, item in enumerate(value)]
    )
    for name, item, at in pairs:
        if isinstance(item, Map | Seq) and item:
            yield from leaves(item, name)
        else:
            yield name, at


def locate(body: Map, path: tuple[str | int, ...]) -> Origin:
    """The origin of the value at a path, or of the nearest container above it where there is no such value."""
    here: Any = body
    origin = body.origin
    for step in path:
        if isinstance(here, Map) and step in here:
            origin = here.at[str(step)]
        elif isinstance(here, Seq) and isinstance(step, int) and step < len(here):
            origin = here.at[step]
        else:
            break
        here = here[step]
    return origin
