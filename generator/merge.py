"""Merge maps of values: deep, list items by key, with explicit markers, every leaf keeping its origin.

    a: {$delete: true}        a must be there; it is removed
    a: {$replace: VALUE}      a must be there; it becomes VALUE, unmerged
    a: {$append: [ITEM]}      a must be a list; the items go to its end
    - {name: x, $delete: true}    in a list that merges by key: the item is removed
    - {$replace: {name: x, ...}}  likewise: the item becomes this map, unmerged

Maps merge deep, scalars replace. A list replaces, unless the schema names a key for lists of its name
(``containers``, ``env`` and ``secrets`` by ``name``, ``managedIdentitySettings`` by ``identity``): then items with the
same key merge. A marker or key that matches nothing is an error. ``$$x`` writes a key that really is ``$x``.
"""

from collections.abc import Hashable
from typing import Any, NamedTuple

from generator import schemas
from generator.errors import describe, nearest, refuse
from generator.origins import Map, Origin, Seq

MARKERS = ("$append", "$delete", "$replace")


class Entry(NamedTuple):
    """A value and its place: what merging takes and gives. None stands for what is not there."""

    value: Any
    at: Origin


def merge(base: Map, over: Map) -> Map:
    """``base`` with ``over`` laid on it, as a new map; neither is changed. Raises Refused."""
    merged = Map(base.origin)
    for key in base:
        merged.take(key, base)
    for key, value in over.items():
        name = _name(key, over)
        below = Entry(merged[name], merged.at[name]) if name in merged else None
        result = _entry(name, below, Entry(value, over.at[key]))
        if result is None:
            merged.drop(name)
        else:
            joined = below is not None and result.at is below.at  # containers that merge stay where they began
            merged.put(name, *result, merged.key_at[name] if joined else over.key_at[key])
    return merged


def _name(key: str, entries: Map) -> str:
    if not key.startswith("$"):
        return key
    if key.startswith("$$"):
        return key[1:]
    hint = nearest(key, MARKERS) if key not in MARKERS else "a marker stands alone in the value of what it marks"
    raise refuse(f"marker '{key}' means nothing here", entries.key_at[key], found=f"'{key}'", hint=hint)


def _entry(name: str, below: Entry | None, over: Entry) -> Entry | None:
    """What becomes of one entry; None where it is deleted. It has the place of ``below`` only if both were joined."""
    base = below.value if below else None
    if isinstance(over.value, Map):
        marker = _marker(over.value)
        if marker:
            return _marked(name, marker, below, over.value)
        if below and isinstance(base, Map):
            return Entry(merge(base, over.value), below.at)
        return Entry(merge(Map(over.value.origin), over.value), over.at)
    if isinstance(over.value, Seq):
        key = schemas.list_keys().get(name)
        if below and key and isinstance(base, Seq) and base and over.value and all(_has(item, key) for item in base):
            return Entry(_by_key(name, key, base, over.value), below.at)
        return Entry(_append(name, Seq(over.value.origin), over.value), over.at)
    return over


def _marker(value: Any) -> str | None:
    return next((key for key in value if key in MARKERS), None) if isinstance(value, Map) else None


def _marked(name: str, marker: str, below: Entry | None, over: Map) -> Entry | None:
    at, inner = over.key_at[marker], Entry(over[marker], over.at[marker])
    _expect_alone(marker, over, {marker})
    if below is None:
        raise refuse(f"'{marker}' matches nothing: there is no '{name}' to change", at)
    if marker == "$delete":
        _expect_true(inner)
        return None
    if marker == "$replace":
        return _entry(name, None, inner)
    for value, place in (inner, Entry(below.value, at)):
        if not isinstance(value, Seq):
            raise refuse("'$append' joins two lists", place, found=describe(value), expected="a list")
    return Entry(_append(name, below.value, inner.value), below.at)


