"""The least and the most that a number of a pool may be: the rules judge by these, and templates declare them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Bounds(NamedTuple):
    """Both are allowed themselves; None where there is no bound."""

    least: int
    most: int | None = None

    def hold(self, number: float) -> bool:
        """Whether a number is within them."""
        return self.least <= number and (self.most is None or number <= self.most)

    def __str__(self) -> str:
        return f"an integer from {self.least}" + ("" if self.most is None else f" to {self.most}")


BOUNDS: Mapping[str, Bounds] = {
    "cooldownPeriodInSeconds": Bounds(300, 3600),
    "maxAlivePeriodInSeconds": Bounds(1),
    "maxConcurrentSessions": Bounds(1),
    "targetPort": Bounds(1, 65535),
}
OF_BUILT_IN: Mapping[str, Bounds] = {"maxConcurrentSessions": Bounds(1, 600)}
OF_CUSTOM: Mapping[str, Bounds] = {"readySessionInstances": Bounds(1)}


def bounds(properties: Iterable[str], container_type: str) -> Bounds | None:
    """What a number must keep to that stands in all of these properties of a pool; None where nothing is known.

    ``container_type`` is empty where it is not known.
    """
    special = {"": {}, "CustomContainer": OF_CUSTOM}.get(container_type, OF_BUILT_IN)
    found = [known for name in properties if (known := special.get(name) or BOUNDS.get(name))]
    if not found:
        return None
    return Bounds(max(b.least for b in found), min((b.most for b in found if b.most is not None), default=None))
