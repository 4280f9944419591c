"""One order for what several lists have in part: keys of maps and names of items."""

from collections.abc import Hashable, Sequence
from itertools import pairwise
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def common(sequences: Sequence[Sequence[K]]) -> list[K] | None:
    """An order in which each of the sequences is kept; None where two of them contradict each other.

    None of the sequences has a key twice. What nothing else decides stands as it is met first.
    """
    keys = union(sequences)
    after: dict[K, set[K]] = {key: set() for key in keys}
    for sequence in sequences:
        for earlier, later in pairwise(sequence):
            after[later].add(earlier)
    order: list[K] = []
    placed: set[K] = set()
    while len(order) < len(keys):
        free = next((key for key in keys if key not in placed and after[key] <= placed), None)
        if free is None:
            return None
        order.append(free)
        placed.add(free)
    return order


def union(sequences: Sequence[Sequence[K]]) -> list[K]:
    """All keys, as they are met first."""
    return list(dict.fromkeys(key for sequence in sequences for key in sequence))
