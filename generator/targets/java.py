"""Java: azure-resourcemanager-appcontainers 1.1.0, whose samples are one fluent statement, wrapped by Eclipse."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator import naming
from generator.codemodel import Choice, Field, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.layout import bytecode, eclipse, javadoc
from generator.layout.autorest import sort_key
from generator.layout.eclipse import Call, Chain, Expression, Sum
from generator.layout.method import method_name
from generator.refusal import Refusal, emptied
from generator.targets import Code, Parts, Request, Target
from generator.variables import Variable, Variables, readers, variables
from generator.walk import name_of

PACKAGE = "com.azure.resourcemanager.appcontainers"
MANAGER = f"{PACKAGE}.ContainerAppsApiManager manager"
# The samples' generator hides text whose name holds one of these.
SECRET = re.compile("key|code|credential|password|token|secret|authorization", re.IGNORECASE)
HIDDEN = "fakeTokenPlaceholder"
CONSTANT = 10_000  # characters of at most six bytes each: the compiler takes a constant of 65,535 bytes
MAP_OF = 10  # entries that Map.of takes
# What no variable may be called: keywords, what is one somewhere, and the names of our own program.
TAKEN = (
    "abstract assert boolean break byte case catch char class const continue default do double else enum extends false "
    "final finally float for goto if implements import instanceof int interface long native new null package private "
    "protected public return short static strictfp super switch synchronized this throw throws transient true try void "
    "volatile while args manager record sealed sessionPool var yield"
)

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_RAW = str.maketrans(_ESCAPES)


class Style(NamedTuple):
    """How values are spelled: ``documented`` hides secrets and leaves control characters as they are.

    ``known`` are the variables in which the program has what it was given.
    """

    documented: bool
    known: Mapping[str, Variable] = {}

    def text(self, text: str, name: str = "") -> Expression:
        """A string, as the value of a property or map entry of that name."""
        if self.documented:
            return f'"{HIDDEN if SECRET.search(name) else text.translate(_RAW)}"'
        if len(text) <= CONSTANT:
            return quote(text)
        # a sum of constants would be one constant again
        return Chain("String", (Call("join", ('""', *_pieces((text,), self))),))


DEPLOYABLE, DOCUMENTED = Style(documented=False), Style(documented=True)


def literal(node: Node, style: Style, name: str = "") -> Expression:
    """A node as a Java expression, still to be laid out; ``name`` is the property or entry that it is the value of."""
    match node:
        case Scalar(value=None) | Scalar(kind="unknown") | Object(type="unknown") | List(item="unknown"):
            return "null"
        case Scalar(kind="int32", value=value):
            return str(value)
        case Scalar(kind="double", value=value):
            return f"{_double(value, style)}D"
        case Scalar(value=value):
            return style.text(str(value), name)
        case Choice(type=type_, value=value, known=True):
            return f"{type_}.{'_'.join(naming.words(value)).upper()}"
        case Choice(type=type_, value=value):
            return Chain(type_, (Call("fromString", (style.text(value),)),))
        case List(items=items):
            values = tuple(literal(item, style) for item in items)
            owner, method = ("Arrays", "asList") if style.documented else ("List", "of")
            return Chain(owner, (Call(method, values),))
        case Map():
            return _map(node, style)
        case Object(type=type_):
            return Chain(Call(f"new {type_}", ()), tuple(_setters(node, style)))
        case Parameter(type=type_) if type_:
            return Chain(type_, (Call("fromString", (_text(node, style),)),))
        case Parameter() | Text():
            return _text(node, style)


def _text(text: Key, style: Style) -> Expression:
    """A plain text, a variable, or text with variables in it."""
    match text:
        case str():
            return style.text(text)
        case Parameter(name=name):
            return Sum([style.known[name].name], 1)
        case Text(parts=parts):
            texts = [part for part in parts if isinstance(part, str)]
            if sum(map(len, texts)) <= CONSTANT:
                # two numbers in front would be added up
                numbers = [isinstance(part, Parameter) and part.kind == "int32" for part in parts[:2]]
                pieces = [quote(part) if isinstance(part, str) else style.known[part.name].name for part in parts]
                return Sum(['""', *pieces] if all(numbers) else pieces, len(parts) - len(texts))
            return Chain("String", (Call("join", ('""', *_pieces(parts, style))),))


def _pieces(parts: tuple[str | Parameter, ...], style: Style) -> Iterator[str]:
    """The arguments of a join, none of them too long for the compiler."""
    for part in parts:
        if isinstance(part, str):
            yield from (quote(part[start : start + CONSTANT]) for start in range(0, len(part), CONSTANT))
        else:
            name = style.known[part.name].name
            yield Sum(['""', name] if part.kind == "int32" else [name], 1)


def _map(node: Map, style: Style) -> Expression:
    pairs = [
        (_text(key, style), literal(value, style, name_of(key)))
        for key, value in sorted(node.entries, key=lambda entry: sort_key(name_of(entry[0])))
    ]
    if style.documented:
        return Chain(Call("mapOf", tuple(part for pair in pairs for part in pair)), ())
    if len(pairs) <= MAP_OF:
        return Chain("Map", (Call("of", tuple(part for pair in pairs for part in pair)),))
    # without its types, javac takes seconds to infer them from fifty entries, and minutes from five hundred
    of_entries = f"<String, {node.item if node.item[0].isupper() else 'String'}>ofEntries"
    return Chain("Map", (Call(of_entries, tuple(Chain("Map", (Call("entry", pair),)) for pair in pairs)),))


def _setters(node: Object, style: Style) -> list[Call]:
    """The ``withX`` calls for what the SDK's model can hold, in the specification's order."""
    return [
        Call(f"with{naming.pascal_case(field.name)}", (literal(field.value, style, field.name),))
        for field in node.in_schema_order()
        if _is_set(field)
    ]


def _is_set(field: Field) -> bool:
    match field:
        case Field(known=False) | Field(read_only=True):
            return False
        case Field(value=Scalar(value=None) | Scalar(kind="unknown") | Object(type="unknown") | List(item="unknown")):
            return False
    return True


def _create(manager: str, name: Expression, group: Expression, body: Object, style: Style) -> Chain:
    """The statement: define, then all that the body sets, then create. ``properties`` is flattened."""
    location = body.get("location")
    known = isinstance(location, Parameter | Text) or (isinstance(location, Scalar) and isinstance(location.value, str))
    region = literal(location, style) if location and known else "(String) null"
    calls = [
        Call("containerAppsSessionPools", ()),
        Call("define", (name,)),
        Call("withRegion", (region,)),
        Call("withExistingResourceGroup", (group,)),
    ]
    properties = body.get("properties")
    own = Object(body.type, tuple(field for field in body.fields if field.name not in ("location", "properties")))
    calls += _setters(own, style)
    calls += _setters(properties, style) if isinstance(properties, Object) else []
    return Chain(manager, (*calls, Call("create", ())))


def _imports(expression: Expression) -> list[Code]:
    """The classes that an expression names, by their full names; ``mapOf`` is the samples' own helper."""
    names: set[str] = set()
    _collect(expression, names)
    java = {"Arrays", "List", "Map"} & names | ({"HashMap", "Map"} if "mapOf" in names else set())
    models = {name for name in names - java - {"String"} if name[0].isupper()}
    full = [f"{PACKAGE}.models.{name}" for name in models] + [f"java.util.{name}" for name in java]
    return [Code(name) for name in sorted(full)]


