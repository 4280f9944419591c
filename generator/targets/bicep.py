"""Bicep: one resource declaration, laid out as `bicep format` does, for `az deployment group create`."""

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType

from generator import declarations, deployments, executors, naming
from generator.codemodel import Choice, Field, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.declarations import Declaration, Expression
from generator.executors import Executor
from generator.existing import Existing, existing
from generator.expressions import name as name_of
from generator.layout.bicep import block, call, choice, spread
from generator.module import Module, declare
from generator.refusal import Refusal, units
from generator.resourceids import ResourceId
from generator.targets import Code, Modular, Parts, Request, Target
from generator.walk import texts

KEYWORDS = frozenset({"true", "false", "null"})  # no others are reserved: `resource` and `for` are names
LONGEST = 131_071  # characters of a text, as .NET counts them: with one more the compiler fails
ROLE = f"// Azure ContainerApps Session Executor\nvar sessionExecutorRole = '{executors.ROLE}'"
NONE: Mapping[str, str] = MappingProxyType({})
ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def literal(node: Node, indent: int, symbols: Mapping[str, str] = NONE) -> str:
    """A node as a Bicep expression that starts on a line indented by ``indent`` blanks, in the body's own order.

    A declaration says what is wished for: what only the service sets (``id``, ``provisioningState``) is left out.
    ``symbols`` leads from the literals of resource IDs to the symbols of those resources.
    """
    match node:
        case Scalar(value=str() as text) | Choice(value=text):
            return _id(quote(text), symbols)
        case Scalar(value=int() | float() as value) if not isinstance(value, bool):
            number = json.dumps(deployments.number(value), allow_nan=False)
            return number if number.lstrip("-").isdecimal() else f"json('{number}')"  # the language has no decimals
        case Scalar(value=value):
            return json.dumps(value)
        case List(items=items, when=when):
            return block("[", _lines([("", item) for item in items], when, "[]", indent + 2, symbols), "]", indent)
        case Map(entries=entries, when=when):
            return block("{", _lines(entries, when, "{}", indent + 2, symbols), "}", indent)
        case Object(fields=fields):
            return block("{", _properties(fields, indent + 2, symbols), "}", indent)
        case Parameter(kind="double"):
            return f"json({name_of(node.name)})"  # nor a type for them
        case Parameter():
            return name_of(node.name)
        case Text(parts=parts):
            return _id(f"'{''.join(map(_part, parts))}'", symbols)


def _id(spelled: str, symbols: Mapping[str, str]) -> str:
    return f"{symbols[spelled]}.id" if spelled in symbols else spelled


def _part(part: str | Parameter) -> str:
    return quote(part)[1:-1] if isinstance(part, str) else f"${{{name_of(part.name)}}}"


def _properties(fields: tuple[Field, ...], indent: int, symbols: Mapping[str, str]) -> list[str]:
    written = [field for field in fields if not field.read_only]
    when = [field.when for field in written]
    return _lines([(field.name, field.value) for field in written], when, "{}", indent, symbols)


def _lines(
    parts: Sequence[tuple[Key, Node]],
    when: Sequence[Parameter | None],
    brackets: str,
    indent: int,
    symbols: Mapping[str, str],
) -> list[str]:
    """The properties of an object or the items of an array, those together that are there under one condition."""

    def spelled(parts: Iterable[tuple[Key, Node]], indent: int) -> list[str]:
        values = [(name, literal(value, indent, symbols)) for name, value in parts]
        return [value if brackets == "[]" else f"{key(name, symbols)}: {value}" for name, value in values]

    if not when:
        return spelled(parts, indent)
    lines: list[str] = []
    for condition, group in groupby(zip(parts, when, strict=True), lambda pair: pair[1]):
        some = [part for part, _ in group]
        if condition:
            lines.append(spread(name_of(condition.name), brackets, partial(spelled, some), indent))
        else:
            lines += spelled(some, indent)
    return lines


def key(name: Key, symbols: Mapping[str, str] = NONE) -> str:
    """A property's name, in quotes only where it needs them, as the linter asks."""
    if isinstance(name, str) and name.isascii() and name.isidentifier() and name not in KEYWORDS:
        return name
    spelled = literal(Scalar(name, "string") if isinstance(name, str) else name, 0, symbols)
    return spelled if spelled.startswith("'") else f"'${{{spelled}}}'"


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
    default = "" if declaration.default is None else f" = {_default(declaration)}"
    return "\n".join([*lines, f"param {declaration.name} {declaration.type}{default}"])


