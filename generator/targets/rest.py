"""REST: the Microsoft.App/sessionPools API itself, as requests for the HTTP clients of editors and as a body alone."""

import re
from typing import Any
from urllib.parse import quote as percent_encode

from generator.codemodel import Key, List, Map, Node, Object, Parameter, Text
from generator.layout.json import Spelled, dumps
from generator.targets import Code, Parts, Request, Target
from generator.variables import Variable, Variables, variables
from generator.walk import plain

# What no variable may be called: our own, and what httpyac keeps for itself, which reads `{{x}}` as JavaScript.
TAKEN = (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for "
    "function if implements import in instanceof interface let new null package private protected public return static "
    "super switch this throw true try typeof var void while with yield httpFile httpRegion request sleep test token"
)
# What every client reads back unchanged behind `@x =`: one takes a backslash for an escape, another drops quotes.
_PLAIN = re.compile(r"[\w.:/@+,=-]+(?: [\w.:/@+,=-]+)*", re.ASCII)


def literal(node: Node) -> Code:
    """A node as JSON, in the body's own order."""
    return Code(dumps(plain(node)))


def message(node: Node, known: Variables) -> Code:
    """A node as JSON in which HTTP clients find nothing of their own but the variables that it has.

    They replace ``{{x}}`` anywhere. All else that means something to them (``#``, ``//``, ``###``, ``<``, ``>``, ``@``)
    does so at the start of a line alone, where indented JSON has only blanks, quotes, brackets, digits and t, f, n.
    """
    return Code(dumps(_spelled(node, known)))


def _spelled(node: Node, known: Variables) -> Any:
    match node:
        case Parameter(name=name, kind="int32" | "double"):
            return Spelled(f"{{{{{known[name].name}}}}}")
        case Parameter() | Text():
            return _text(node, known)
        case List(items=items):
            return [_spelled(item, known) for item in items]
        case Map(entries=entries):
            return {_text(key, known): _spelled(value, known) for key, value in entries}
        case Object(fields=fields):
            return {_text(field.name, known): _spelled(field.value, known) for field in fields}
    value = plain(node)
    return _text(value, known) if isinstance(value, str) else value


def _text(text: Key, known: Variables) -> Spelled:
    """Text as JSON, variables in it as ``{{x}}``; no brace of its own stands beside those of a variable."""
    parts = text.parts if isinstance(text, Text) else (text,)
    spelled = [
        quote(part)[1:-1].replace("{{", "{\\u007b") if isinstance(part, str) else f"{{{{{known[part.name].name}}}}}"
        for part in parts
    ]
    for index, part in enumerate(parts):
        if isinstance(part, str) and index + 1 < len(parts) and spelled[index].endswith("{"):
            spelled[index] = spelled[index][:-1] + "\\u007b"
        if isinstance(part, str) and index and spelled[index].startswith("}"):
            spelled[index] = "\\u007d" + spelled[index][1:]
    return Spelled(f'"{"".join(spelled)}"')


def quote(text: str) -> str:
    """A string as JSON."""
    return dumps(text)


def segment(text: str) -> str:
    """Text as one segment of a path, where every character but a letter, a digit and ``-._~`` is percent-encoded."""
    return percent_encode(text, safe="")


def comment(text: str) -> str:
    """Text on one line of a comment, where no line break can end it and no client finds a variable."""
    return "".join(char if char.isprintable() and char not in "{}" else "?" for char in text)


def _wanted(variable: Variable) -> str:
    """What a comment says of a variable that the user has to set. A default in it can be copied."""
    if variable.default is None:
        return comment(f"{variable.name}: {variable.says}")
    default = quote(variable.default)[1:-1].replace("{", "\\u007b").replace("}", "\\u007d")
    return f"{comment(f'{variable.name}: {variable.says}'.removesuffix('.'))}; by default {default or 'nothing'}"


def _deployable(request: Request) -> Parts:
    known = variables(request.body, str, TAKEN, "Value")
    given = [variable for variable in known.values() if _PLAIN.fullmatch(variable.default or "")]
    spelled = message(request.body, known)
    return {
        "wanted": [Code(_wanted(variable)) for variable in known.values() if variable not in given],
        "given": [Code(f"@{variable.name} = {variable.default}") for variable in given],
        "body": spelled if known else literal(request.body),
        "message": spelled,
    }


def _documented(request: Request) -> Parts:
    responses = {status: plain(body) for status, body in request.example.responses}
    return {"body": literal(request.body), "responses": Code(dumps(responses))}


TARGET = Target(
    "rest", "Microsoft.App/sessionPools REST API", quote, comment, _deployable, _documented, {"segment": segment}
)
