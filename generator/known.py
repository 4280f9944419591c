"""What a run knows to be secret: by the bodies that came of it, and by the looks of the files that it has read."""

import bisect
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.deferred import Ask, Deferred
from generator.masking import SHORT, Secrets
from generator.origins import Map, Origin, Seq, locate
from generator.secretnames import loose_words, missing, names_in
from generator.secretplaces import secret_places
from generator.secretsource import areas, secret_spans, without_tags

_PIECES = re.compile(r"[\s,:{}\[\]\"'#&*!|>%@`\\()=~]+")
_HARMLESS = frozenset({"secrets", "value", "values", "parameter", "secret", "default", "extends", "tags"})


def known(
    profiles: Mapping[str, str], templates: Mapping[str, str], requests: Iterable[Map], broken: Sequence[Origin] = ()
) -> Secrets:
    """The secrets of a run, of the texts of its files by their names in messages, and of its unchecked requests.

    ``broken`` are the places that keep a file from being read: rows there, in and beside secrets, are hidden whole.
    """
    names, included = names_in(templates)
    whole = {file for file in templates if file.rpartition("/")[2] in included}
    found = _Found()
    for request in requests:
        for path, value in secret_places(request, request.get("api-version"), beside=True):
            for text, at in _texts(value, locate(request, path)):
                found.value(text, at)
    rows = {file: text.split("\n") for file, text in {**profiles, **templates}.items()}
    texts = {file: without_tags(text) for file, text in profiles.items()} | dict(templates)
    for file, text in texts.items():
        for line, start, stop in found_in(text, names, file in whole):
            secret = rows[file][line - 1][start:stop].strip()
            found.add(file, line, (start, stop), [secret, *secret.split(",")])
    lost = bool(broken) and missing(names, profiles.values())
    for text in profiles.values() if lost else ():
        found.texts |= loose_words(text)
    for file in dict.fromkeys(at.file for at in broken if at.file in texts):
        last = len(rows[file])
        near = range(last + 1) if file in whole or (lost and file in profiles) else _near(texts[file], names)
        for line in {at.line for at in broken if at.file == file and at.line in near and at.line <= last}:
            row = rows[file][line - 1]
            pieces = {piece for piece in _PIECES.split(row) if len(piece) > SHORT}
            found.add(file, line, (0, len(row)), {row.strip(), *pieces} - _HARMLESS)
    return found.secrets(names)


class _Found:
    """Texts and places, as they are found."""

    def __init__(self) -> None:
        self.texts: set[str] = set()
        self.places: dict[tuple[str, int], set[tuple[int, int]]] = {}

    def add(self, file: str, line: int, span: tuple[int, int], texts: Iterable[str]) -> None:
        """A place, and what is not to be shown wherever it stands."""
        self.texts.update(texts)
        self.places.setdefault((file, line), set()).add(span)

    def value(self, text: str, at: Origin) -> None:
        """A value and its place, where it is no expression's."""
        self.texts.add(text)
        if at.text and not at.text.startswith("{{"):
            self.add(at.file, at.line, (at.column - 1, at.column - 1 + len(at.text)), ())

    def secrets(self, names: Iterable[str]) -> Secrets:
        """All of it; ``names`` are the keys of secrets."""
        places = {place: tuple(sorted(spans)) for place, spans in self.places.items()}
        return Secrets(frozenset(self.texts), places, frozenset(names))


def _near(text: str, names: Iterable[str]) -> Container[int]:
    """The lines where secrets stand in a text, and those next to them."""
    spans = ((text.count("\n", 0, start), text.count("\n", 0, end) + 2) for start, end, _ in areas(text, names))
    return {line for first, last in spans for line in range(first, last + 1)}


def found_in(text: str, names: Iterable[str] = (), whole: bool = False) -> Iterator[tuple[int, int, int]]:
    """What looks secret in a file: on which lines, from 1, and from where to where in them."""
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for start, end in secret_spans(text, names, whole):
        line = bisect.bisect_right(starts, start)
        first = start - starts[line - 1]
        for number, row in enumerate(text[start:end].split("\n")):
            yield line + number, first, first + len(row)
            first = 0


def _texts(value: Any, at: Origin) -> Iterator[tuple[str, Origin]]:
    """The texts of all that stands where a secret should. What is known only at deploy time is none, its default is."""
    match value:
        case Map():
            for key, item in value.items():
                yield from _texts(item, value.at[key])
        case Seq():
            for index, item in enumerate(value):
                yield from _texts(item, value.at[index])
        case Deferred(parts=parts):
            secure = any(isinstance(part, Ask) and part.secure for part in parts)
            given = [part.default if isinstance(part, Ask) else part for part in parts]
            yield from ((str(text), at) for text in given if text is not None and not secure)
        case str() if value:
            yield value, at
        case int() | float() if not isinstance(value, bool):
            yield from ((text, at) for text in {str(value), at.text})
