"""Which values of profiles templates put in the place of secrets: by the looks of the templates, read or not."""

import re
from collections.abc import Iterable, Mapping

from generator.secretscalars import CALL, TAG
from generator.secretsource import ALIAS, areas

_PATH = re.compile(r"(?<![\w.\"'])[A-Za-z_]\w*(?:\.\w+|\[\s*(?:\"[^\"\n]*\"|'[^'\n]*'|\d+)\s*\])*")
_LOOSE_WORD = re.compile(r"(?<=[{,])((?:(?!:[ \t])[^,{}\[\]])+)(?=[,}])")
_STEP = re.compile(r"[\w-]+")
_INCLUDE = re.compile(r"\{%-?\s*include\s*[\"']([^\"'\n]+)")
_BINDING = re.compile(
    r"\{%-?\s*(?:set\s+(?P<set>\w+)\s*=|for\s+(?P<for>[\w\s,]+?)\s+in\b)(?P<from>.*?)-?%\}", re.DOTALL
)


def names_in(templates: Mapping[str, str]) -> tuple[set[str], set[str]]:
    """The keys of values that templates put in the place of secrets, and the files that they include there."""
    used: set[str] = set()
    files: set[str] = set()
    for text in templates.values():
        files |= {name for start, end, _ in areas(text) for name in _INCLUDE.findall(text, start, end)}
    for name, text in templates.items():
        parts = [(0, len(text), 0)] if name.rpartition("/")[2] in files else areas(text)
        used |= {path for start, end, _ in parts for tag in TAG.findall(text, start, end) for path in _paths(tag)}
    bindings = [match for text in templates.values() for match in _BINDING.finditer(text)]
    for _ in range(3):  # a variable of a variable of a variable
        roots = {re.split(r"[.\[]", path)[0] for path in used}
        for bound in bindings:
            if roots & set(_STEP.findall(bound["set"] or bound["for"])):
                used |= _paths(bound["from"])
    return {_key_of(path) for path in used if path.startswith("values")} - {"", "values"}, files


def missing(names: Iterable[str], texts: Iterable[str]) -> bool:
    """Whether a key of a secret is in none of the texts, or an anchor is not: a slip has made something else of it."""
    texts = list(texts)
    keys = (re.compile(rf"(?<![\w-]){re.escape(name)}[\"']?[ \t]*:(?!\S)") for name in names)
    used = (
        (alias, text) for text in texts for start, end, _ in areas(text) for alias in ALIAS.findall(text, start, end)
    )
    return any(not any(map(key.search, texts)) for key in keys) or any(
        not re.search(rf"&{re.escape(alias)}[ \t\n]", text) for alias, text in used
    )


def loose_words(text: str) -> set[str]:
    """What stands in the braces of a text where a key with a value should."""
    return {" ".join(found[1].split()) for found in _LOOSE_WORD.finditer(text)}


def _key_of(path: str) -> str:
    """The key that a path ends in; of a name or value the one above."""
    steps = [step for step in _STEP.findall(path) if not step.isdigit()]
    return next((step for step in reversed(steps) if step not in ("name", "value")), "")


def _paths(tag: str) -> set[str]:
    return {found[0] for found in _PATH.finditer(CALL.sub("", tag))}
