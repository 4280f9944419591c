"""From an exception out of Jinja to what a user reads: the sentence, a hint, and the place in the template."""

import re
import traceback
from collections.abc import Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.parser import Parser

from generator.budget import Wrong
from generator.deferred import Undecided
from generator.errors import nearest
from generator.filters import FILTERS
from generator.instrument import Site
from generator.lexing import MAX_BLOCKS, Lexed, Place
from generator.sandbox import NoSuch


def blame(error: Exception, name: str, templates: Mapping[str, Lexed]) -> tuple[str, str, Site]:
    """What went wrong in a template: the sentence, a hint, and where; ``name`` is the template that was begun with."""
    template, line, included = name, 1, 0
    place: Place | None = None
    names: Mapping[str, Any] = {}
    for frame, number in traceback.walk_tb(error.__traceback__):
        code = frame.f_code.co_filename
        if code in templates:  # Jinja makes such frames, with the names that the template sees there
            template, line, names, place = code, number, frame.f_locals, None
            included += 1
        elif isinstance(error, RecursionError):  # in Jinja's parser or compiler, where the tree is too deep
            place = _place_in(frame.f_locals) or place
    if isinstance(error, jinja2.TemplateSyntaxError):
        template, line = error.name or name, error.lineno
        place = line if isinstance(line, Place) else None
    says, hint, fault = _in_words(error, included)
    if isinstance(error, NoSuch):
        hint = nearest(error.name, map(str, names if error.known is None else error.known))
    return says, hint, _site(template, place or line, fault, templates.get(template))


def _site(template: str, line: int, fault: str, lexed: Lexed | None) -> Site:
    """The name at fault where it is there; else the place; else the only tag of the line, or the line."""
    found = lexed.place_of(fault, line) if lexed and fault else None
    if found:
        return Site(template, found, found.column, fault)
    if isinstance(line, Place):
        return Site(template, line, line.column)
    tag = lexed.only_tag(line) if lexed else None
    return Site(template, line, tag.place.column, tag.text) if tag else Site(template, line)


def _place_in(names: Mapping[str, Any]) -> Place | None:
    """Where Jinja's parser or compiler was, by the names of one of its functions."""
    me, node = names.get("self"), names.get("node")
    line = me.stream.current.lineno if isinstance(me, Parser) else node.lineno if isinstance(node, nodes.Node) else None
    return line if isinstance(line, Place) else None


def _in_words(error: Exception, included: int) -> tuple[str, str, str]:
    """What an error says, a hint, and the name at fault. Python's own words are no help to who writes a template."""
    match error:
        case Wrong():
            return error.says, error.hint, error.name
        case Undecided():
            hint = "a template can place it, alone or among text, but not look at it"
            return f"{error} is known only at deploy time", hint, ""
        case jinja2.TemplateNotFound():
            return "there is nothing to include", "", str(error.name)
        case jinja2.TemplateError():
            says = error.message or "this is not a template"
            named = re.search(r"'([^']+)'", says)
            fault = named[1] if named else ""
            return says, nearest(fault, FILTERS) if says.startswith("No filter") else "", fault
        case RecursionError() if included > MAX_BLOCKS:
            return "templates include each other without end", "", ""
        case RecursionError() | SyntaxError() | MemoryError():
            return "nested too deep", "", ""
        case ZeroDivisionError():
            return "division by zero", "", ""
        case ValueError() | TypeError() if "unpack" in str(error):
            return "there are not as many items as names on the left", "", ""
    return "this cannot be worked out", "", ""
