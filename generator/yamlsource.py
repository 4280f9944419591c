"""YAML 1.2 (core schema) in, Map and Seq out: every value with its place, nothing resolved by surprise.

``NO``, ``on``, ``12:30:45`` and ``2025-07-01`` are strings; ``010`` is ten. Keys are text as written.
"""

import re
from typing import Any

import yaml

from generator.calls import read
from generator.deferred import FORM, Unfit
from generator.errors import describe, nearest, refuse
from generator.origins import Map, Origin, Seq
from generator.textfile import unix_lines
from generator.yamlnodes import CORE, MAX_DEPTH, TAG, compose

__all__ = ["Builder", "compose", "duplicate", "expect_known", "expect_map", "parse", "scalar"]

MAX_NODES = 200_000
MAX_DIGITS = 1000  # Python prints no whole number of more than 4,300 digits


def parse(text: str, file: str) -> Any:
    """A YAML document as Map, Seq or scalar; an empty one as None. Raises Refused with the place of what is wrong."""
    text = unix_lines(text)
    lines = text.split("\n")
    node = compose(text, lambda line, column: _origin(file, lines, line, column, column + 1))
    return None if node is None else Builder(file, lines).build(node, 0)[0]


def _origin(file: str, lines: list[str], line: int, start: int, end: int | None) -> Origin:
    return Origin(file, line + 1, start + 1, lines[line][start:end] if line < len(lines) else "")


def scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    """The value of a scalar node. Raises ValueError where its text is not of its tag's type."""
    text: str = node.value
    kind = node.tag.removeprefix(TAG)
    if kind == "str":
        return text
    if not re.fullmatch(CORE[kind], text):
        raise ValueError(f"not a value of type {kind}")
    if len(text) > MAX_DIGITS:
        raise ValueError(f"a number of more than {MAX_DIGITS:,} digits")
    match kind:
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
        case "float":
            return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    return None


def duplicate(key: str, origin: Origin, first: Origin) -> Exception:
    """The error for a key that stands twice in one map."""
    return refuse(
        f"key '{key}' stands twice in one map",
        origin,
        found=f"'{key}' again",
        expected=f"one '{key}'",
        hint=f"the first is at {first}",
    )


class Builder:
    """Builds Map, Seq and plain scalars from nodes; ``file`` and ``lines`` say where they stand."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.lines = lines
        self.nodes = 0
        self.above: set[int] = set()  # the containers around the node that is being built

    def origin(self, node: yaml.Node) -> Origin:
        """The place of a node."""
        start, end = node.start_mark, node.end_mark
        stop = end.column if end.line == start.line else None
        return _origin(self.file, self.lines, start.line, start.column, stop)

    def scalar(self, node: yaml.ScalarNode) -> Any:
        """The value of a scalar; deferred where it asks for one. Raises ValueError where it is none of its tag's."""
        deferred = None if node.style or node.tag != TAG + "str" else read(node.value)
        return scalar(node) if deferred is None else deferred.at(self.origin(node))

    def key(self, node: yaml.ScalarNode) -> str:
        """A key of a map, as text. Raises ValueError where it asks for one."""
        if not node.style and read(str(node.value)) is not None:
            raise Unfit("a key cannot be left to deploy time here", "in a template it can, inside {{ }}")
        return str(node.value)

    def build(self, node: yaml.Node, depth: int) -> tuple[Any, Origin]:
        """The value of a node that stands ``depth`` levels deep, and its place."""
        origin = self.origin(node)
        self.nodes += 1  # aliases are built anew each time, so a bomb of them runs into the limit
        if self.nodes > MAX_NODES:
            raise refuse(f"document unfolds to more than {MAX_NODES:,} values", origin, hint="aliases multiply")
        if depth > MAX_DEPTH:
            raise refuse(f"nested deeper than {MAX_DEPTH} levels", origin)
        if isinstance(node, yaml.ScalarNode):
            try:
                return self.scalar(node), origin
            except ValueError as error:
                if isinstance(error, Unfit):
                    raise refuse(error.says, origin, expected=FORM, hint=error.hint) from None
                raise refuse(str(error), origin, found=origin.text[:60]) from None
        if id(node) in self.above:
            raise refuse("an alias stands inside its own anchor", origin, expected="values that end somewhere")
        self.above.add(id(node))
        value = self._map(node, origin, depth) if isinstance(node, yaml.MappingNode) else self._seq(node, origin, depth)
        self.above.remove(id(node))
        return value, origin

    def _seq(self, node: yaml.Node, origin: Origin, depth: int) -> Seq:
        items = Seq(origin)
        for item in node.value:
            items.put(*self.build(item, depth + 1))
        return items

    def _map(self, node: yaml.MappingNode, origin: Origin, depth: int) -> Map:
        entries = Map(origin)
        for key_node, value_node in node.value:
            at = self.origin(key_node)
            if not isinstance(key_node, yaml.ScalarNode) or (key_node.tag == TAG + "null" and not key_node.value):
                raise refuse("a key must be text", at, found=at.text, expected="a name")
            try:
                key = self.key(key_node)
            except Unfit as error:
                raise refuse(error.says, at, expected="text", hint=error.hint) from None
            if key in entries:
                raise duplicate(key, at, entries.key_at[key])
            if key == "<<" and not key_node.style:
                raise refuse("merge keys (<<) are not part of YAML 1.2", at, hint="use 'extends' between profiles")
            entries.put(key, *self.build(value_node, depth + 1), at)
        return entries


def expect_map(value: Any, origin: Origin, what: str) -> Map:
    """The value itself where it is a Map; Refused otherwise."""
    if isinstance(value, Map):
        return value
    raise refuse(f"{what} must be a map", origin, found=describe(value), expected="a map")


def expect_known(entries: Map, known: set[str], what: str) -> None:
    """Refuse a key of ``entries`` that is not in ``known``, with the nearest that is."""
    for key in entries:
        if key not in known:
            raise refuse(
                f"{what} has no '{key}'",
                entries.key_at[key],
                found=f"'{key}'",
                expected="one of " + ", ".join(sorted(known)),
                hint=nearest(key, known),
            )