def _default(declaration: Declaration) -> str:
    match declaration.default:
        case Expression() as expression:
            return expression
        case str() as text:
            return quote(text)
        case other:
            return json.dumps(other)


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


def found(resource: Existing, request: Request) -> str:
    """The declaration of a resource that exists, in whichever resource group."""
    lines = [f"name: {literal(resource.name, 2)}"]
    group, subscription = literal(resource.group, 2), literal(resource.subscription, 2)
    if subscription != quote(request.subscription_id):
        lines.append(call("scope: resourceGroup", [subscription, group], indent=2))
    elif group != quote(request.resource_group_name):
        lines.append(f"scope: resourceGroup({group})")
    body = block("{", lines, "}", 0)
    return f"resource {resource.symbol} '{resource.type}@{resource.version}' existing = {body}"


def assignment(executor: Executor, number: int) -> str:
    """The declaration of the role of one who runs code in sessions."""
    symbol, principal = f"sessionExecutor{number if number > 1 else ''}", literal(executor.principal, 4)
    role = call(
        "roleDefinitionId: subscriptionResourceId", [quote(executors.DEFINITION), "sessionExecutorRole"], indent=4
    )
    properties = [f"principalId: {principal}", f"principalType: {quote(executor.type)}", role]
    lines = [
        call("name: guid", ["sessionPool.id", principal, "sessionExecutorRole"], indent=2),
        "scope: sessionPool",
        "properties: " + block("{", [line for line in properties if line != "principalType: ''"], "}", 2),
    ]
    type_ = f"'{executors.ASSIGNMENT}@{executors.ASSIGNMENT_VERSION}'"
    condition = f"if ({name_of(executor.when.name)}) " if executor.when else ""
    return f"resource {symbol} {type_} = {condition}{block('{', lines, '}', 0)}"


def _deployable(request: Request) -> Parts:
    asked = declarations.declarations(request.body, request.executors)
    known = existing(request.body) if request.existing_resources else []
    symbols = {literal(resource.id, 0): resource.symbol for resource in known}
    before = [ROLE] if request.executors else []
    before += [found(resource, request) for resource in known]
    return {
        "parameters": [Code(declared(declaration)) for declaration in asked],
        "assignments": [Code(assigned(declaration, request.key_vault)) for declaration in asked],
        "before": [Code(text) for text in before],
        "fields": [Code(line) for line in _properties(request.body.fields, 2, symbols)],
        "after": [Code(assignment(executor, number)) for number, executor in enumerate(request.executors, 1)],
    }


def _module(module: Module) -> Parts:
    """A module's template. The properties of a resource itself cannot be spread: one that is not there is null."""
    fields: list[str] = []
    for name, group in groupby(module.body.fields, lambda field: field.name):
        value = ""
        for field in reversed([*group]):
            spelled = literal(field.value, 6 if field.when else 2)
            value = choice(name_of(field.when.name), spelled, value or "null", 2) if field.when else spelled
        fields.append(f"{key(name)}: {value}")
    return {
        "parameters": [Code(declared(declaration)) for declaration in declare.declared(module)],
        "name": Code(literal(module.name, 2)),
        "before": [Code(ROLE)] if module.executors else [],
        "fields": [Code(line) for line in fields],
        "after": [Code(assignment(executor, number)) for number, executor in enumerate(module.executors, 1)],
    }


def _arguments(module: Module, request: Request) -> Parts:
    """A profile's parameter file for a module."""
    lines = []
    for declaration, node in declare.given(module, request.profile):
        if isinstance(node, Parameter):
            lines.append(assigned(declaration, request.key_vault))
        elif declaration.parameter.secure:  # there is none here, and still no literal
            lines.append(assigned(declaration, None))
        else:
            value = literal(node, 0) if isinstance(node, List) else _default(declaration)
            lines.append(f"param {declaration.name} = {value}")
    return {"assignments": [Code(line) for line in lines]}


def _refuses(request: Request) -> Iterator[Refusal]:
    for path, text in texts(request.body):
        if units(text) > LONGEST:
            yield Refusal(path, "the compiler takes no text as long as this", f"at most {LONGEST:,} characters")
    yield from deployments.refuses(request.body)
    yield from declarations.refuses(request.body, request.executors)


TARGET = Target(
    "bicep",
    "Bicep",
    quote,
    comment,
    _deployable,
    filters={"shell": shell},
    refuses=_refuses,
    module=Modular(_module, _arguments, declare.refuses),
)
