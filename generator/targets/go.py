"""Go: armappcontainers/v4 4.0.0, whose samples nest pointers to structs, laid out as gofmt does."""

import functools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator import naming
from generator.codemodel import Choice, Field, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.layout import autorest, gofmt, lodash
from generator.refusal import Refusal
from generator.targets import Code, Parts, Request, Target
from generator.variables import Variable, readers, variables
from generator.walk import name_of, nodes

PACKAGE = "armappcontainers"
SDK = "github.com/Azure/azure-sdk-for-go/sdk/"

# Words that Go writes in capitals, and types that it calls otherwise than the specification.
INITIALISMS = {"Id": "ID", "Cpu": "CPU"}
TYPES = {"int32": "int32", "double": "float64", "boolean": "bool"}
# The samples print level by level what a resource inherits, then its own properties.
LEVELS = {"SessionPool": {"name": 0, "type": 0, "id": 0, "systemData": 0, "location": 1, "tags": 1}}
# What no variable may be called: keywords, what the language declares, and the names of our own program.
TAKEN = (
    "break case chan const continue default defer else fallthrough for func go goto if import interface map package "
    "range return select struct switch type var "
    "any append bool byte cap clear close comparable complex complex128 complex64 copy delete error false float32 "
    "float64 imag int int16 int32 int64 int8 iota len make max min new nil panic print println real recover rune "
    "string true uint uint16 uint32 uint64 uint8 uintptr "
    "armappcontainers azidentity clientFactory context credential ctx err fmt init integer log main number optional os "
    "poller problems required resourceGroupName response sessionPool sessionPoolName strconv strings subscriptionID "
    "time to"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNPRINTABLE_RAW = re.compile(r'[\\"\n\r\0\ufeff\ud800-\udfff]')


class Style(NamedTuple):
    """How values are framed: ``hug`` closes a list on its last item's line, ``bare`` drops the type of map values.

    ``settled`` is for a response, where every provisioning state is shown as succeeded, and a missing one as nil.
    ``known`` are the variables in which the program has what it was given.
    """

    composite: Callable[[str, Sequence[gofmt.Item], int, bool], str]
    function: Callable[[str, Sequence[str], int], str]
    quote: Callable[[str], str]
    hug: bool
    bare: bool
    settled: bool = False
    known: Mapping[str, Variable] = {}


def literal(node: Node, style: Style, indent: int, sigil: str | None = "&") -> Code:
    """A node as a Go expression on a line indented by ``indent`` tabs.

    ``sigil`` stands before an object's type: ``&`` for a pointer, nothing for a value, None to leave the type out.
    """
    match node:
        case Scalar(value=None) | Scalar(kind="unknown") | Object(type="unknown") | List(item="unknown"):
            return Code("nil")
        case Scalar(kind="date-time", value=value):
            parse = f"t, _ := time.Parse(time.RFC3339Nano, {style.quote(autorest.utc_of(str(value)))})"
            return Code("to.Ptr(" + style.function("func() time.Time", (parse, "return t"), indent) + "())")
        case Scalar(kind="int32" | "double" as kind, value=value):
            return Code(f"to.Ptr[{TYPES[kind]}]({autorest.text_of(value)})")
        case Scalar(kind="boolean", value=value):
            return Code(f"to.Ptr({autorest.text_of(value)})")
        case Scalar(value=value):
            return Code(f"to.Ptr({style.quote(autorest.text_of(value))})")
        case Choice(type=type_, value=text, known=known):
            name = f"{PACKAGE}.{type_}"
            return Code(f"to.Ptr({name}{naming.pascal_case(text) if known else f'({style.quote(text)})'})")
        case Object(type=type_):
            opening = "" if sigil is None else f"{sigil}{PACKAGE}.{type_}"
            values = [(_field_name(name), literal(value, style, indent + 1)) for name, value in _values(node, style)]
            shown = [item for item in values if item[1] != "nil" or (style.settled and item[0] == "ProvisioningState")]
            return Code(style.composite(opening, shown, indent, False))
        case Map(item=item):
            sigil = None if style.bare else "&"
            entries = [(_text(key, style), literal(value, style, indent + 1, sigil)) for key, value in _entries(node)]
            return Code(style.composite(f"map[string]*{_type(item)}", entries, indent, False))
        case List(item=item, items=items):
            elements = [("", literal(value, style, indent + 1, None)) for value in items]
            return Code(style.composite(f"[]*{_type(item)}", elements, indent, style.hug))
        case Parameter(type=type_) if type_:
            return Code(f"to.Ptr({PACKAGE}.{type_}({_text(node, style)}))")
        case Parameter() | Text():
            return Code(f"to.Ptr({_text(node, style)})")


def _text(text: Key, style: Style) -> str:
    """A plain text, a variable, or text with variables in it."""
    match text:
        case str():
            return style.quote(text)
        case Parameter(name=name):
            return style.known[name].name
        case Text(parts=parts):
            asked = [part for part in parts if isinstance(part, Parameter)]
            verbs = {part.name: "%d" if part.kind == "int32" else "%s" for part in asked}
            form = "".join(part.replace("%", "%%") if isinstance(part, str) else verbs[part.name] for part in parts)
            return f"fmt.Sprintf({', '.join([style.quote(form), *(style.known[part.name].name for part in asked)])})"


def _fields(node: Object) -> list[Field]:
    """What the SDK's struct can hold, in the samples' order."""
    levels = LEVELS.get(node.type, {})
    known = [field for field in node.fields if field.known]
    return sorted(known, key=lambda field: (levels.get(field.name, 2), autorest.sort_key(field.name)))


def _values(node: Object, style: Style) -> Iterator[tuple[str, Node]]:
    for field in _fields(node):
        match field:
            case Field(name="provisioningState", value=Choice() as value) if style.settled:
                yield field.name, value._replace(value="Succeeded", known=True)
            case _:
                yield field.name, field.value


def _entries(node: Map) -> list[tuple[Key, Node]]:
    return sorted(node.entries, key=lambda entry: autorest.map_key(name_of(entry[0])))


@functools.lru_cache(maxsize=1024)
def _field_name(name: str) -> str:
    return "".join(INITIALISMS.get(word, word) for word in naming.words(name[0].upper() + name[1:]))


def _type(item: str) -> str:
    return f"{PACKAGE}.{item}" if item[0].isupper() else TYPES.get(item, "string")


def quote(text: str) -> str:
    """A string literal that the compiler reads back as exactly ``text``."""
    if text.isprintable():
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(char if char.isprintable() and char not in _ESCAPES else _escape(char) for char in text) + '"'


def _quote_raw(text: str) -> str:
    """A string literal as the samples' generator prints it, with control characters as they are.

    NUL and the byte order mark are escaped all the same: Go allows neither in a source file.
    """
    return '"' + _UNPRINTABLE_RAW.sub(lambda match: _escape(match[0]), text) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    if 0xD800 <= code < 0xE000:
        raise ValueError(f"a Go string cannot hold the lone surrogate U+{code:04X}")
    if code < 0x80:
        return _ESCAPES.get(char) or f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def comment(text: str) -> str:
    """Text on one line of a comment, in characters that gofmt leaves alone there."""
    return "".join(char if char.isascii() and char.isprintable() else "?" for char in text)


DEPLOYABLE = Style(gofmt.composite, gofmt.function, quote, hug=False, bare=True)
DOCUMENTED = Style(gofmt.composite, gofmt.function, _quote_raw, hug=True, bare=True)
RESPONSE = Style(gofmt.raw_composite, gofmt.raw_function, _quote_raw, hug=True, bare=False, settled=True)


def _response(request: Request) -> list[Code]:
    """The lines of the comment that shows the response of status 200."""
    body = next((body for status, body in request.example.responses if status == "200"), None)
    return (
        [Code(line) for line in gofmt.raw_comment("res.SessionPool = " + literal(body, RESPONSE, 0, ""))]
        if body
        else []
    )


def _imports(body: Object, *standard: str) -> dict[str, list[Code]]:
    """The packages that the code uses: an unused import is an error in Go."""
    scalars = list(_scalars(body))
    time = ["time"] if any(isinstance(node, Scalar) and node.kind == "date-time" for node in scalars) else []
    to = [f"{SDK}azcore/to"] if scalars else []
    modules = [*to, f"{SDK}azidentity", f"{SDK}resourcemanager/appcontainers/{PACKAGE}/v4"]
    return {"standardImports": [Code(name) for name in (*standard, *time)], "imports": [Code(name) for name in modules]}


def _scalars(node: Node) -> Iterator[Scalar | Choice | Parameter | Text]:
    """All that is spelled with ``to.Ptr``."""
    inner: Sequence[Node] = ()
    match node:
        case Scalar(value=None) | Scalar(kind="unknown") | Object(type="unknown") | List(item="unknown"):
            pass
        case Scalar() | Choice() | Parameter() | Text():
            yield node
        case Object():
            inner = [field.value for field in _fields(node)]
        case Map(entries=entries):
            inner = [value for _, value in entries]
        case List(items=items):
            inner = items
    for value in inner:
        yield from _scalars(value)


def _identifier(text: str) -> str:
    """What of a text can stand in a name."""
    return "".join(char for char in text if char.isalpha() or char.isdecimal() or char == "_")


def _declared(variable: Variable) -> str:
    """The statement that reads a variable."""
    name, says = quote(variable.environment), quote(variable.says)
    default = quote(variable.default or "")  # an empty text is no number: what has none must be set
    match variable.reader:
        case "":
            return f"{variable.name} := optional({name}, {default})"
        case "required":
            return f"{variable.name} := required({name}, {says})"
        case reader:
            return f"{variable.name} := {reader}({name}, {says}, {default})"


def _variable_name(text: str) -> str:
    return "".join(INITIALISMS.get(word, word) for word in naming.words(naming.camel_case(text)))


def _deployable(request: Request) -> Parts:
    known = variables(request.body, _variable_name, TAKEN, "Value")
    called = readers(known)
    standard = {"os": known, "strconv": {"integer", "number"} & set(called), "strings": called}
    return {
        "variables": [Code(_declared(variable)) for variable in known.values()],
        "readers": [Code(name) for name in called],
        "defaults": [Code(variable.name) for variable in known.values() if variable.reader != "required"],
        "body": literal(request.body, DEPLOYABLE._replace(known=known), 1, ""),
        **_imports(request.body, "context", "fmt", "log", *(name for name, users in standard.items() if users)),
    }


def _documented(request: Request) -> Parts:
    return {
        "body": literal(request.body, DOCUMENTED, 1, ""),
        "response": _response(request),
        "suffix": "" if request.example.alone else "_" + lodash.camel_case(request.example.title),
        "address": request.example.address,
        **_imports(request.body, "context", "log"),
    }


def _refuses(request: Request) -> Iterator[Refusal]:
    for path, node in nodes(request.body):
        if isinstance(node, Scalar) and node.value == 0 and str(node.value) == "-0.0":
            yield Refusal(path, "the language has no constant for a negative zero", "a number", "write 0")


FILTERS = {"raw": _quote_raw, "identifier": _identifier}
TARGET = Target("go", "armappcontainers/v4 4.0.0", quote, comment, _deployable, _documented, FILTERS, _refuses)
