"""Where secrets stand in the text of profiles and templates, by its looks alone: it need not be YAML, nor Jinja.

What cannot be read is shown in messages, too. So all is taken for secret that stands under a key ``secrets``, in a list
or a map, on one line or many, but keys and names; and all under the keys of values that a template puts there. In doubt
a text is secret.
"""

import difflib
import functools
import re
from collections.abc import Iterable, Iterator

from generator import schemas
from generator.secretscalars import LITERAL, TAG, Span, line_end, scalars

_LOOSE = r"[\w.-]*(?:password|passwd|pwd|apikey|api[_-]key|account[_-]?key|connection[_-]?string)"
_NEXT = re.compile(r"([ \t]*)((?:-[ \t]+)*)(\{\{[^\n]*?\}\}|\"[\w $.-]+\"|'[\w $.-]+'|[\w$.-]+)[ \t]*:(?=\s|\Z)")
_WORD = re.compile(r"[\w-]{4,12}(?=[\"' \t]*:)")
_ENTRY = re.compile(r",\s*[\"'\w$-]+[\"']?\s*:\s")
_BRACES = re.compile(r"\{[{%#]")
_FAR = 2000  # characters of a line are looked at for the brackets around a key
ALIAS = re.compile(r"(?<![\w*])\*([\w.-]+)")


def secret_spans(text: str, names: Iterable[str] = (), whole: bool = False) -> list[Span]:
    """Where in a file's text secrets stand; ``names`` are more keys whose values are, ``whole`` says that all is."""
    found: list[Span] = []
    aliases: set[str] = set()
    for start, end, depth in [(0, len(text), 0)] if whole else areas(text, names):
        found += scalars(text, start, end, depth)
        aliases.update(ALIAS.findall(text, start, end))
    for name in aliases:
        for anchor in re.finditer(rf"&{re.escape(name)}(?![\w.-])", text):
            found += scalars(text, anchor.end(), *_end(text, anchor.end(), anchor.start()))
    return found


@functools.cache
def _lists() -> frozenset[str]:
    """The names of the lists whose items hold a secret, by any API version."""
    return frozenset(name for version, name, inner in _all() if _is_secret(version, inner))


@functools.cache
def _secrets() -> frozenset[str]:
    """The names of properties that are secret themselves."""
    return frozenset(name for _, name, inner in _all() if inner.get("x-ms-secret"))


@functools.cache
def _properties() -> frozenset[str]:
    """The names of all properties of the API."""
    return frozenset(name for _, name, _ in _all())


def _all() -> Iterator[tuple[str, str, dict[str, object]]]:
    for version in schemas.versions():
        for definition in schemas.load(version)["$defs"].values():
            yield from ((version, name, inner) for name, inner in definition.get("properties", {}).items())


def _is_secret(version: str, schema: dict[str, object]) -> bool:
    items = schema.get("items", schema)
    _, definition = schemas.resolve(version, items if isinstance(items, dict) else {})
    return any(inner.get("x-ms-secret") for inner in definition.get("properties", {}).values())


def without_tags(text: str) -> str:
    """The text of a profile, where braces begin no expression: nothing else stands at another place in it."""
    return _BRACES.sub("{_", text)


def areas(text: str, names: Iterable[str] = ()) -> Iterator[tuple[int, int, int]]:
    """From where to where secrets stand, under the key of their list or these names, and in how many brackets."""
    names = {*_lists(), *names}
    odd = set(_WORD.findall(text)) - _properties()
    names |= {key for key in odd if difflib.get_close_matches(key, _lists(), cutoff=0.75)}  # misspelt
    known = "|".join([_LOOSE, *(rf"(?-i:{re.escape(name)})" for name in sorted(names))])
    done = 0
    for key in re.finditer(rf"(?im)(?<![\w$.-])([\"']?)(?:{known})\1[ \t]*:(?=[\s\"'\[{{|>&!*]|\Z)", text):
        if key.start() >= done:
            done, depth = _end(text, key.end(), key.start())
            yield key.end(), done, depth


def _end(text: str, start: int, key: int) -> tuple[int, int]:
    """Where the value of a key ends that stands at ``key``, and in how many brackets it is."""
    line = text.rfind("\n", 0, key) + 1
    before = TAG.sub("", text[max(line, key - _FAR) : key])
    outer = max(before.count("{") + before.count("[") - before.count("}") - before.count("]"), 0)
    first = line_end(text, start)
    opened = _balance(text, start, first)
    if outer and opened is not None:  # the brackets around the key end it
        return opened, outer
    indent, end = key - line, first
    while end < len(text):
        stop = line_end(text, end + 1)
        next_key = _NEXT.match(text, end + 1, stop)
        ends = next_key and len(next_key[1]) <= indent - ("-" in next_key[2])
        if next_key and ends and next_key[3].strip("\"'") not in _secrets():  # which is out of its place, then
            break
        end = stop
    return end, outer


def _balance(text: str, start: int, end: int) -> int | None:
    """Where a bracket closes that was opened before ``start``, or where the next entry of its map begins."""
    depth, index = 0, start
    while index < end:
        skip = TAG.match(text, index) or (text[index] in "\"'" and LITERAL.match(text, index))
        if skip:
            index = min(skip.end(), end)
            continue
        depth += (text[index] in "[{") - (text[index] in "]}")
        if depth < 0:
            return index
        if depth == 0 and _ENTRY.match(text, index):
            return index
        index += 1
    return None
