"""Merge maps of values: deep, list items by key, with explicit markers, every leaf keeping its origin.

    a: {$delete: true}        a must be there; it is removed
    a: {$replace: VALUE}      a must be there; it becomes VALUE, unmerged
    a: {$append: [ITEM]}      a must be a list; the items go to its end
    - {name: x, $delete: true}    in a list that merges by key: the item is removed

Maps merge deep, scalars replace. A list replaces, unless the schema names a key for lists of its name
(``containers``, ``env`` and ``secrets`` by ``name``, ``managedIdentitySettings`` by ``identity``): then items with the
same key merge. A marker or key that matches nothing is an error. ``$$x`` writes a key that really is ``$x``.
"""

from typing import Any

from generator import schemas
from generator.errors import describe, nearest, refuse
from generator.origins import Map, Origin, Seq

MARKERS = ("$append", "$delete", "$replace")
_ABSENT: Any = object()


def merge(base: Map, over: Map) -> Map:
    """``base`` with ``over`` laid on it, as a new map; neither is changed. Raises Refused."""
    merged = Map(base.origin)
    for key in base:
        merged.take(key, base)
    for key, value in over.items():
        name, at, key_at = _name(key, over), over.at[key], over.key_at[key]
        result = _value(name, merged.get(name, _ABSENT), value)
        if result is _ABSENT:
            merged.drop(name)
        elif isinstance(result, Map | Seq) and name in merged:
            merged.put(name, result, merged.at[name], merged.key_at[name])
        else:
            merged.put(name, result, at, key_at)
    return merged


def _name(key: str, entries: Map) -> str:
    if not key.startswith("$"):
        return key
    if key.startswith("$$"):
        return key[1:]
    hint = nearest(key, MARKERS) if key not in MARKERS else "a marker stands alone in the value of what it marks"
    raise refuse(f"marker '{key}' means nothing here", entries.key_at[key], found=f"'{key}'", hint=hint)


def _value(name: str, base: Any, over: Any) -> Any:
    """What becomes of one entry; _ABSENT where it is deleted."""
    if isinstance(over, Map):
        marker = next((key for key in over if key in MARKERS), None)
        if marker:
            return _marked(name, marker, base, over)
        return merge(base if isinstance(base, Map) else Map(over.origin), over)
    if isinstance(over, Seq):
        return _list(name, base, over)
    return over


def _marked(name: str, marker: str, base: Any, over: Map) -> Any:
    at = over.key_at[marker]
    if len(over) > 1:
        raise refuse(
            f"marker '{marker}' must stand alone", at, found=f"also '{next(key for key in over if key != marker)}'"
        )
    if base is _ABSENT:
        raise refuse(f"'{marker}' matches nothing: there is no '{name}' to change", at)
    value, value_at = over[marker], over.at[marker]
    if marker == "$delete":
        _expect_true(value, value_at)
        return _ABSENT
    if marker == "$replace":
        return _value(name, _ABSENT, value)
    if not isinstance(value, Seq) or not isinstance(base, Seq):
        wrong, place = (value, value_at) if not isinstance(value, Seq) else (base, at)
        raise refuse("'$append' joins two lists", place, found=describe(wrong), expected="a list")
    return _append(name, base, value)


def _expect_true(value: Any, at: Origin) -> None:
    if value is not True:
        raise refuse("'$delete' takes nothing but true", at, found=describe(value), expected="true")


def _list(name: str, base: Any, over: Seq) -> Seq:
    key = schemas.list_keys().get(name)
    if key and isinstance(base, Seq) and base and over and all(_has(item, key) for item in base):
        return _by_key(name, key, base, over)
    return _append(name, Seq(over.origin), over)


def _append(name: str, base: Seq, over: Seq) -> Seq:
    """The items of ``over`` behind those of ``base``; no item may repeat a key."""
    key = schemas.list_keys().get(name)
    merged = Seq(base.origin)
    merged.extend(base)
    merged.at.extend(base.at)
    for item, at in zip(over, over.at, strict=True):
        value = _value("", _ABSENT, item)
        if key and _has(value, key) and _find(merged, key, value[key]) is not None:
            raise refuse(
                f"'{name}' has an item with {key} {value[key]!r} already",
                at,
                hint="leave '$append' out to merge with it",
            )
        merged.put(value, at)
    return merged


def _by_key(name: str, key: str, base: Seq, over: Seq) -> Seq:
    items = list(zip(base, base.at, strict=True))
    for item, at in zip(over, over.at, strict=True):
        replaced = isinstance(item, Map) and "$replace" in item
        named = item["$replace"] if replaced else item
        if not _has(named, key):
            raise refuse(
                f"an item of '{name}' must have '{key}', by which the list merges",
                at,
                found=describe(item),
                expected=f"a map with '{key}'",
            )
        index = _find([value for value, _ in items], key, named[key])
        if index is None:
            known = [str(value[key]) for value, _ in items]
            raise refuse(
                f"'{name}' has no item with {key} '{named[key]}' to change",
                named.at[key],
                hint=nearest(str(named[key]), known) or "add items with {$append: [...]}",
            )
        if "$delete" in named:
            _expect_true(named["$delete"], named.at["$delete"])
            del items[index]
        else:
            value, place = items[index]
            items[index] = (_value("", _ABSENT, named) if replaced else merge(value, named), place)
    merged = Seq(base.origin)
    for value, at in items:
        merged.put(value, at)
    return merged


def _has(item: Any, key: str) -> bool:
    return isinstance(item, Map) and key in item


def _find(items: list[Any], key: str, name: Any) -> int | None:
    return next((i for i, item in enumerate(items) if _has(item, key) and item[key] == name), None)
