"""C#: Azure.ResourceManager.AppContainers 1.5.0, whose models are filled by object initialisers.

The documented style is AutoRest's: Roslyn leaves alone what stands inside a list initialiser, so nothing there is
indented further. The deployable style is laid out as ``dotnet format`` leaves it, and sends the body as it is.
"""

import functools
import math
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator import naming
from generator.codemodel import Choice, Field, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.layout.autorest import sort_key, text_of
from generator.refusal import Refusal, twins, units
from generator.targets import Code, Parts, Request, Target
from generator.variables import Variable, readers, variables
from generator.walk import name_of, nodes, texts

# Types and members that the SDK calls otherwise than the specification.
NAMES = {
    "SessionPool": "SessionPoolData",
    "ScaleConfiguration": "SessionPoolScaleConfiguration",
    "LifecycleConfiguration": "SessionPoolLifecycleConfiguration",
    "LifecycleType": "SessionPoolLifecycleType",
    "EnvironmentVar": "ContainerAppEnvironmentVariable",
    "ManagedIdentitySetting": "SessionPoolManagedIdentitySetting",
    "IdentitySettingsLifeCycle": "ContainerAppIdentitySettingsLifeCycle",
    "PythonLTS": "PythonLts",
}
# Required properties, which are arguments of the constructor.
ARGUMENTS = {"SessionPool": "location", "ManagedServiceIdentity": "type", "ManagedIdentitySetting": "identity"}
# Types that the SDK hides, each with its only property, which the object around them has instead.
HIDDEN = {
    "DynamicPoolConfiguration": "lifecycleConfiguration",
    "SessionNetworkConfiguration": "status",
    "SessionIngress": "targetPort",
}
EMPTY_ID = "the SDK takes no empty resource ID"
STRINGS = (1 << 24) - (1 << 12)  # bytes of all text in a program, less those of our frame
WIDTH = 80  # up to here the items of a list stand on one line
LACKED = Scalar(None, "lacked")  # stands for what a hidden object has not got
# What no variable may be called: keywords, what is one somewhere, and the names of our own program.
TAKEN = (
    "abstract as base bool break byte case catch char checked class const continue decimal default delegate do double "
    "else enum event explicit extern false finally fixed float for foreach goto if implicit in int interface internal "
    "is lock long namespace new null object operator out override params private protected public readonly ref return "
    "sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked "
    "unsafe ushort using virtual void volatile while "
    "args async await dynamic field file nameof partial record required scoped var where yield "
    "client data description fallback name operation options problems resourceGroupId resourceGroupName "
    "sessionPoolName sessionPools subscriptionId text value"
)
ESCAPES = {'"': '\\"', "\\": "\\\\"}
ESCAPES |= {char: f"\\{letter}" for char, letter in zip("\0\a\b\f\n\r\t\v", "0abfnrtv", strict=True)}


class Style(NamedTuple):
    """Whose rules to follow, by how much to indent what an expression holds, and the variables that it may name."""

    documented: bool
    step: str
    known: Mapping[str, Variable] = {}


DEPLOYABLE, DOCUMENTED, IN_DOCUMENTED_LIST = Style(False, "    "), Style(True, "    "), Style(True, "")


def literal(node: Node, style: Style, pad: str = "") -> Code:
    """A node as a C# expression that starts on a line indented by ``pad``."""
    match node:
        case Scalar(value=None, kind=kind):
            return Code(_null(kind, style))
        case Scalar(kind="unknown") | Object(type="unknown") | List(item="unknown"):
            return Code("null")
        case Scalar(value=bool() as value, kind="boolean"):
            return Code(text_of(value))
        case Scalar(value=value, kind="int32" | "double"):
            return Code(_number(value, style))
        case Scalar(value=value, kind="arm-id"):
            return Code(f"new ResourceIdentifier({quote(text_of(value), style)})")
        case Scalar(value=value):
            return Code(quote(text_of(value), style))
        case Choice(type=type_, value=value, known=known):
            name = NAMES.get(type_, type_)
            member = NAMES.get(value) or naming.pascal_case(value)
            return Code(f"{name}.{member}" if known else f"new {name}({quote(value, style)})")
        case List(items=items):
            return Code(_list(items, style, pad))
        case Map():
            return Code(_map(node, style, pad))
        case Object(type=type_):
            members = [_assign(*member, style, pad + style.step) for member in _members(node, style)]
            arguments = _arguments(node, style) or ("" if members else "()")
            initialiser = f"\n{pad}{_block(members, pad, style.step)}" if members else ""
            return Code(f"new {NAMES.get(type_, type_)}{arguments}{initialiser}")
        case Parameter() | Text():
            return Code(_deferred(node, style))


def _deferred(node: Parameter | Text, style: Style) -> str:
    """What is known only when the program runs, as what it is to the SDK."""
    match node:
        case Parameter(type=type_) if type_:
            return f"new {NAMES.get(type_, type_)}({_text(node, style)})"
        case Parameter(kind="arm-id") | Text(kind="arm-id"):
            return f"new ResourceIdentifier({_text(node, style)})"
    return _text(node, style)


