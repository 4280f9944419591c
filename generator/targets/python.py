"""Python: azure-mgmt-appcontainers 4.0.0, whose samples give the body as a dict laid out by black at 120 columns."""

import unicodedata

from generator import naming
from generator.codemodel import Choice, Field, List, Map, Node, Object, Parameter, Scalar
from generator.targets import Code, Parts, Request, Target

WIDTH = 120


def literal(node: Node, prefix: str, indent: int) -> Code:
    """A node as a Python expression that starts behind ``prefix`` on a line indented by ``indent`` blanks.

    It is followed by a comma on its last line. Keys are sorted by code point, as the SDK's samples have them.
    """
    return Code(_layout(node, prefix, ",", indent))


def _layout(node: Node, prefix: str, suffix: str, indent: int) -> str:
    line = _inline(node)
    entries = _entries(node)
    if not entries or indent + _columns(prefix + line + suffix) <= WIDTH:
        return line
    opening, closing = line[0], line[-1]
    inner = indent + 4
    if len(entries) == 1:  # black explodes at commas: a lone item gets a line of its own, but no comma
        (key, value), *_ = entries
        body = [key + _layout(value, key, "", inner)]
    else:
        body = [key + _layout(value, key, ",", inner) + "," for key, value in entries]
    return "\n".join([opening, *(" " * inner + item for item in body), " " * indent + closing])


def _inline(node: Node) -> str:
    match node:
        case Scalar(value=str() as text) | Choice(value=text):
            return quote(text)
        case Scalar(value=value):
            return repr(value).replace("e+", "e")  # black writes no plus
        case List():
            return "[" + ", ".join(_inline(item) for item in node.items) + "]"
        case Object() | Map():
            return "{" + ", ".join(key + _inline(value) for key, value in _entries(node)) + "}"
        case Parameter():
            raise NotImplementedError("deploy-time values")


def _entries(node: Node) -> list[tuple[str, Node]]:
    """The items of a container, each with the text that stands before its value."""
    match node:
        case Object(fields=fields):
            return [(f"{quote(field.name)}: ", field.value) for field in sorted(fields, key=_name)]
        case Map(entries=entries):
            return [(f"{quote(key)}: ", value) for key, value in sorted(entries, key=lambda entry: entry[0])]
        case List(items=items):
            return [("", item) for item in items]
    return []


def _name(field: Field) -> str:
    return field.name


def _columns(text: str) -> int:
    """Columns on a screen, as black counts them: wide characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def quote(text: str) -> str:
    """A string literal, in double quotes unless single ones need fewer escapes: ``it's`` as ``"it's"``."""
    body = repr(f'{text}"')[1:-2]  # the extra quote makes repr choose single quotes
    if text.count('"') > text.count("'"):
        return f"'{body}'"
    return '"' + body.replace("\\'", "'").replace('"', '\\"') + '"'


def comment(text: str) -> str:
    """Text on one line of a comment or docstring, where no quote, backslash or line break can end it."""
    return "".join(char if char.isprintable() and char not in '\\"' else "?" for char in text)


def _deployable(request: Request) -> Parts:
    return {"body": literal(request.body, "session_pool_envelope=", 8)}


def _documented(request: Request) -> Parts:
    return {
        "fileName": f"{naming.snake_case(request.example.name)}.py",
        "originalFile": request.example.original_file,
        "body": literal(request.body, "session_pool_envelope=", 8),
    }


TARGET = Target("python", "azure-mgmt-appcontainers 4.0.0", quote, comment, _deployable, _documented)
