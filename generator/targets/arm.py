"""ARM JSON: a template of schema 2019-04-01 for `az deployment group create`."""

import shlex
from collections.abc import Iterator
from typing import Any

from generator import declarations, deployments, executors, naming
from generator.codemodel import Choice, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.declarations import Declaration
from generator.executors import Executor
from generator.expressions import expression
from generator.layout.json import dumps
from generator.resourceids import ResourceId
from generator.targets import Code, Parts, Request, Target
from generator.walk import Refusal


def literal(node: Node) -> Any:
    """A node as the plain data of a template, in the body's own order.

    A template says what is wished for: what only the service sets (``id``, ``provisioningState``) is left out.
    """
    match node:
        case Scalar(value=str() as text) | Choice(value=text):
            return escape(text)
        case Scalar(value=int() as number) if not isinstance(number, bool):
            return deployments.number(number)
        case Scalar(value=value):
            return value
        case List(items=items):
            return [literal(item) for item in items]
        case Map(entries=entries):
            return {key(name): literal(value) for name, value in entries}
        case Object(fields=fields):
            return {key(field.name): literal(field.value) for field in fields if not field.read_only}
        case Parameter() | Text():
            return f"[{expression(node)}]"


def escape(text: str) -> str:
    """Text that a deployment takes as it is: in brackets it would be an expression, but for one more bracket."""
    return f"[{text}" if text.startswith("[") and text.endswith("]") else text


def key(name: Key) -> str:
    """A property's name, where `copy` in any case would begin a loop, but for the expression that yields it."""
    if not isinstance(name, str):
        return f"[{expression(name)}]"
    return f"[string('{name}')]" if name.lower() == "copy" else escape(name)


def quote(text: str) -> str:
    """A string as JSON that a deployment reads back as it was."""
    return dumps(escape(text))


def comment(text: str) -> str:
    """Text inside a string of the template's metadata, which JSON has for want of comments."""
    return dumps(text)[1:-1]


def argument(text: str) -> str:
    """Text as an argument of a function, inside an expression."""
    return comment("'" + text.replace("'", "''") + "'")


def shell(text: str) -> str:
    """Text as one word of a shell's command line, inside the metadata."""
    return comment(shlex.quote(text))


def declared(declaration: Declaration) -> dict[str, Any]:
    """The declaration of a parameter."""
    found: dict[str, Any] = {"type": "securestring" if declaration.parameter.secure else declaration.type}
    if declaration.default is not None:
        default = declaration.default
        found["defaultValue"] = escape(default) if isinstance(default, str) else default
    if declaration.allowed:
        found["allowedValues"] = [escape(choice) for choice in declaration.allowed]
    if declaration.bounds:
        least, most = declaration.bounds
        found |= {"minValue": least} if most is None else {"minValue": least, "maxValue": most}
    return found | {"metadata": {"description": escape(declaration.description)}}


def assigned(declaration: Declaration, vault: ResourceId | None) -> dict[str, Any] | None:
    """What a parameter file, in which nothing is an expression, says of a parameter; None where it cannot know."""
    if declaration.default is not None:
        return {"value": declaration.default}
    if declaration.parameter.secure and vault:
        secret = naming.kebab_case(declaration.parameter.name)
        return {"reference": {"keyVault": {"id": str(vault)}, "secretName": secret}}
    return None


def assignment(executor: Executor, pool: str) -> dict[str, Any]:
    """The resource that gives its role to one who runs code in the sessions of a pool."""
    pool_id = f"resourceId('Microsoft.App/sessionPools', {pool})"
    principal = literal(executor.principal)
    spelled = principal[1:-1] if isinstance(executor.principal, Parameter) else f"'{principal}'"
    properties = {
        "principalId": principal,
        "principalType": executor.type,
        "roleDefinitionId": f"[subscriptionResourceId('{executors.DEFINITION}', '{executors.ROLE}')]",
    }
    return {
        "type": executors.ASSIGNMENT,
        "apiVersion": executors.ASSIGNMENT_VERSION,
        "name": f"[guid({pool_id}, {spelled}, '{executors.ROLE}')]",
        "scope": f"[{pool_id}]",
        "dependsOn": [f"[{pool_id}]"],
        "properties": {name: value for name, value in properties.items() if value},
    }


def _deployable(request: Request) -> Parts:
    found = declarations.declarations(request.body, request.executors)
    parameters = {declaration.name: declared(declaration) for declaration in found}
    known = {d.name: value for d in found if (value := assigned(d, request.key_vault))}
    asked = [f'{d.name}="${naming.environment(d.parameter.name)}"' for d in found if d.name not in known]
    pool = "'" + request.session_pool_name.replace("'", "''") + "'"
    fields = dumps(literal(request.body), indent=4)[1:-1].strip()
    return {
        "parameters": Code(dumps(parameters, indent=2) if parameters else ""),
        "fields": Code(fields),
        "after": [Code(dumps(assignment(executor, pool), indent=4)) for executor in request.executors],
        "values": Code(dumps(known, indent=2) if known else ""),
        "asked": [Code(comment(argument)) for argument in asked],
    }


def _refuses(request: Request) -> Iterator[Refusal]:
    yield from deployments.refuses(request.body)
    yield from declarations.refuses(request.body, request.executors)


TARGET = Target(
    "arm",
    "ARM template JSON",
    quote,
    comment,
    _deployable,
    filters={"argument": argument, "shell": shell},
    refuses=_refuses,
)
