"""Where secrets stand in the text of profiles and templates, by its looks alone: it need not be YAML, nor Jinja.

What cannot be read is shown in messages, too. So all is taken for secret that stands under a key ``secrets``, in a list
or a map, on one line or many, but keys and names; and all under the keys of values that a template puts there. In doubt
a text is secret.
"""

import difflib
import re
from collections.abc import Generator, Iterable, Iterator, Mapping

from generator import schemas

Span = tuple[int, int]
_LOOSE = r"[\w.-]*(?:password|passwd|pwd|apikey|api[_-]key|account[_-]?key|connection[_-]?string)"
_TAG = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
_CALL = re.compile(r"(?:secret|parameter)\(\s*(?:\"[^\"\n]*\"|'[^'\n]*')")
_LITERAL = re.compile(r"\"(?:[^\"\\]|\\.)*(?:\"|\Z)|'(?:[^'\\]|\\.|'')*(?:'|\Z)", re.DOTALL)
_COMMENT = re.compile(r"#(?![ \t]*poolgen:)[^\n]*")
_KEY = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w$.@/-]+)[ \t]*:(?=[\s\"'\[{|>&!*]|\Z)")
_NEXT = re.compile(r"([ \t]*)((?:-[ \t]+)*)(?:\{\{[^\n]*?\}\}|\"[\w $.-]+\"|'[\w $.-]+'|[\w$.-]+)[ \t]*:(?=\s|\Z)")
_NAME = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[\w.-]+")
_PLAIN_FLOW = re.compile(r"(?:(?![\]}]+[ \t]*(?:[,\n\]}]|\Z))(?!,\s*[\"'\w$-]+\s*:)[^\n])+")
_PLAIN = re.compile(r"[^\n]+")
_PATH = re.compile(r"(?<![\w.\"'])[A-Za-z_]\w*(?:\.\w+|\[\s*(?:\"[^\"\n]*\"|'[^'\n]*'|\d+)\s*\])*")
_WORD = re.compile(r"[\w-]{4,12}(?=[\"' \t]*:)")
_LOOSE_WORD = re.compile(r"(?<=[{,])((?:(?!:[ \t])[^,{}\[\]\n])+)(?=[,}])")
_STEP = re.compile(r"[\w-]+")
_BINDING = re.compile(
    r"\{%-?\s*(?:set\s+(?P<set>\w+)\s*=|for\s+(?P<for>[\w\s,]+?)\s+in\b)(?P<from>.*?)-?%\}", re.DOTALL
)
_INCLUDE = re.compile(r"\{%-?\s*include\s*[\"']([^\"'\n]+)")
_ALIAS = re.compile(r"(?<![\w*])\*([\w.-]+)")
_COMMON = frozenset(
    "values items keys for in if elif else endif endfor set loop not and or is name profile pool".split()
)
_COMMON |= {"location", "tags", "include", "secret", "parameter", "default", "description", "string", "lower", "upper"}


def secret_spans(text: str, names: Iterable[str] = (), whole: bool = False) -> list[Span]:
    """Where in a file's text secrets stand; ``names`` are more keys whose values are, ``whole`` says that all is."""
    found: list[Span] = []
    aliases: set[str] = set()
    for start, end, depth in [(0, len(text), 0)] if whole else areas(text, names):
        found += _scalars(text, start, end, depth)
        aliases.update(_ALIAS.findall(text, start, end))
    for name in aliases:
        for anchor in re.finditer(rf"&{re.escape(name)}(?![\w.-])", text):
            found += _scalars(text, anchor.end(), *_end(text, anchor.end(), anchor.start()))
    return found


def names_in(templates: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """The keys of values that templates put in the place of secrets, and the files that they include there."""
    used: set[str] = set()
    files: set[str] = set()
    for text in templates.values():
        files |= {name for start, end, _ in areas(text) for name in _INCLUDE.findall(text, start, end)}
    for name, text in templates.items():
        parts = [(0, len(text), 0)] if name.rpartition("/")[2] in files else areas(text)
        used |= {path for start, end, _ in parts for tag in _TAG.findall(text, start, end) for path in _paths(tag)}
    bindings = [match for text in templates.values() for match in _BINDING.finditer(text)]
    for _ in range(3):  # a variable of a variable of a variable
        roots = {re.split(r"[.\[]", path)[0] for path in used}
        for bound in bindings:
            if roots & set(_STEP.findall(bound["set"] or bound["for"])):
                used |= _paths(bound["from"])
    return {_key_of(path) for path in used if path.startswith("values")} - _COMMON - {""}, files


def missing(names: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether a key of a secret is in none of the texts, or an anchor is not: a slip has made something else of it."""
    texts = list(texts)
    keys = (re.compile(rf"(?<![\w-]){re.escape(name)}[\"']?[ \t]*:(?!\S)") for name in names)
    used = (
        (alias, text) for text in texts for start, end, _ in areas(text) for alias in _ALIAS.findall(text, start, end)
    )
    return any(not any(map(key.search, texts)) for key in keys) or any(
        not re.search(rf"&{re.escape(alias)}[ \t\n]", text) for alias, text in used
    )


def loose_words(text: str) -> set[str]:
    """What stands in the braces of a text where a key with a value should."""
    return {found[1].strip() for found in _LOOSE_WORD.finditer(text)}


def _key_of(path: str) -> str:
    """The key that a path ends in; of a name or value the one above."""
    steps = [step for step in _STEP.findall(path) if not step.isdigit()]
    return next((step for step in reversed(steps) if step not in ("name", "value")), "")


def _lists() -> set[str]:
    """The names of the lists whose items hold a secret, by any API version."""
    return {
        name
        for version in schemas.versions()
        for definition in schemas.load(version)["$defs"].values()
        for name, inner in definition.get("properties", {}).items()
        if _is_secret(version, inner)
    }


def _is_secret(version: str, schema: dict[str, object]) -> bool:
    items = schema.get("items", schema)
    _, definition = schemas.resolve(version, items if isinstance(items, dict) else {})
    return any(inner.get("x-ms-secret") for inner in definition.get("properties", {}).values())


def _paths(tag: str) -> set[str]:
    return {found[0] for found in _PATH.finditer(_CALL.sub("", tag))}


def areas(text: str, names: Iterable[str] = ()) -> Iterator[tuple[int, int, int]]:
    """From where to where secrets stand, under the key of their list or these names, and in how many brackets."""
    names = {*_lists(), *names}
    names |= {key for key in set(_WORD.findall(text)) if difflib.get_close_matches(key, _lists(), cutoff=0.75)}
    known = "|".join([_LOOSE, *(rf"(?-i:{re.escape(name)})" for name in sorted(names))])
    for key in re.finditer(rf"(?im)(?<![\w$.-])([\"']?)(?:{known})\1[ \t]*:(?=[\s\"'\[{{|>&!*]|\Z)", text):
        yield key.end(), *_end(text, key.end(), key.start())


def _end(text: str, start: int, key: int) -> tuple[int, int]:
    """Where the value of a key ends that stands at ``key``, and in how many brackets it is."""
    line = text.rfind("\n", 0, key) + 1
    before = _TAG.sub("", text[line:key])
    outer = max(before.count("{") + before.count("[") - before.count("}") - before.count("]"), 0)
    first = text.find("\n", start) % (len(text) + 1)
    opened = _balance(text, start, first)
    if outer and opened is not None:  # the brackets around the key end it
        return opened, outer
    indent, end = key - line, first
    while end < len(text):
        stop = text.find("\n", end + 1) % (len(text) + 1)
        next_key = _NEXT.match(text, end + 1, stop)
        if next_key and len(next_key[1]) <= indent - ("-" in next_key[2]):
            break
        end = stop
    return end, outer


def _balance(text: str, start: int, end: int) -> int | None:
    """Where a bracket closes that was opened before ``start``, or where the next entry of its map begins."""
    depth, index = 0, start
    while index < end:
        skip = _TAG.match(text, index) or (text[index] in "\"'" and _LITERAL.match(text, index))
        if skip:
            index = min(skip.end(), end)
            continue
        depth += (text[index] in "[{") - (text[index] in "]}")
        if depth < 0:
            return index
        if depth == 0 and re.compile(r",\s*[\"'\w$-]+[\"']?\s*:\s").match(text, index):
            return index
        index += 1
    return None


def _scalars(text: str, start: int, end: int, depth: int = 0) -> Iterator[Span]:
    """The scalars between two places that are no keys and no names."""
    index, after = start, "value" if start else ""
    while index < end:
        char = text[index]
        if char == "\n":
            index, after = index + 1, ""
            continue
        if char in " \t,-?|>&!*" and (char not in "-?&!*|>" or not after or char in "|>&!*"):
            word = re.compile(r"[&!*][\w./:!-]*|[|>][-+0-9]*(?=[ \t]*(?:#|\n|\Z))|-+(?=\s|\Z)|[ \t,?]").match(
                text, index
            )
            if word and not (char == "*" and f"&{word[0][1:]}" not in text):
                index, after = word.end(), "" if char == "," and depth > 0 else after
                if char in "|>":
                    index = yield from _block(text, index, end)
                continue
        if char in "[]{}" and not text.startswith(("{{", "{%", "{#"), index):
            depth += 1 if char in "[{" else -1
            index, after = index + 1, ""
            continue
        if tag := _TAG.match(text, index):
            harmless = _CALL.sub(lambda call: " " * len(call[0]), tag[0])
            yield from ((index + a, index + b) for a, b in _inner(_LITERAL.finditer(harmless)))
            index = tag.end()
            continue
        if call := _CALL.match(text, index):
            stop = (_PLAIN_FLOW if depth > 0 else _PLAIN).match(text, index)
            rest = text[call.end() : stop.end() if stop else call.end()]
            if not rest.startswith(")"):
                yield from ((call.end() + a, call.end() + b) for a, b in _inner(_LITERAL.finditer(rest)))
            elif rest.partition(")")[2].strip(" \t,]})"):
                yield call.end() + 1, call.end() + len(rest)
            index = call.end() + len(rest)
            continue
        if char == "#" and (comment := _COMMENT.match(text, index)):
            yield index + 1, comment.end()
            index = comment.end()
            continue
        if not after and (key := _KEY.match(text, index)):
            after = key[0].rstrip(" \t:").strip("\"'")
            index = key.end()
            continue
        if after in ("name", "$delete") and (name := _NAME.match(text, index)):
            index, after = name.end(), "-"
            continue
        if char in "\"'" and (quoted := _LITERAL.match(text, index)):
            yield from _inner([quoted], end)
            index, after = min(quoted.end(), end), "-"
            continue
        plain = (_PLAIN_FLOW if depth > 0 else _PLAIN).match(text, index, end)
        stop = plain.end() if plain else index + 1
        if inside := _TAG.search(text, index, stop):  # text with a tag in it: the text is a secret, the tag is not
            stop = max(inside.start(), index + 1)
        yield index, stop
        index, after = stop, "-"


def _block(text: str, index: int, end: int) -> Generator[Span, None, int]:
    """The lines of a block scalar whose header ends at an index; gives where it ends."""
    row = text[text.rfind("\n", 0, index) + 1 : index]
    indent = len(row) - len(row.lstrip(" -"))
    index = text.find("\n", index) % (len(text) + 1)
    while index < end:
        stop = text.find("\n", index + 1) % (len(text) + 1)
        row = text[index + 1 : stop]
        if row.strip() and len(row) - len(row.lstrip()) < indent + (not row.startswith(" ")):
            break
        yield stop - len(row.lstrip()), stop
        index = stop
    return index


def _inner(literals: Iterable[re.Match[str]], end: int | None = None) -> Iterator[Span]:
    """What stands between the quotes."""
    for literal in literals:
        text = literal[0]
        closed = len(text) > 1 and text[-1] == text[0]
        stop = literal.end() - closed
        yield literal.start() + 1, stop if end is None else min(stop, end)