def _collect(expression: Expression, names: set[str]) -> None:
    if isinstance(expression, str):
        owner, dot, _ = expression.partition(".")
        if dot and owner.isidentifier() and owner[0].isupper():
            names.add(owner)
        return
    head, calls = expression
    name = head if isinstance(head, str) else head.name.removeprefix("new ")
    names.add(name.partition(".")[0])
    for call in ((head,) if isinstance(head, Call) else ()) + calls:
        for argument in call.arguments:
            _collect(argument, names)


def _double(value: str | float | None, style: Style) -> str:
    """A number as Java's own text of a double: ``1.0``, ``0.25``, ``1.0E-5``, ``1.0E7``."""
    number = float(0 if value is None else value)
    if style.documented:
        number += 0.0  # the samples know no negative zero
    if number == 0 or 1e-3 <= abs(number) < 1e7:
        return repr(number)
    short = format(number, ".1e")  # never fewer than two digits, and those the nearest: not 5.0E-324
    decimal = Decimal(short if float(short) == number else repr(number)).normalize()
    first, *rest = map(str, decimal.as_tuple().digits)
    return f"{'-' if number < 0 else ''}{first}.{''.join(rest) or '0'}E{decimal.adjusted()}"


def quote(text: str) -> str:
    """A string literal that the compiler reads back as exactly ``text``.

    Java reads Unicode escapes before all else, and one for a line break is a line break: short codes are in octal.
    """
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return '"' + "".join(_ESCAPES.get(char) or (char if char.isprintable() else _escape(char)) for char in text) + '"'


