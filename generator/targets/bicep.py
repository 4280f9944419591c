"""Bicep: one resource declaration, laid out as `bicep format` does, for `az deployment group create`."""

import json
import shlex
from collections.abc import Iterator

from generator import deployments
from generator.codemodel import Choice, Field, List, Map, Node, Object, Parameter, Scalar, Text
from generator.targets import Code, Parts, Request, Target
from generator.walk import Refusal, name_of, texts, units

KEYWORDS = frozenset({"true", "false", "null"})  # no others are reserved: `resource` and `for` are names
LONGEST = 131_071  # characters of a text, as .NET counts them: with one more the compiler fails
ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def literal(node: Node, indent: int) -> str:
    """A node as a Bicep expression that starts on a line indented by ``indent`` blanks, in the body's own order.

    A declaration says what is wished for: what only the service sets (``id``, ``provisioningState``) is left out.
    """
    match node:
        case Scalar(value=str() as text) | Choice(value=text):
            return quote(text)
        case Scalar(value=int() | float() as value) if not isinstance(value, bool):
            number = json.dumps(deployments.number(value), allow_nan=False)
            return number if number.lstrip("-").isdecimal() else f"json('{number}')"  # the language has no decimals
        case Scalar(value=value):
            return json.dumps(value)
        case List(items=items):
            return _block("[", [literal(item, indent + 2) for item in items], "]", indent)
        case Map(entries=entries):
            return _block("{", [_property(name_of(name), value, indent + 2) for name, value in entries], "}", indent)
        case Object(fields=fields):
            return _block("{", _properties(fields, indent + 2), "}", indent)
        case Parameter() | Text():
            raise NotImplementedError("deploy-time values")


def _block(opening: str, lines: list[str], closing: str, indent: int) -> str:
    if not lines:
        return opening + closing
    return "\n".join([opening, *(" " * (indent + 2) + line for line in lines), " " * indent + closing])


def _properties(fields: tuple[Field, ...], indent: int) -> list[str]:
    return [_property(field.name, field.value, indent) for field in fields if not field.read_only]


def _property(name: str, value: Node, indent: int) -> str:
    return f"{key(name)}: {literal(value, indent)}"


def key(name: str) -> str:
    """A property's name, in quotes only where it needs them, as the linter asks."""
    bare = name.isascii() and name.isidentifier() and name not in KEYWORDS
    return name if bare else quote(name)


def quote(text: str) -> str:
    """A string literal on one line; what a reader cannot see is escaped."""
    text = text.translate(ESCAPES).replace("${", "\\${")
    if not text.isprintable():
        text = "".join(char if char.isprintable() else f"\\u{{{ord(char):x}}}" for char in text)
    return f"'{text}'"


def comment(text: str) -> str:
    """Text on one line of a comment, where no line break can end it."""
    return "".join(char if char.isprintable() else "?" for char in text)


def shell(text: str) -> str:
    """Text as one word of a shell's command line, inside a comment."""
    return comment(shlex.quote(text))


def _deployable(request: Request) -> Parts:
    return {"fields": [Code(line) for line in _properties(request.body.fields, 2)]}


def _refuses(request: Request) -> Iterator[Refusal]:
    for path, text in texts(request.body):
        if units(text) > LONGEST:
            yield Refusal(path, "the compiler takes no text as long as this", f"at most {LONGEST:,} characters")
    yield from deployments.refuses(request.body)


TARGET = Target("bicep", "Bicep", quote, comment, _deployable, filters={"shell": shell}, refuses=_refuses)
