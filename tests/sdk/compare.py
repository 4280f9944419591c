"""A body and what arrived: every difference, by its path."""

import json
import math
from collections.abc import Iterator
from typing import Any


def read(text: str) -> Any:
    """The JSON of a request. A key that stands twice, or a number that is none to JSON, is no request."""
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    assert len(dict(pairs)) == len(pairs), f"a key stands twice among {[name for name, _ in pairs]}"
    return dict(pairs)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def differences(wanted: Any, found: Any, path: str = "") -> Iterator[str]:
    """A line for each place where the two differ; the order of keys is no difference.

    An integer must arrive as one. A double (``cpu``) is the same number, however it is written.
    """
    match wanted, found:
        case dict(), dict():
            for name in wanted.keys() | found.keys():
                here = f"{path}.{name}"
                if name not in found:
                    yield f"{here}: {wanted[name]!r} did not arrive"
                elif name not in wanted:
                    yield f"{here}: {found[name]!r} arrived, and nobody asked for it"
                else:
                    yield from differences(wanted[name], found[name], here)
        case list(), list() if len(wanted) == len(found):
            for index, (item, other) in enumerate(zip(wanted, found, strict=True)):
                yield from differences(item, other, f"{path}[{index}]")
        case int() | float(), int() | float() if not isinstance(wanted, bool) and path.endswith(".cpu"):
            if float(wanted) != float(found) or math.copysign(1, wanted) != math.copysign(1, found):
                yield f"{path}: {wanted!r} arrived as {found!r}"
        case _ if type(wanted) is not type(found) or wanted != found:
            yield f"{path}: {wanted!r} arrived as {found!r}"
