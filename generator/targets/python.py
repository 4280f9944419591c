"""Python: azure-mgmt-appcontainers 4.0.0, whose samples give the body as a dict laid out by black at 120 columns."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from generator import naming
from generator.codemodel import Choice, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.layout import autorest
from generator.refusal import Refusal, emptied
from generator.targets import Code, Parts, Request, Target
from generator.variables import Variable, readers, variables
from generator.walk import name_of

Plain = str | int | float | bool | None

WIDTH = 120
_QUOTED = frozenset("'\"\\")
# What no variable may be called: keywords, builtins, and the names of our own program.
TAKEN = (
    "and as assert async await break class continue def del elif else except finally for from global if import in is "
    "lambda nonlocal not or pass raise return try while with yield match case "
    "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex "
    "copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals "
    "hasattr hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next "
    "object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str "
    "sum super tuple type vars zip "
    "client integer main number os poller problems required sys"
)


class _Spelled(NamedTuple):
    """A value on one line; a container also item by item, each with what stands before its value."""

    line: str
    items: list[tuple[str, "_Spelled"]]


class Style(NamedTuple):
    """How plain values are spelled, and the variables in which the program has what it was given."""

    scalar: Callable[[Plain], str]
    known: Mapping[str, Variable]


def literal(node: Node, prefix: str, indent: int, known: Mapping[str, Variable], documented: bool = False) -> Code:
    """A node as a Python expression that starts behind ``prefix`` on a line indented by ``indent`` blanks.

    It is followed by a comma on its last line. Keys are sorted by code point, as the SDK's samples have them.
    """
    style = Style(_documented_scalar if documented else _scalar, known)
    return Code(_layout(_spell(node, style), prefix, ",", indent))


def _spell(node: Node, style: Style) -> _Spelled:
    match node:
        case Scalar(value=value) | Choice(value=value):
            return _Spelled(style.scalar(value), [])
        case List(items=items):
            return _container("[", [("", item) for item in items], "]", style)
        case Object(fields=fields):
            return _container("{", sorted(((field.name, field.value) for field in fields), key=_name), "}", style)
        case Map(entries=entries):
            return _container("{", sorted(entries, key=_name), "}", style)
        case Parameter(name=name):
            return _Spelled(style.known[name].name, [])
        case Text(parts=parts):
            return _Spelled(_formatted(parts, style.known), [])


def _formatted(parts: tuple[str | Parameter, ...], known: Mapping[str, Variable]) -> str:
    """Text with variables in it, as an f-string."""
    texts = [part for part in parts if isinstance(part, str)]
    mark = _mark("".join(texts))
    spelled = (
        _escaped(part, mark).replace("{", "{{").replace("}", "}}")
        if isinstance(part, str)
        else f"{{{known[part.name].name}}}"
        for part in parts
    )
    return f"f{mark}{''.join(spelled)}{mark}"


def _scalar(value: Plain) -> str:
    return quote(value) if isinstance(value, str) else repr(value).replace("e+", "e")  # black writes no plus


def _documented_scalar(value: Plain) -> str:
    return _scalar(autorest.number_in_yaml(value))


def _name(entry: tuple[Key, Node]) -> str:
    return name_of(entry[0])


def _container(opening: str, entries: Iterable[tuple[Key, Node]], closing: str, style: Style) -> _Spelled:
    items = [
        (f"{_spell(_node(key), style).line}: " if opening == "{" else "", _spell(value, style))
        for key, value in entries
    ]
    return _Spelled(opening + ", ".join(key + value.line for key, value in items) + closing, items)


def _node(key: Key) -> Node:
    return Scalar(key, "string") if isinstance(key, str) else key


def _layout(value: _Spelled, prefix: str, suffix: str, indent: int) -> str:
    line = value.line
    if not value.items or indent + _columns(prefix + line + suffix) <= WIDTH:
        return line
    # black explodes at commas: a lone item gets a line of its own, but no comma
    comma = "," if len(value.items) > 1 else ""
    body = [key + _layout(item, key, comma, indent + 4) + comma for key, item in value.items]
    return "\n".join([line[0], *(" " * (indent + 4) + item for item in body), " " * indent + line[-1]])


def _columns(text: str) -> int:
    """Columns on a screen, as black counts them: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def quote(text: str) -> str:
    """A string literal, in double quotes unless single ones need fewer escapes: ``it's`` as ``"it's"``."""
    if text.isascii() and text.isprintable() and not _QUOTED.intersection(text):
        return f'"{text}"'
    mark = _mark(text)
    return f"{mark}{_escaped(text, mark)}{mark}"


def _mark(text: str) -> str:
    return "'" if text.count('"') > text.count("'") else '"'


def _escaped(text: str, mark: str) -> str:
    """What stands for a text between two quotation marks."""
    body = repr(f'{text}"')[1:-2]  # the extra quote makes repr choose single quotes
    return body if mark == "'" else body.replace("\\'", "'").replace('"', '\\"')


def comment(text: str) -> str:
    """Text on one line of a comment or docstring, where no quote, backslash or line break can end it."""
    return "".join(char if char.isprintable() and char not in '\\"' else "?" for char in text)


def _file_name(name: str) -> str:
    """The name of a sample's file: ``createPool_MCPServer-2`` as ``create_pool_mcpserver2``."""

    def separate(capitals: re.Match[str]) -> str:
        run, before, after = capitals.group().lower(), name[: capitals.start()], name[capitals.end() :]
        if before.endswith("_"):
            return run
        if len(run) > 2 and len(after) > 1 and after[0].isalpha():
            run = f"{run[:-1]}_{run[-1]}"  # the last capital begins a word of its own
        return f"_{run}" if before else run

    return re.sub("[A-Z]+", separate, name).replace(" ", "_").replace("__", "_").replace("-", "")


def _declared(variable: Variable) -> str:
    """The statement that reads a variable, as black lays it out."""
    name, says = quote(variable.environment), quote(variable.says)
    default = None if variable.default is None else quote(variable.default)
    if default and not variable.reader:
        call, arguments = "os.environ.get", [name, default]
    else:
        call, arguments = variable.reader, [name, says, *([f"default={default}"] if default else [])]
    line = f"{variable.name} = {call}({', '.join(arguments)})"
    if 4 + _columns(line) <= WIDTH:
        return line
    inner = ", ".join(arguments)
    inner = inner if 8 + _columns(inner) <= WIDTH else ",\n        ".join(arguments) + ","
    return f"{variable.name} = {call}(\n        {inner}\n    )"


def _deployable(request: Request) -> Parts:
    known = variables(request.body, naming.snake_case, TAKEN, "_value")
    return {
        "variables": [Code(_declared(variable)) for variable in known.values()],
        "readers": [Code(name) for name in readers(known)],
        "body": literal(request.body, "session_pool_envelope=", 8, known),
    }


def _documented(request: Request) -> Parts:
    return {
        "fileName": f"{_file_name(autorest.address(request.example.name))}.py",
        "originalFile": request.example.original_file,
        "body": literal(request.body, "session_pool_envelope=", 8, {}, documented=True),
    }


def _refuses(request: Request) -> Iterator[Refusal]:
    yield from emptied(request.body)


TARGET = Target("python", "azure-mgmt-appcontainers 4.0.0", quote, comment, _deployable, _documented, refuses=_refuses)
