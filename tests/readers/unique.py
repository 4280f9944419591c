"""Objects in which a key stands once, for all readers of JSON and its like."""

from collections import Counter
from typing import Any


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The pairs as a dict; fails where a key stands twice."""
    twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    assert not twice, f"keys stand twice: {twice}"
    return dict(pairs)
