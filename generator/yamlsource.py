"""YAML 1.2 (core schema) in, Map and Seq out: every value with its place, nothing resolved by surprise.

``NO``, ``on``, ``12:30:45`` and ``2025-07-01`` are strings; ``010`` is ten. Keys are text as written.
"""

import re
from pathlib import Path
from typing import Any, cast

import yaml

from generator.errors import describe, nearest, refuse
from generator.origins import Map, Origin, Seq

MAX_BYTES = 1 << 20
MAX_NODES = 200_000
MAX_DEPTH = 100

_CORE = [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    (
        "float",
        r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
        list("-+.0123456789"),
    ),
]
_TAG = "tag:yaml.org,2002:"


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    yaml_implicit_resolvers: dict[str, list[Any]] = {}  # noqa: RUF012 - PyYAML's own way of holding them


for _name, _pattern, _first in _CORE:
    _Loader.add_implicit_resolver(_TAG + _name, re.compile(rf"(?:{_pattern})\Z"), _first)


def read_file(file: Path, shown: str) -> str:
    """The text of a UTF-8 file. Raises Refused where it is too large, unreadable or not UTF-8."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise refuse(f"cannot be read: {error.strerror}", Origin(shown, 1, 1)) from None
    if len(data) > MAX_BYTES:
        size = f"{len(data):,} bytes"
        raise refuse("file is too large", Origin(shown, 1, 1), found=size, expected=f"at most {MAX_BYTES:,} bytes")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        found = f"byte 0x{data[error.start]:02x}"
        raise refuse("file is not UTF-8", Origin(shown, line, column), found=found, expected="UTF-8 text") from None


def parse(text: str, file: str) -> Any:
    """A YAML document as Map, Seq or scalar; an empty one as None. Raises Refused with the place of what is wrong."""
    lines = text.split("\n")
    node = compose(text, lambda line, column: _origin(file, lines, line, column, column + 1))
    return None if node is None else Builder(file, lines).build(node, 0)[0]


def compose(text: str, origin_at: Any) -> yaml.Node | None:
    """The node tree of the one document in a text; ``origin_at(line, column)``, from 0, names the place of an error."""
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        says = error.problem or error.context or "not YAML"
        mark = error.context_mark if "end of stream" in says else error.problem_mark
        place = origin_at(mark.line, mark.column) if mark else origin_at(0, 0)
        if "single document" in (error.context or ""):
            says = "more than one YAML document in the file"
        raise refuse(f"not YAML: {says}", place, hint=_syntax_hint(says, place)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position)
        column = error.position - text.rfind("\n", 0, error.position) - 1
        found = f"U+{ord(error.character):04X}" if isinstance(error.character, str) else f"U+{error.character:04X}"
        raise refuse(
            "not YAML: a character that YAML does not allow",
            origin_at(line, max(column, 0)),
            found=found,
            hint='write it as an escape in double quotes, such as "\\x07"',
        ) from None
    except RecursionError:
        raise refuse(f"nested deeper than {MAX_DEPTH} levels", origin_at(0, 0)) from None


def _syntax_hint(says: str, place: Origin) -> str:
    if place.text == "\t":
        return "indent with blanks; YAML does not allow tabs there"
    if "mapping values are not allowed" in says:
        return "quote a value that holds ': '"
    return ""


def _origin(file: str, lines: list[str], line: int, start: int, end: int) -> Origin:
    return Origin(file, line + 1, start + 1, lines[line][start:end] if line < len(lines) else "")


def scalar(node: yaml.ScalarNode) -> str | int | float | bool | None:
    """The value of a scalar node. Raises ValueError where its text is not of its tag's type."""
    text: str = node.value
    match node.tag.removeprefix(_TAG):
        case "str":
            return text
        case "null":
            return None
        case "bool":
            return text.lower() == "true"
        case "int":
            return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
        case "float":
            return float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    raise ValueError(node.tag)


def check_tag(node: yaml.Node, origin: Origin) -> None:
    """Refuse a tag outside the core schema."""
    known = ("str", "null", "bool", "int", "float", "map", "seq")
    if node.tag.removeprefix(_TAG) not in known:
        shown = node.tag.replace(_TAG, "!!")
        raise refuse("custom tags are not allowed", origin, found=shown, expected="plain YAML values", hint="")


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

    def origin(self, node: yaml.Node) -> Origin:
        """The place of a node."""
        start, end = node.start_mark, node.end_mark
        stop = end.column if end.line == start.line else len(self.lines[start.line])
        return _origin(self.file, self.lines, start.line, start.column, stop)

    def scalar(self, node: yaml.ScalarNode) -> Any:
        """The value of a scalar. Raises ValueError where it is none of its tag's."""
        return scalar(node)

    def key(self, node: yaml.ScalarNode) -> str:
        """A key of a map, as text."""
        return str(node.value)

    def build(self, node: yaml.Node, depth: int) -> tuple[Any, Origin]:
        """The value of a node that stands ``depth`` levels deep, and its place."""
        origin = self.origin(node)
        self.nodes += 1  # aliases are built anew each time, so a bomb of them runs into the limit
        if self.nodes > MAX_NODES:
            raise refuse(f"document unfolds to more than {MAX_NODES:,} values", origin, hint="aliases multiply")
        if depth > MAX_DEPTH:
            hint = "is an alias inside its own anchor?" if origin.text[:1] in ("&", "*") else ""
            raise refuse(f"nested deeper than {MAX_DEPTH} levels", origin, hint=hint)
        check_tag(node, origin)
        if isinstance(node, yaml.MappingNode):
            return self._map(node, origin, depth), origin
        if isinstance(node, yaml.SequenceNode):
            items = Seq(origin)
            for item in node.value:
                items.put(*self.build(item, depth + 1))
            return items, origin
        try:
            return self.scalar(cast(yaml.ScalarNode, node)), origin
        except ValueError:
            kind = node.tag.removeprefix(_TAG)
            raise refuse(f"not a value of type {kind}", origin, found=origin.text[:60]) from None

    def _map(self, node: yaml.MappingNode, origin: Origin, depth: int) -> Map:
        entries = Map(origin)
        for key_node, value_node in node.value:
            at = self.origin(key_node)
            if not isinstance(key_node, yaml.ScalarNode) or (key_node.tag == _TAG + "null" and not key_node.value):
                raise refuse("a key must be text", at, found=at.text, expected="a name")
            key = self.key(key_node)
            if key in entries:
                raise duplicate(key, at, entries.key_at[key])
            if key == "<<":
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
