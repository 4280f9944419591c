"""ARM JSON: a template of schema 2019-04-01 for `az deployment group create`."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

from generator import declarations, deployments, executors, naming
from generator.codemodel import Choice, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.declarations import Declaration, Expression
from generator.executors import Executor
from generator.existing import Existing, existing
from generator.expressions import LONGEST, expression
from generator.layout.json import dumps
from generator.module import Module, declare
from generator.refusal import Refusal
from generator.resourceids import ResourceId
from generator.targets import Code, Modular, Parts, Request, Target
from generator.templatevariables import MOST, Variables
from generator.walk import plain

NONE: Mapping[str, str] = MappingProxyType({})


def literal(node: Node, ids: Mapping[str, str] = NONE, variables: Variables | None = None, title: str = "value") -> Any:
    """A node as the plain data of a template, in the body's own order.

    A template says what is wished for: what only the service sets (``id``, ``provisioningState``) is left out.
    ``ids`` leads from the literals of resource IDs to expressions of the same; ``variables`` take the parts of what is
    there under conditions; ``title`` is what the node is called there.
    """
    match node:
        case Scalar(value=str() as text) | Choice(value=text):
            return ids.get(escape(text), escape(text))
        case Scalar(value=int() as number) if not isinstance(number, bool):
            return deployments.number(number)
        case Scalar(value=value):
            return value
        case List(items=items, when=when):
            values = [literal(item, ids, variables, title) for item in items]
            if variables and any(when):
                return f"[{variables.array(title, [*zip(when, values, strict=True)])}]"
            return values
        case Map(entries=entries, when=when):
            pairs = [(key(name, ids), literal(value, ids, variables, title)) for name, value in entries]
            return _object(title, when, pairs, variables)
        case Object(fields=fields):
            written = [field for field in fields if not field.read_only]
            pairs = [(key(field.name), literal(field.value, ids, variables, field.name)) for field in written]
            return _object(title, [field.when for field in written], pairs, variables)
        case Parameter() | Text():
            spelled = f"[{expression(node)}]"
            return ids.get(spelled, spelled)


def _object(
    title: str, when: Sequence[Parameter | None], pairs: list[tuple[str, Any]], variables: Variables | None
) -> Any:
    if variables and any(when):
        return f"[{variables.object(title, [*zip(when, pairs, strict=True)])}]"
    return dict(pairs)


def escape(text: str) -> str:
    """Text that a deployment takes as it is: in brackets it would be an expression, but for one more bracket."""
    return f"[{text}" if text.startswith("[") and text.endswith("]") else text


def key(name: Key, ids: Mapping[str, str] = NONE) -> str:
    """A property's name, where `copy` in any case would begin a loop, but for the expression that yields it."""
    if not isinstance(name, str):
        return str(literal(name, ids))
    return f"[string('{name}')]" if name.lower() == "copy" else ids.get(escape(name), escape(name))


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
    type_ = "array" if declaration.type == "string[]" else declaration.type
    found: dict[str, Any] = {"type": "securestring" if declaration.parameter.secure else type_}
    match declaration.default:
        case None:
            pass
        case Expression() as expression:
            found["defaultValue"] = f"[{expression}]"
        case str() as text:
            found["defaultValue"] = escape(text)
        case default:
            found["defaultValue"] = default
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
    principal, spelled = literal(executor.principal), expression(executor.principal)
    properties = {
        "principalId": principal,
        "principalType": executor.type,
        "roleDefinitionId": f"[subscriptionResourceId('{executors.DEFINITION}', '{executors.ROLE}')]",
    }
    condition = {"condition": f"[{expression(executor.when)}]"} if executor.when else {}
    return condition | {
        "type": executors.ASSIGNMENT,
        "apiVersion": executors.ASSIGNMENT_VERSION,
        "name": f"[guid({pool_id}, {spelled}, '{executors.ROLE}')]",
        "scope": f"[{pool_id}]",
        "dependsOn": [f"[{pool_id}]"],
        "properties": {name: value for name, value in properties.items() if value},
    }


def found(resource: Existing, request: Request) -> str:
    """The expression of the ID of a resource that exists, in whichever resource group."""
    scope = []
    if resource.subscription != Scalar(request.subscription_id, "string"):
        scope = [resource.subscription, resource.group]
    elif resource.group != Scalar(request.resource_group_name, "string"):
        scope = [resource.group]
    parts = [*map(expression, scope), f"'{resource.type}'", expression(resource.name)]
    return f"[resourceId({', '.join(parts)})]"


