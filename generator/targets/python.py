"""Python: azure-mgmt-appcontainers 4.0.0, whose samples give the body as a dict laid out by black at 120 columns."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.codemodel import Choice, List, Map, Node, Object, Parameter, Scalar, Text
from generator.layout import autorest
from generator.targets import Code, Parts, Request, Target
from generator.walk import Refusal, emptied, name_of

Plain = str | int | float | bool | None

WIDTH = 120
_QUOTED = frozenset("'\"\\")


class _Spelled(NamedTuple):
    """A value on one line; a container also item by item, each with what stands before its value."""

    line: str
    items: list[tuple[str, "_Spelled"]]


def literal(node: Node, prefix: str, indent: int, documented: bool = False) -> Code:
    """A node as a Python expression that starts behind ``prefix`` on a line indented by ``indent`` blanks.

    It is followed by a comma on its last line. Keys are sorted by code point, as the SDK's samples have them.
    """
    spell = _documented_scalar if documented else _scalar
    return Code(_layout(_spell(node, spell), prefix, ",", indent))


def _spell(node: Node, scalar: Callable[[Plain], str]) -> _Spelled:
    match node:
        case Scalar(value=value) | Choice(value=value):
            return _Spelled(scalar(value), [])
        case List(items=items):
            return _container("[", [("", item) for item in items], "]", scalar)
        case Object(fields=fields):
            return _container("{", sorted(((field.name, field.value) for field in fields), key=_name), "}", scalar)
        case Map(entries=entries):
            return _container("{", sorted(((name_of(key), value) for key, value in entries), key=_name), "}", scalar)
        case Parameter() | Text():
            raise NotImplementedError("deploy-time values")


def _scalar(value: Plain) -> str:
    return quote(value) if isinstance(value, str) else repr(value).replace("e+", "e")  # black writes no plus


def _documented_scalar(value: Plain) -> str:
    return _scalar(autorest.number_in_yaml(value))


def _name(entry: tuple[str, Node]) -> str:
    return entry[0]


def _container(
    opening: str, entries: Iterable[tuple[str, Node]], closing: str, scalar: Callable[[Plain], str]
) -> _Spelled:
    items = [(f"{quote(key)}: " if opening == "{" else "", _spell(value, scalar)) for key, value in entries]
    return _Spelled(opening + ", ".join(key + value.line for key, value in items) + closing, items)


def _layout(value: _Spelled, prefix: str, suffix: str, indent: int) -> str:
    line = value.line
    if not value.items or indent + _columns(prefix + line + suffix) <= WIDTH:
        return line
    # black explodes at commas: a lone item gets a line of its own, but no comma
    comma = "," if len(value.items) > 1 else ""
    body = [key + _layout(item, key, comma, indent + 4) + comma for key, item in value.items]
    return "\n".join([line[0], *(" " * (indent + 4) + item for item in body), " " * indent + line[-1]])


def _columns(text: str) -> int:
    """Columns on a screen, as black counts them: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def quote(text: str) -> str:
    """A string literal, in double quotes unless single ones need fewer escapes: ``it's`` as ``"it's"``."""
    if text.isascii() and text.isprintable() and not _QUOTED.intersection(text):
        return f'"{text}"'
    body = repr(f'{text}"')[1:-2]  # the extra quote makes repr choose single quotes
    if text.count('"') > text.count("'"):
        return f"'{body}'"
    return '"' + body.replace("\\'", "'").replace('"', '\\"') + '"'


def comment(text: str) -> str:
    """Text on one line of a comment or docstring, where no quote, backslash or line break can end it."""
    return "".join(char if char.isprintable() and char not in '\\"' else "?" for char in text)


def _file_name(name: str) -> str:
    """The name of a sample's file: ``createPool_MCPServer-2`` as ``create_pool_mcpserver2``."""

    def separate(capitals: re.Match[str]) -> str:
        run, before, after = capitals.group().lower(), name[: capitals.start()], name[capitals.end() :]
        if before.endswith("_"):
            return run
        if len(run) > 2 and len(after) > 1 and after[0].isalpha():
            run = f"{run[:-1]}_{run[-1]}"  # the last capital begins a word of its own
        return f"_{run}" if before else run

    return re.sub("[A-Z]+", separate, name).replace(" ", "_").replace("__", "_").replace("-", "")


def _deployable(request: Request) -> Parts:
    return {"body": literal(request.body, "session_pool_envelope=", 8)}


def _documented(request: Request) -> Parts:
    return {
        "fileName": f"{_file_name(autorest.address(request.example.name))}.py",
        "originalFile": request.example.original_file,
        "body": literal(request.body, "session_pool_envelope=", 8, documented=True),
    }


def _refuses(request: Request) -> Iterator[Refusal]:
    yield from emptied(request.body)


TARGET = Target("python", "azure-mgmt-appcontainers 4.0.0", quote, comment, _deployable, _documented, refuses=_refuses)
