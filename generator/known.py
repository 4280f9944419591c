"""What a run knows to be secret: by the bodies that came of it, and by the looks of the files that it has read."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.deferred import Ask, Deferred
from generator.masking import Secrets
from generator.origins import Map, Origin, Seq, locate
from generator.secretplaces import secret_places
from generator.secretsource import names_in, secret_spans


def known(profiles: Mapping[str, str], templates: Mapping[str, str], requests: Iterable[Map]) -> Secrets:
    """The secrets of a run, of the texts of its files by their names in messages, and of its unchecked requests."""
    texts: set[str] = set()
    places: dict[tuple[str, int], set[tuple[int, int]]] = {}
    for request in requests:
        for path, value in secret_places(request, request.get("api-version"), beside=True):
            for text, at in _texts(value, locate(request, path)):
                texts.add(text)
                if at.text and not at.text.startswith("{{"):
                    places.setdefault((at.file, at.line), set()).add((at.column - 1, at.column - 1 + len(at.text)))
    names, included = names_in(templates)
    for file, text in {**profiles, **templates}.items():
        for line, span, secret in found_in(text, names, file.rpartition("/")[2] in included and file in templates):
            texts.add(secret)
            places.setdefault((file, line), set()).add(span)
    return Secrets(frozenset(texts), {place: tuple(sorted(spans)) for place, spans in places.items()}, frozenset(names))


def found_in(text: str, names: Iterable[str] = (), whole: bool = False) -> Iterator[tuple[int, tuple[int, int], str]]:
    """What looks secret in a file by its place: line, from 1, columns in it, and what stands there."""
    for start, end in secret_spans(text, names, whole):
        line, first = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start) - 1
        for number, row in enumerate(text[start:end].split("\n")):
            yield line + number, (first, first + len(row)), row.strip()
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