def _deployable(request: Request) -> Parts:
    asked = declarations.declarations(request.body, request.executors)
    parameters = {declaration.name: declared(declaration) for declaration in asked}
    known = {d.name: value for d in asked if (value := assigned(d, request.key_vault))}
    unknown = [f'{d.name}="${naming.environment(d.parameter.name)}"' for d in asked if d.name not in known]
    named = existing(request.body) if request.existing_resources else []
    ids = {str(literal(resource.id)): found(resource, request) for resource in named}
    pool = "'" + request.session_pool_name.replace("'", "''") + "'"
    fields = dumps(literal(request.body, ids), indent=4)[1:-1].strip()
    return {
        "parameters": Code(dumps(parameters, indent=2) if parameters else ""),
        "fields": Code(fields),
        "after": [Code(dumps(assignment(executor, pool), indent=4)) for executor in request.executors],
        "values": Code(dumps(known, indent=2) if known else ""),
        "asked": [Code(comment(argument)) for argument in unknown],
    }


def _module(module: Module) -> Parts:
    """A module's template. A property of the resource itself that is not there is null."""
    variables = Variables()
    fields: dict[str, Any] = {}
    for name, group in groupby(module.body.fields, lambda field: field.name):
        value: Any = None
        for field in reversed([*group]):
            spelled = literal(field.value, NONE, variables, name)
            if field.when:
                other = "null()" if value is None else value[1:-1]
                spelled = f"[{variables.optional(field.when, spelled, other)}]"
            value = spelled
        fields[key(name)] = value
    pool = expression(module.name) if isinstance(module.name, Scalar | Parameter) else ""
    return {
        "parameters": Code(dumps({found.name: declared(found) for found in declare.declared(module)}, indent=2)),
        "variables": Code(dumps(variables.values, indent=2) if variables.values else ""),
        "name": Code(dumps(literal(module.name))),
        "fields": Code(dumps(fields, indent=4)[1:-1].strip()),
        "pool": Code(comment(pool)),
        "after": [Code(dumps(assignment(executor, pool), indent=4)) for executor in module.executors],
    }


def _plain(node: Node) -> Any:
    """A node as a parameter file has it, in which no text is an expression."""
    match node:
        case List(items=items):
            return [_plain(item) for item in items]
        case Map(entries=entries):
            return {str(key): _plain(value) for key, value in entries}
        case Object(fields=fields):
            return {field.name: _plain(field.value) for field in fields if not field.read_only}
        case Scalar(value=int() as number) if not isinstance(number, bool):
            return deployments.number(number)
    return plain(node)


def _refuses_module(module: Module) -> Iterator[Refusal]:
    yield from declare.refuses(module)
    variables = Variables()
    spelled = [literal(field.value, NONE, variables, field.name) for field in module.body.fields]
    if len(variables.values) > MOST:
        yield Refusal((), f"the module's template would have more than {MOST} variables", hint=declare.HINT)
    if any(len(text) > LONGEST for text in _expressions([spelled, variables.values])):
        yield Refusal((), "too much of the module is there under conditions for an expression", hint=declare.HINT)


def _expressions(value: Any) -> Iterator[str]:
    match value:
        case str() if value.startswith("[") and not value.startswith("[["):
            yield value
        case list() | dict():
            for inner in value.values() if isinstance(value, dict) else value:
                yield from _expressions(inner)


def _arguments(module: Module, request: Request) -> Parts:
    """A profile's parameter file for a module, and what is left for the command line."""
    known: dict[str, Any] = {}
    asked: list[str] = []
    for declaration, node in declare.given(module, request.profile):
        said: dict[str, Any] | None = {"value": _plain(node) if isinstance(node, List) else declaration.default}
        if isinstance(node, Parameter):
            said = assigned(declaration, request.key_vault)
        if said:
            known[declaration.name] = said
        else:
            asked.append(f'{declaration.name}="${naming.environment(declaration.parameter.name)}"')
    return {"values": Code(dumps(known, indent=2)), "asked": [Code(comment(argument)) for argument in asked]}


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
    module=Modular(_module, _arguments, _refuses_module),
)