def _escape(char: str) -> str:
    if ord(char) < 0x100:
        return f"\\{ord(char):03o}"
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))


def comment(text: str) -> str:
    """Text on one line of a comment, where nothing can end it: no ``*/``, no line break, no Unicode escape."""
    return "".join(char if char.isprintable() and char != "\\" else "?" for char in text).replace("*/", "*?")


def _statement(body: Object, known: Variables) -> Chain:
    head = "SessionPool sessionPool = manager"
    return _create(head, "SESSION_POOL_NAME", "RESOURCE_GROUP_NAME", body, DEPLOYABLE._replace(known=known))


def _declared(variable: Variable) -> str:
    """The statement that reads a variable."""
    type_ = {"string": "String", "int32": "int"}.get(variable.type, variable.type)
    name, says, default = map(_constant, (variable.environment, variable.says, variable.default or ""))
    match variable.reader:
        case "":
            value = f"System.getenv().getOrDefault({name}, {default})"
        case "required":
            value = f"required({name}, {says})"
        case reader:  # an empty text is no number: what has no default must be set
            value = f"{reader}({name}, {says}, {default})"
    return f"{type_} {variable.name} = {value};"


def _constant(text: str) -> str:
    return quote(text) if len(text) <= CONSTANT else f'String.join("", {", ".join(_pieces((text,), DEPLOYABLE))})'


def _variables(body: Object) -> Variables:
    return variables(body, naming.camel_case, TAKEN, "Value")


def _deployable(request: Request) -> Parts:
    known = _variables(request.body)
    chain = _statement(request.body, known)
    called = readers(known)
    lists = {Code("java.util.ArrayList"), Code("java.util.List")} if called else set()
    return {
        "variables": [Code(_declared(variable)) for variable in known.values()],
        "readers": [Code(name) for name in called],
        "statement": Code(eclipse.statement(chain, 8, exact=False)),
        "imports": sorted(lists.union(_imports(Chain("SessionPool", chain.calls)))),
    }


def _documented(request: Request) -> Parts:
    name, group = (DOCUMENTED.text(text) for text in (request.session_pool_name, request.resource_group_name))
    chain = _create("manager", name, group, request.body, DOCUMENTED)
    imports = _imports(chain)
    example = request.example
    return {
        "statement": Code(eclipse.statement(chain, 8)),
        "imports": imports,
        "mapOf": [name for name in imports if name == "java.util.HashMap"],
        "originalFile": [Code(comment(line)) for line in javadoc.comment("x-ms-original-file:", example.original_file)],
        "title": [Code(line) for line in javadoc.sentence(f"Sample code: {example.title}")],
        "signature": Code(javadoc.signature(method_name(example.title), MANAGER)),
    }


def _refuses(request: Request) -> Iterator[Refusal]:
    yield from emptied(request.body)
    known = _variables(request.body)
    size = bytecode.size(_statement(request.body, known)) + bytecode.VARIABLE * len(known)
    if size > bytecode.METHOD:
        hint = "fewer items in the lists and maps, which a method holds all at once"
        yield Refusal((), f"it takes {size:,} bytes of a method", f"at most {bytecode.METHOD:,} bytes", hint)


TARGET = Target(
    "java", "azure-resourcemanager-appcontainers 1.1.0", quote, comment, _deployable, _documented, refuses=_refuses
)
