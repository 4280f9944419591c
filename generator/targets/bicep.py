"""Bicep: one resource declaration, laid out as `bicep format` does, for `az deployment group create`."""

import json
import shlex
from collections.abc import Iterator

from generator import declarations, deployments, naming
from generator.codemodel import Choice, Field, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.declarations import Declaration
from generator.expressions import name as name_of_parameter
from generator.layout.bicep import block, call
from generator.resourceids import ResourceId
from generator.targets import Code, Parts, Request, Target
from generator.walk import Refusal, texts, units

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
            return block("[", [literal(item, indent + 2) for item in items], "]", indent)
        case Map(entries=entries):
            return block("{", [_property(name, value, indent + 2) for name, value in entries], "}", indent)
        case Object(fields=fields):
            return block("{", _properties(fields, indent + 2), "}", indent)
        case Parameter(kind="double"):
            return f"json({name_of_parameter(node.name)})"  # nor a type for them
        case Parameter():
            return name_of_parameter(node.name)
        case Text(parts=parts):
            return f"'{''.join(map(_part, parts))}'"


def _part(part: str | Parameter) -> str:
    return quote(part)[1:-1] if isinstance(part, str) else f"${{{name_of_parameter(part.name)}}}"


def _properties(fields: tuple[Field, ...], indent: int) -> list[str]:
    return [_property(field.name, field.value, indent) for field in fields if not field.read_only]


def _property(name: Key, value: Node, indent: int) -> str:
    return f"{key(name)}: {literal(value, indent)}"


def key(name: Key) -> str:
    """A property's name, in quotes only where it needs them, as the linter asks."""
    if not isinstance(name, str):
        return literal(name if isinstance(name, Text) else Text("string", (name,)), 0)
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


def declared(declaration: Declaration) -> str:
    """The declaration of a parameter, each decorator on a line of its own."""
    lines = [f"@description({quote(declaration.description)})"]
    if declaration.parameter.secure:
        lines.append("@secure()")
    if declaration.bounds:
        least, most = declaration.bounds
        lines.append(f"@minValue({least})")
        lines += [] if most is None else [f"@maxValue({most})"]
    if declaration.allowed:
        lines.append(f"@allowed({block('[', [quote(choice) for choice in declaration.allowed], ']', 0)})")
    default = declaration.default
    value = "" if default is None else " = " + (quote(default) if isinstance(default, str) else json.dumps(default))
    return "\n".join([*lines, f"param {declaration.name} {declaration.type}{value}"])


def assigned(declaration: Declaration, vault: ResourceId | None) -> str:
    """The line of a parameter file: a secret from its vault, else the environment variable that all languages read."""
    parameter, before = declaration.parameter, f"param {declaration.name} = "
    if parameter.secure and vault:
        secret = naming.kebab_case(parameter.name)
        return call(f"{before}getSecret", [*map(quote, (vault.subscription, vault.group, vault.name, secret))])
    default = declaration.default
    fallback = [] if default is None else [default if isinstance(default, str) else json.dumps(default)]
    arguments = [*map(quote, (naming.environment(parameter.name), *fallback))]
    if declaration.type == "string":
        return call(f"{before}readEnvironmentVariable", arguments)
    return call(f"{before}{declaration.type}(readEnvironmentVariable", arguments, "))")


def _deployable(request: Request) -> Parts:
    found = declarations.declarations(request.body)
    return {
        "parameters": [Code(declared(declaration)) for declaration in found],
        "assignments": [Code(assigned(declaration, request.key_vault)) for declaration in found],
        "fields": [Code(line) for line in _properties(request.body.fields, 2)],
    }


def _refuses(request: Request) -> Iterator[Refusal]:
    for path, text in texts(request.body):
        if units(text) > LONGEST:
            yield Refusal(path, "the compiler takes no text as long as this", f"at most {LONGEST:,} characters")
    yield from deployments.refuses(request.body)
    yield from declarations.refuses(request.body)


TARGET = Target("bicep", "Bicep", quote, comment, _deployable, filters={"shell": shell}, refuses=_refuses)