def _text(text: Key, style: Style) -> str:
    """A plain text, a variable, or text with variables in it."""
    match text:
        case str():
            return quote(text, style)
        case Parameter(name=name):
            return style.known[name].name
        case Text(parts=parts):
            spelled = "".join(
                quote(part, style)[1:-1].replace("{", "{{").replace("}", "}}")
                if isinstance(part, str)
                else f"{{{style.known[part.name].name}}}"
                for part in parts
            )
            numbers = any(isinstance(part, Parameter) and part.kind == "int32" for part in parts)
            return f'FormattableString.Invariant($"{spelled}")' if numbers else f'$"{spelled}"'


def _arguments(node: Object, style: Style) -> str:
    if not (name := ARGUMENTS.get(node.type)):
        return ""
    match node.get(name):
        case None | Scalar(value=None) | Scalar(kind="unknown") | Object(type="unknown") | List(item="unknown"):
            return "(null)" if name == "identity" else "(default)"  # a class, or a structure
        case Scalar(value=value) if name == "location":
            return f"(new AzureLocation({_location(text_of(value), style)}))"
        case Parameter() | Text() as value if name == "location":
            return f"(new AzureLocation({_text(value, style)}, {_text(value, style)}))"
        case Choice(value=value) if style.documented:  # a string, which the SDK turns into a choice
            return f"({quote(value, style)})"
        case value:
            return f"({literal(value, style)})"


def _location(text: str, style: Style) -> str:
    """The arguments of a region: of one alone the SDK makes a name, ``eastus`` of ``East US``; of two it makes none."""
    name = text.replace(" ", "").lower()
    renamed = " " in text or (name != text and name.isascii() and name.isalnum())
    quoted = quote(text, style)
    return f"{quoted}, {quoted}" if renamed and not style.documented else quoted


def _members(node: Object, style: Style) -> Iterator[tuple[str, Node]]:
    """What an object's initialiser sets."""
    for name, value in _properties(node):
        match value:
            case Scalar(value=None) if style.documented == (value is LACKED):
                pass
            case List(items=()) | Map(entries=()) if not style.documented:
                pass  # cleared after construction: an initialiser that adds nothing leaves them unsent
            case _:
                yield name, value


def _properties(node: Object) -> Iterator[tuple[str, Node]]:
    """The SDK's properties, inherited ones (``tags``) last."""
    for field in sorted(node.fields, key=lambda field: (field.name == "tags", field.rank)):
        name = naming.pascal_case(field.name)
        match field:
            case Field(known=False) | Field(read_only=True):
                continue
            case Field(value=Scalar(value=None, kind=kind)) if kind in HIDDEN or kind == "SessionPoolProperties":
                continue
            case Field(value=Scalar(kind="unknown") | List(item="unknown") | Object(type="unknown")):
                continue  # not of the property's type
            case Field(value=Object(type="SessionPoolProperties") as value):
                yield from _properties(value)
            case Field(value=Object(type=type_) as value) if type_ in HIDDEN:
                only = HIDDEN[type_]
                yield name.removesuffix("Configuration") + naming.pascal_case(only), value.get(only) or LACKED
            case Field(value=value) if field.name != ARGUMENTS.get(node.type):
                yield name, value


def _cleared(node: Object, path: str) -> Iterator[Code]:
    """The lists and maps that are to be sent empty; the SDK sends none that nothing has touched."""
    for name, value in _properties(node):
        match value:
            case Object():
                yield from _cleared(value, f"{path}.{name}")
            case List(items=()) | Map(entries=()):
                yield Code(f"{path}.{name}")
            case List(items=items):
                for index, item in enumerate(items):
                    if isinstance(item, Object):
                        yield from _cleared(item, f"{path}.{name}[{index}]")


def _assign(name: str, value: Node, style: Style, pad: str) -> str:
    text = literal(value, style, pad)
    gap = f"\n{pad}" if text.startswith("{\n") else " "
    note = " // sends the object around it, empty" if value is LACKED else ""
    return f"{name} ={gap}{text},{note}"


def _list(items: tuple[Node, ...], style: Style, pad: str) -> str:
    if style.documented:  # the blanks are Roslyn's, which formats what stands on one line
        line = ", ".join(literal(item, IN_DOCUMENTED_LIST, pad) for item in items)
        blank = style.step[:1] if "\n" not in line else ""
        return f"{{{blank}{line}{blank}}}" if line else f"{{{blank}}}"
    values = [literal(item, style, pad + style.step) for item in items]
    line = ", ".join(values)
    if len(line) <= WIDTH and "\n" not in line:
        return f"{{ {line} }}"
    return _block([f"{value}," for value in values], pad, style.step)


