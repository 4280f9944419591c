"""REST: the Microsoft.App/sessionPools API itself, as requests for the HTTP clients of editors and as a body alone."""

from urllib.parse import quote as percent_encode

from generator.codemodel import Node
from generator.layout.json import dumps
from generator.targets import Code, Parts, Request, Target
from generator.walk import plain


def literal(node: Node) -> Code:
    """A node as JSON, in the body's own order."""
    return Code(dumps(plain(node)))


def message(node: Node) -> Code:
    """A node as JSON in which HTTP clients find nothing of their own.

    They replace ``{{x}}`` anywhere. All else that means something to them (``#``, ``//``, ``###``, ``<``, ``>``, ``@``)
    does so at the start of a line alone, where indented JSON has only blanks, quotes, brackets, digits and t, f, n.
    """
    return Code(literal(node).replace("{{", "{\\u007b"))


def quote(text: str) -> str:
    """A string as JSON."""
    return dumps(text)


def segment(text: str) -> str:
    """Text as one segment of a path, where every character but a letter, a digit and ``-._~`` is percent-encoded."""
    return percent_encode(text, safe="")


def comment(text: str) -> str:
    """Text on one line of a comment, where no line break can end it and no client finds a variable."""
    return "".join(char if char.isprintable() and char not in "{}" else "?" for char in text)


def _deployable(request: Request) -> Parts:
    return {"body": literal(request.body), "message": message(request.body)}


def _documented(request: Request) -> Parts:
    responses = {status: plain(body) for status, body in request.example.responses}
    return {"body": literal(request.body), "responses": Code(dumps(responses))}


TARGET = Target(
    "rest", "Microsoft.App/sessionPools REST API", quote, comment, _deployable, _documented, {"segment": segment}
)
