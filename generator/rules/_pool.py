"""How a rule sees a pool."""

from typing import Any, NamedTuple

Path = tuple[str | int, ...]


class Pool(NamedTuple):
    """A pool whose request fits its API version's schema."""

    request: dict[str, Any]