def _map(node: Map, style: Style, pad: str) -> str:
    form = "[new ResourceIdentifier({})] = {}" if node.item == "UserAssignedIdentity" else "[{}] = {}"
    entries = sorted(node.entries, key=lambda entry: sort_key(name_of(entry[0]))) if style.documented else node.entries
    lines = [form.format(_text(key, style), literal(_identity(value, node), style)) for key, value in entries]
    if not style.documented:
        return _block([f"{line}," for line in lines], pad, style.step)
    return _block([*(f"{line}," for line in lines[:-1]), *lines[-1:]], pad, "") if lines else "{ }"


def _identity(value: Node, node: Map) -> Node:
    """A map's value; there is always an identity behind its id."""
    return Object(node.item, ()) if node.item == "UserAssignedIdentity" else value


def _null(kind: str, style: Style) -> str:
    """What the samples print for JSON's null where a value of a kind belongs."""
    if not style.documented or kind in ("string", "arm-id", "uuid", "uri", "date-time"):
        return "null"
    blank = style.step[:1]
    return f"{{{blank}}}" if kind in ("array", "object") else "default"


def _block(lines: list[str], pad: str, step: str) -> str:
    return "{\n" + "".join(f"{pad}{step}{line}\n" for line in lines) + pad + "}"


def _number(value: str | float | None, style: Style) -> str:
    """A number as .NET writes it to be read back: ``0.25``, ``1``, ``1E-05``. What is none is ``default``."""
    try:
        number = float(0 if value is None else value)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        return "default"
    if number == 0:  # -0 would be an integer, without its sign
        return "-0.0" if math.copysign(1, number) < 0 and not style.documented else "0"
    exact = Decimal(repr(number)).normalize()
    if -5 < exact.adjusted() < 17:
        return f"{exact:f}"
    return f"{exact:E}".partition("E")[0] + f"E{exact.adjusted():+03d}"


def quote(text: str, style: Style = DEPLOYABLE) -> str:
    """A string literal. What a reader cannot see is escaped; Roslyn, in the documented style, escapes a little less."""
    if not text.isprintable() or '"' in text or "\\" in text:
        text = "".join(ESCAPES.get(char) or _escape(char, style) for char in text)
    return f'"{text}"'


def _escape(char: str, style: Style) -> str:
    if char.isprintable() or (style.documented and unicodedata.category(char) in ("Cf", "Co", "Zs")):
        return char
    return f"\\u{ord(char):04x}" if ord(char) < 0x10000 else f"\\U{ord(char):08x}"


def comment(text: str) -> str:
    """Text on one line of a comment, where no line break can end it."""
    return "".join(char if char.isprintable() else "?" for char in text)


def _declared(variable: Variable) -> str:
    """The statement that reads a variable."""
    type_ = {"int32": "int"}.get(variable.type, variable.type)
    name, says = quote(variable.environment), quote(variable.says)
    default = "" if variable.default is None else quote(variable.default)
    if not variable.reader:
        return f"{type_} {variable.name} = Environment.GetEnvironmentVariable({name}) ?? {default};"
    arguments = [name, says, *([default] if default else [])]
    return f"{type_} {variable.name} = {naming.pascal_case(variable.reader)}({', '.join(arguments)});"


def _deployable(request: Request) -> Parts:
    known = variables(request.body, naming.camel_case, TAKEN, "Value")
    style = DEPLOYABLE._replace(known=known)
    return {
        "variables": [Code(_declared(variable)) for variable in known.values()],
        "readers": [Code(name) for name in readers(known)],
        "body": literal(request.body, style),
        "cleared": list(_cleared(request.body, "data")),
    }


def _documented(request: Request) -> Parts:
    return {"originalFile": request.example.original_file, "body": literal(request.body, DOCUMENTED)}


def _refuses(request: Request) -> Iterator[Refusal]:
    body = request.body
    if body.get("properties") is None:
        says, hint = "the SDK sends 'properties' even where the body has none", "write 'properties: {}'"
        yield Refusal(("properties",), says, "'properties'", hint)
    for path, node in nodes(body):
        match node:
            case Scalar(value="", kind="arm-id") | Parameter(default="", kind="arm-id"):
                yield Refusal(path, EMPTY_ID, "a resource ID")
            case Map(item="UserAssignedIdentity", entries=entries) if "" in (name_of(key) for key, _ in entries):
                yield Refusal((*path, ""), EMPTY_ID, "a resource ID", of_key=True)
    for path, _, first in twins(body, "UserAssignedIdentity"):
        says = "to the SDK, resource IDs that differ in case alone are one"
        yield Refusal(path, says, f"an ID other than '{first}'", "take one of the two out", of_key=True)
    if sum(2 * units(text) + 5 for text in {text for _, text in texts(body)}) > STRINGS:
        yield Refusal((), "a program holds at most 16 MB of text", f"at most {STRINGS:,} bytes in UTF-16")


SDK = "Azure.ResourceManager.AppContainers 1.5.0"
FILTERS = {"documented": functools.partial(quote, style=DOCUMENTED)}
TARGET = Target("csharp", SDK, quote, comment, _deployable, _documented, FILTERS, _refuses)
