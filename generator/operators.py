"""The operators of a pool template: as Python's, but bounded, for plain data only, and refused in the house's words."""

import operator
from collections.abc import Callable
from typing import Any

from jinja2.runtime import Undefined

from generator.budget import ITEM, Wrong, bounded, limit, needs
from generator.deferred import Deferred
from generator.errors import describe
from generator.ledger import Ledger
from generator.located import elements, joined, located
from generator.origins import Map, Seq

_ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "lt": operator.lt,
    "lteq": operator.le,
    "le": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
    "ge": operator.ge,
}


def present(*values: Any) -> None:
    """Raise for a name that is not there, and for a value that is not there yet."""
    for value in values:
        if isinstance(value, Undefined):
            str(value)
        if isinstance(value, Deferred):
            bool(value)


def arithmetic(ledger: Ledger, do: Callable[[Any, Any], Any], sign: str, left: Any, right: Any) -> Any:
    """``+ - * / // %`` of numbers; ``+`` and ``*`` of text and lists too, where what they make is not too long."""
    present(left, right)
    if sign == "**" or (sign == "%" and isinstance(left, str)):
        raise Wrong(f"operator {sign} is not available here")
    bounded(left)
    bounded(right)
    sizes = [len(side) for side in (left, right) if isinstance(side, str | list)]
    if sign == "*" and sizes:
        sizes[0] *= max(next((side for side in (left, right) if isinstance(side, int)), 1), 0)
    limit(sum(sizes))
    ledger.spend(sum(sizes) * (1 if isinstance(left, str) or isinstance(right, str) else ITEM))
    sides = [ledger.taken(elements(side)) if isinstance(side, list) else side for side in (left, right)]
    try:
        return bounded(do(*sides))
    except (TypeError, ValueError, OverflowError):
        hint = "'~' joins texts and numbers" if sign == "+" else ""
        raise Wrong(f"cannot work out {describe(left)} {sign} {describe(right)}", hint) from None


def compare(ledger: Ledger, values: list[Any], operators: tuple[str, ...]) -> bool:
    """A chain of comparisons: ``1 < x <= 5``."""
    return all(holds(ledger, *step) for step in zip(operators, values, values[1:], strict=False))


def holds(ledger: Ledger, name: str, left: Any, right: Any) -> bool:
    """``== != < <= > >= in``, by the names that Jinja and its tests give them."""
    present(left, right)
    ledger.taken(left)
    ledger.taken(right)
    if name in ("eq", "ne"):
        return bool(left == right) is (name == "eq")
    if name in ("in", "notin"):
        return _is_in(left, right) is (name == "in")
    if not any(isinstance(left, kind) and isinstance(right, kind) for kind in (str, int | float)):
        raise Wrong(f"cannot compare {describe(left)} with {describe(right)}")
    return _ORDERS[name](left, right)


def concatenate(ledger: Ledger, parts: list[Any]) -> str | Deferred:
    """``~``: the texts of its parts, side by side."""
    result = joined(parts)
    size = sum(
        len(part) for part in (result.parts if isinstance(result, Deferred) else [result]) if isinstance(part, str)
    )
    limit(size)
    ledger.spend(size)
    return result


def part(ledger: Ledger, values: Any, *bounds: Any) -> Any:
    """``[1:2]`` of a list or text."""
    present(values, *bounds)
    cut = slice(*bounds)
    try:
        if isinstance(values, Seq):
            return ledger.taken([located(value, at) for value, at in zip(values[cut], values.at[cut], strict=True)])
        if isinstance(values, str | list | tuple):
            return ledger.taken(values[cut])
    except (TypeError, ValueError):
        raise Wrong("a part of a list or text is named by whole numbers, such as [1:3]") from None
    raise needs("[:]", "a list or text", values)


def each(ledger: Ledger, values: Any, weight: int, names: int) -> list[Any]:
    """What a loop runs over, paid for with the loop's weight; ``names`` is how many an item is for, 0 for one alone."""
    present(values)
    if not isinstance(values, list | tuple | dict | str):
        raise Wrong(f"a loop needs a list, not {describe(values)}")
    ledger.spend((len(values) + 1) * weight * ITEM)
    if isinstance(values, Seq):
        pairs = zip(values, values.at, strict=True)
        ledger.reads.update(at for item, at in pairs if not (isinstance(item, Map | Seq) and item))
    result = elements(values)
    for item in result if names else ():
        if not isinstance(item, list | tuple) or len(item) != names:
            raise Wrong(f"a loop over {names} names needs lists of {names} items, not {describe(item)}")
    return result


def _is_in(item: Any, values: Any) -> bool:
    if isinstance(values, str):
        if not isinstance(item, str):
            raise needs("'in' with a text", "text", item)
        return item in values
    if isinstance(values, dict):
        return isinstance(item, str) and item in values
    if isinstance(values, list | tuple):
        return item in values
    raise needs("'in'", "a list, a map or text", values)