def _expect_alone(marker: str, over: Map, allowed: set[str]) -> None:
    more = next((key for key in over if key not in allowed), None)
    if more is not None:
        raise refuse(f"marker '{marker}' must stand alone", over.key_at[marker], found=f"also '{more}'")


def _expect_true(given: Entry) -> None:
    if given.value is not True:
        raise refuse("'$delete' takes nothing but true", given.at, found=describe(given.value), expected="true")


def _append(name: str, base: Seq, over: Seq) -> Seq:
    """The items of ``over`` behind those of ``base``; no item may repeat a key."""
    key = schemas.list_keys().get(name)
    merged = Seq(base.origin)
    merged.extend(base)
    merged.at.extend(base.at)
    taken = _places(base, key) if key else {}
    for item, at in zip(over, over.at, strict=True):
        marker = _marker(item)
        if marker:
            raise _no_such_item(name, key, marker, item)
        value = _entry("", None, Entry(item, at))
        if key and _has(item, key):
            index = taken.setdefault(_identity(item[key]), len(merged))
            if index < len(merged):
                says = f"'{name}' has an item with {key} {_shown(item[key])} already"
                hint = "leave '$append' out to merge with it" if index < len(base) else f"it is at {merged.at[index]}"
                raise refuse(says, at, hint=hint)
        merged.put(*(value or Entry(item, at)))
    return merged


def _no_such_item(name: str, key: str | None, marker: str, item: Map) -> Exception:
    """The error for an item with a marker where no list stands below whose item it could mean."""
    at = item.key_at[marker]
    if key:
        return refuse(f"'{marker}' matches nothing: there is no such item of '{name}' to change", at)
    hint = "replace the whole list, or add to it with {$append: [...]}"
    of = f" of '{name}'" if name else ""
    return refuse(f"'{marker}' means nothing in a list item{of}", at, found=f"'{marker}'", hint=hint)


def _by_key(name: str, key: str, base: Seq, over: Seq) -> Seq:
    items: list[Entry | None] = [Entry(*pair) for pair in zip(base, base.at, strict=True)]
    places = _places(base, key)
    for item, at in zip(over, over.at, strict=True):
        marker = _marker(item)
        named = item["$replace"] if marker == "$replace" else item
        if not _has(named, key):
            expected, found = f"a map with '{key}'", describe(named)
            raise refuse(
                f"an item of '{name}' must have '{key}', by which the list merges", at, found=found, expected=expected
            )
        index = places.get(_identity(named[key]))
        below = None if index is None else items[index]
        if index is None or below is None:
            known = [str(entry.value[key]) for entry in items if entry]
            raise refuse(
                f"'{name}' has no item with {key} {_shown(named[key])} to change",
                named.at[key],
                hint=nearest(str(named[key]), known) or "add items with {$append: [...]}",
            )
        if marker == "$delete":
            _expect_alone(marker, item, {marker, key})
            _expect_true(Entry(item[marker], item.at[marker]))
            items[index] = None
        elif marker == "$replace":
            _expect_alone(marker, item, {marker})
            items[index] = _entry("", None, Entry(named, item.at[marker]))
        else:
            items[index] = Entry(merge(below.value, named), below.at)
    merged = Seq(base.origin)
    for entry in items:
        if entry:
            merged.put(*entry)
    return merged


def _has(item: Any, key: str) -> bool:
    return isinstance(item, Map) and key in item


def _places(items: Seq, key: str) -> dict[Hashable, int]:
    """Where in a list the first item of each key stands."""
    places: dict[Hashable, int] = {}
    for index, item in enumerate(items):
        if _has(item, key):
            places.setdefault(_identity(item[key]), index)
    return places


def _identity(name: Any) -> Hashable:
    """What tells one key from another: to Python ``1``, ``1.0`` and ``True`` are the same."""
    return type(name), repr(name) if isinstance(name, Map | Seq) else name


def _shown(name: Any) -> str:
    return f"'{name}'" if isinstance(name, str) else describe(name)
