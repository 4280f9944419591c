"""What a deployment's template declares of a value known only at deploy time: its name, type, bounds and meaning."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator import deployments, expressions
from generator.bounds import Bounds, bounds
from generator.codemodel import Choice, List, Map, Node, Object, Parameter, Text
from generator.executors import Executor
from generator.expressions import name
from generator.refusal import Refusal
from generator.walk import Path, conditions, name_of, nodes, parameters

# Bicep's secure-secrets-in-params, arm-ttk's Password-params-must-be-secure, PSRule's Azure.Deployment.SecureParameter.
SECRET = re.compile("password|pwd|secret|token|accountkey|acctkey|(?<!public)keys?$", re.IGNORECASE)

WHOLE = "Value of"
MOST = 256  # parameters


class Expression(str):
    """A default that is worked out, in words of Bicep and of a deployment's expressions alike."""

    __slots__ = ()


class Declaration(NamedTuple):
    """A parameter of a template. ``type`` is string, int or bool; a decimal number is a string there.

    In a module it may be array, or string[]. ``default`` is of that type, and None where the parameter has none.
    ``allowed`` is empty where all texts are.
    """

    name: str
    parameter: Parameter
    type: str
    default: str | int | tuple[()] | None
    description: str
    bounds: Bounds | None
    allowed: tuple[str, ...]


def is_secret(named: str) -> bool:
    """Whether a linter takes the name of a parameter for that of a secret, which is then to be secure."""
    return bool(SECRET.search(named))


def declarations(body: Object, executors: Iterable[Executor] = ()) -> list[Declaration]:
    """What a template of a body declares, in the order in which the body asks for it, then for those who use it."""
    places: dict[str, list[tuple[str, Path]]] = {}
    for asked, role, path in _places(body):
        places.setdefault(asked, []).append((role, path))
    found = parameters(body)
    for principal in _principals(executors):
        found.setdefault(principal.name, principal)
        places.setdefault(principal.name, []).append((WHOLE, ("principalId",)))
    return [_declaration(parameter, places[parameter.name], body) for parameter in found.values()]


def _principals(executors: Iterable[Executor]) -> list[Parameter]:
    return [executor.principal for executor in executors if isinstance(executor.principal, Parameter)]


def _declaration(parameter: Parameter, places: list[tuple[str, Path]], body: Object) -> Declaration:
    type_ = type_of(parameter)
    default = default_of(parameter)
    within = None
    if type_ == "int":
        within = bounds((str(path[-1]) for role, path in places if role == WHOLE), _container_type(body))
        if within and isinstance(default, int) and not within.hold(default):  # somebody knows better
            within = None
    allowed = parameter.choices
    if allowed and isinstance(default, str) and default not in allowed:
        allowed = (*allowed, default)
    role, path = places[0]
    where = ".".join(str(step) for step in path[-2:] if step != "properties")
    described = parameter.description or f"{role} {where}."
    return Declaration(name(parameter.name), parameter, type_, default, described, within, allowed)


def type_of(parameter: Parameter) -> str:
    """What a template declares a parameter as."""
    return {"int32": "int", "boolean": "bool"}.get(parameter.kind, "string")


def default_of(parameter: Parameter) -> str | int | None:
    """A parameter's default, as one of its type in a template."""
    type_ = type_of(parameter)
    match parameter.default:
        case None:
            return None
        case int() | float() as number if type_ == "int":
            return int(number)
        case bool() as value:
            return value if type_ == "bool" else str(value).lower()
        case int() | float() as number if parameter.kind == "double":
            return json.dumps(deployments.number(number))
        case value:
            return str(value)


def _container_type(body: Object) -> str:
    properties = body.get("properties")
    found = properties.get("containerType") if isinstance(properties, Object) else None
    return found.value if isinstance(found, Choice) else ""


def _places(body: Object) -> Iterator[tuple[str, str, Path]]:
    """Where each parameter stands: its name, as what, and the names of properties and keys that lead there."""
    for path, node in nodes(body):
        for asked, role in _roles(node):
            yield asked, role, tuple(step for step in path if isinstance(step, str))


def _roles(node: Node) -> Iterator[tuple[str, str]]:
    """What a node itself asks for, and as what."""
    match node:
        case Parameter():
            yield node.name, WHOLE
        case Text():
            yield from ((part.name, "Part of") for part in node.parts if isinstance(part, Parameter))
        case Object() | Map() | List():
            yield from ((when.name, "What is there of") for when in conditions(node))
    for key, _ in node.entries if isinstance(node, Map) else ():
        role = "Part of a name in" if isinstance(key, Text) else "A name in"
        parts = key.parts if isinstance(key, Text) else (key,)
        yield from ((part.name, role) for part in parts if isinstance(part, Parameter))


def refuses(body: Object, executors: Iterable[Executor] = ()) -> Iterator[Refusal]:
    """What a template of a deployment cannot say of its parameters, or its linters object to."""
    yield from expressions.refuses(body)
    called: dict[str, str] = {}
    found = parameters(body)
    places = list(_first(body))
    for principal in _principals(executors):
        other = found.setdefault(principal.name, principal)
        if (other.secure, other.default) != (principal.secure, principal.default) or other.kind in ("int32", "double"):
            yield Refusal((), f"'{principal.name}' is asked for otherwise in sessionExecutors", "another name there")
        places.append(((), False, principal.name))
    if len(found) > MOST:
        yield Refusal((), "a deployment takes no more parameters than this", f"at most {MOST}")
    for path, of_key, asked in places:
        parameter = found[asked]
        named = name(asked)
        if not parameter.secure and is_secret(named):
            says = f"linters take a parameter of the name '{named}' for a secret that is not kept secret"
            hint = f'ask for it as secret("{asked}"), or by another name'
            yield Refusal(
                path, says, "a name without password, pwd, secret or token in it, or key at its end", hint, of_key
            )
        twin = called.setdefault(named.lower(), asked)
        if twin != asked:
            says = "to a deployment, names that differ in case or signs alone are one name"
            yield Refusal(path, says, f"another name than '{asked}', as there is '{twin}'", of_key=of_key)


def _first(body: Object) -> Iterator[tuple[Path, bool, str]]:
    """Each parameter's name with the path to where it stands first, and whether it is in a key there."""
    seen: set[str] = set()
    for path, node in nodes(body):
        keys = [((*path, name_of(key)), True, key) for key, _ in node.entries] if isinstance(node, Map) else []
        for at, of_key, value in [(path, False, node), *keys]:
            for part in value.parts if isinstance(value, Text) else (value,):
                if isinstance(part, Parameter) and part.name not in seen:
                    seen.add(part.name)
                    yield at, of_key, part.name
