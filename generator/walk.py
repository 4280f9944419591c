"""Ways through a whole tree: what stands in it, what it asks for, and what it is with that settled."""

from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any, overload

from generator.codemodel import Choice, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.deferred import said

Path = tuple[str | int, ...]
PLACEHOLDER = "fakeTokenPlaceholder"  # what the documentation prints for a secret


def nodes(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """A node and all below it, each with the keys and indices that lead to it."""
    yield path, node
    inner: Iterable[tuple[str | int, Node]] = ()
    match node:
        case Object(fields=fields):
            inner = ((field.name, field.value) for field in fields)
        case Map(entries=entries):
            inner = ((name_of(key), value) for key, value in entries)
        case List(items=items):
            inner = enumerate(items)
    for step, value in inner:
        yield from nodes(value, (*path, step))


def texts(node: Node) -> Iterator[tuple[Path, str]]:
    """Every text that an author wrote in a body, with its path: strings, choices and the keys of maps."""
    for path, inner in nodes(node):
        match inner:
            case Scalar(value=str() as text) | Choice(value=text):
                yield path, text
            case Text(parts=parts):
                yield from ((path, part) for part in parts if isinstance(part, str))
            case Map(entries=entries):
                yield from (((*path, name_of(key)), name_of(key)) for key, _ in entries)


def name_of(key: Key) -> str:
    """A key of a map as text: where a part of it is known only at deploy time, as with what stands in for that."""
    return key if isinstance(key, str) else str(plain(key))


def conditions(node: Node) -> Iterator[Parameter]:
    """The booleans of a module that say what of a node itself is there."""
    match node:
        case Object(fields=fields):
            yield from (field.when for field in fields if field.when)
        case Map(when=when) | List(when=when):
            yield from (condition for condition in when if condition)


def parameters(node: Node) -> dict[str, Parameter]:
    """What is asked for in a tree, by name, in the order in which it stands there first."""
    found: dict[str, Parameter] = {}
    for parameter in _asked(node):
        found.setdefault(parameter.name, parameter)
    return found


def _asked(node: Node) -> Iterator[Parameter]:
    parts: Iterable[tuple[Parameter | None, Node]] = ()
    match node:
        case Parameter():
            yield node
        case Text(parts=texts):
            yield from (part for part in texts if isinstance(part, Parameter))
        case Object(fields=fields):
            parts = ((field.when, field.value) for field in fields)
        case Map(entries=entries, when=when):
            for key, _ in entries:
                yield from _asked(key) if isinstance(key, Parameter | Text) else ()
            parts = zip(when or repeat(None), (value for _, value in entries), strict=False)
        case List(items=items, when=when):
            parts = zip(when or repeat(None), items, strict=False)
    for condition, value in parts:
        yield from (condition,) if condition else ()
        yield from _asked(value)


@overload
def replaced(node: Object, by: Callable[[Parameter], Parameter]) -> Object: ...
@overload
def replaced(node: Parameter | Text, by: Callable[[Parameter], Parameter]) -> Parameter | Text: ...
@overload
def replaced(node: Node, by: Callable[[Parameter], Parameter]) -> Node: ...
def replaced(node: Node, by: Callable[[Parameter], Parameter]) -> Node:
    """The tree with another parameter for each."""

    def key(name: Key) -> Key:
        return name if isinstance(name, str) else replaced(name, by)

    def conditions(when: tuple[Parameter | None, ...]) -> tuple[Parameter | None, ...]:
        return tuple(condition and by(condition) for condition in when)

    match node:
        case Parameter():
            return by(node)
        case Text(kind=kind, parts=parts):
            return Text(kind, tuple(part if isinstance(part, str) else by(part) for part in parts))
        case List(item=item, items=items, when=when):
            return List(item, tuple(replaced(value, by) for value in items), conditions(when))
        case Map(item=item, entries=entries, when=when):
            return Map(item, tuple((key(name), replaced(value, by)) for name, value in entries), conditions(when))
        case Object(fields=fields):
            changed = (f._replace(value=replaced(f.value, by), when=f.when and by(f.when)) for f in fields)
            return node._replace(fields=tuple(changed))
    return node


@overload
def settled(node: Object) -> Object: ...
@overload
def settled(node: Node) -> Node: ...
def settled(node: Node) -> Node:
    """The tree with what the documentation would print for a parameter: its default, or a placeholder."""
    match node:
        case Parameter(type=type_, default=str() as value, choices=choices) if type_:
            return Choice(type_, value, value in choices)
        case Parameter(default=value, kind=kind) if value is not None:
            return Scalar(value, kind)
        case Parameter(name=name, kind=kind, secure=secure):
            numeric = kind in ("int32", "double")
            return Scalar(0 if numeric else PLACEHOLDER if secure else f"<{name}>", kind)
        case Text(kind=kind, parts=parts):
            texts = (part if isinstance(part, str) else said(plain(part)) for part in parts)
            return Scalar("".join(texts), kind)
        case List(item=item, items=items):
            return List(item, tuple(map(settled, items)))
        case Map(item=item, entries=entries):
            return Map(item, tuple((name_of(key), settled(value)) for key, value in entries))
        case Object(fields=fields):
            return node._replace(fields=tuple(field._replace(value=settled(field.value)) for field in fields))
    return node


def plain(node: Node) -> Any:
    """The JSON that a node stands for, as plain data in the body's own order; parameters are settled."""
    match node:
        case Scalar(value=value) | Choice(value=value):
            return value
        case List(items=items):
            return [plain(item) for item in items]
        case Map(entries=entries):
            return {name_of(key): plain(value) for key, value in entries}
        case Object(fields=fields):
            return {field.name: plain(field.value) for field in fields}
        case Parameter() | Text():
            return plain(settled(node))
