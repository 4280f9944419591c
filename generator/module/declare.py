"""What the template of a module declares: parameters that take all that the profiles say."""

from collections.abc import Iterator

from generator import declarations, deployments, expressions
from generator.codemodel import Choice, List, Node, Parameter, Scalar
from generator.declarations import Declaration, Expression
from generator.module import Module
from generator.refusal import Refusal, size

HINT = "the profiles differ too much for one module: keep some of them in a folder of their own"
REGION = Expression("resourceGroup().location")


def declared(module: Module) -> list[Declaration]:
    """The declarations of a module, the pool's region and name first."""
    found = [_fit(declaration, module) for declaration in declarations.declarations(module.whole)]
    found.sort(key=lambda declaration: declaration.parameter.name != module.location)
    if isinstance(module.name, Parameter):
        name = module.name
        found.insert(0, Declaration(name.name, name, "string", None, name.description, None, ()))
    return found


def given(module: Module, profile: str) -> list[tuple[Declaration, Node]]:
    """What a profile says to a module: each declaration with what is its value or default there, and that argument."""
    arguments = module.arguments[profile]
    found = []
    for declaration in declared(module):
        argument = arguments.get(declaration.parameter.name)
        if argument is None and declaration.parameter.secure:  # which has no default, not even that of nothing
            argument = Scalar("", "string")
        if argument is not None:
            default = declarations.default_of(as_default(declaration.parameter, argument))
            found.append((declaration._replace(default=default), argument))
    return found


def _fit(declaration: Declaration, module: Module) -> Declaration:
    name = declaration.parameter.name
    given = [arguments[name] for arguments in module.arguments.values() if name in arguments]
    if declaration.parameter.kind == "array":
        is_text = all(isinstance(node, List) and node.item == "string" for node in given)
        type_ = "string[]" if is_text else "array"
        return declaration._replace(type=type_, default=() if name in module.optional else None)
    values = [declarations.default_of(as_default(declaration.parameter, node)) for node in given]
    bounds, allowed = declaration.bounds, declaration.allowed
    if bounds and not all(bounds.hold(number) for number in values if isinstance(number, int)):
        bounds = None  # somebody knows better
    if allowed:
        allowed = tuple(dict.fromkeys([*allowed, *(text for text in values if isinstance(text, str))]))
    declaration = declaration._replace(bounds=bounds, allowed=allowed)
    if name == module.location:
        return declaration._replace(default=REGION)
    is_idle = name in module.optional and not declaration.parameter.secure
    return declaration._replace(default=_idle(declaration)) if is_idle else declaration


def refuses(module: Module) -> Iterator[Refusal]:
    """What a template of a module cannot hold, even if it holds the body of each profile."""
    yield from expressions.refuses(module.whole)
    if len(declared(module)) > declarations.MOST:
        says = f"the module's template would have more than {declarations.MOST} parameters"
        yield Refusal((), says, hint=HINT)
    if size(module.body) > deployments.TEMPLATE:
        yield Refusal((), "a deployment takes a template of at most 4 MB", hint=HINT)


def as_default(parameter: Parameter, argument: Node) -> Parameter:
    """The parameter with an argument for its default; an argument that is asked for brings its own."""
    match argument:
        case Parameter(default=default) | Scalar(value=default) | Choice(value=default):
            return parameter._replace(default=default)
    return parameter


def _idle(declaration: Declaration) -> str | int:
    """A default for environments in which nothing has the parameter's value."""
    if declaration.parameter.kind == "double":
        return "0"
    if declaration.type == "int":
        return declaration.bounds.least if declaration.bounds else 0
    return declaration.allowed[0] if declaration.allowed else ""
