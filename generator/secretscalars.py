"""The scalars in a part of a file that are no keys and no names, by their looks: it need be neither YAML nor Jinja.

In doubt something is a scalar: what is found here is hidden.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]
TAG = re.compile(r"\{\{.*?(?:\}\}|\Z)|\{%.*?(?:%\}|\Z)|\{#.*?(?:#\}|\Z)", re.DOTALL)
CALL = re.compile(r"(?:secret|parameter)\(\s*(?:\"[^\"\n]*\"|'[^'\n]*')")  # a name for deploy time, and no secret
LITERAL = re.compile(r"\"(?:[^\"\\]|\\.)*(?:\"|\Z)|'(?:[^'\\]|\\.|'')*(?:'|\Z)", re.DOTALL)
KEY = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w$.@/-]+)[ \t]*:(?=[\s\"'\[{|>&!*]|\Z)")
_SIGN = re.compile(r"[&!*][\w./:!-]*|[|>][-+0-9]*(?=[ \t]*(?:#|\n|\Z))|-+(?=\s|\Z)|[ \t,?]")
_COMMENT = re.compile(r"#(?![ \t]*poolgen:)[^\n]*")
_NAME = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[\w.-]+")
_PLAIN_FLOW = re.compile(r"(?:(?![\]}]+[ \t]*(?:[,\n\]}]|\Z))(?!,\s*[\"'\w$-]+\s*:)[^\n])+")
_PLAIN = re.compile(r"[^\n]+")
_NAMES = ("name", "$delete")


def scalars(text: str, start: int, end: int, depth: int = 0) -> Iterator[Span]:
    """From where to where each stands between two places; ``depth`` is how many brackets are open at the first."""
    return _Scan(text, start, end, depth).spans()


class _Scan:
    """A place in a text, with the brackets that are open there; ``after`` is the key whose value comes next."""

    def __init__(self, text: str, start: int, end: int, depth: int) -> None:
        self.text = text
        self.index = start
        self.end = end
        self.depth = depth
        self.after = "value" if start else ""

    def spans(self) -> Iterator[Span]:
        """Take what stands at the place, until the end; each step moves on where it takes something."""
        steps = (self._sign, self._bracket, self._tag, self._call, self._comment, self._key, self._quoted, self._plain)
        while self.index < self.end:
            for step in steps:
                before = self.index
                yield from step()
                if self.index > before:
                    break

    def _moved(self, index: int, after: str) -> None:
        self.index, self.after = min(index, self.end), after

    def _sign(self) -> Sequence[Span]:
        """Blanks and line ends, dashes, commas, anchors, aliases and tags, and block scalars."""
        char = self.text[self.index]
        if char == "\n":
            self._moved(self.index + 1, "")
        elif (sign := _SIGN.match(self.text, self.index)) and not (self.after and char in "-?"):
            if char == "*" and f"&{sign[0][1:]}" not in self.text:
                return ()
            self._moved(sign.end(), "" if char == "," and self.depth > 0 else self.after)
            if char in "|>":
                return self._block()
        return ()

    def _bracket(self) -> Sequence[Span]:
        char = self.text[self.index]
        if char in "[]{}" and not self.text.startswith(("{{", "{%", "{#"), self.index):
            self.depth += 1 if char in "[{" else -1
            self._moved(self.index + 1, "")
        return ()

    def _tag(self) -> Sequence[Span]:
        """A template's expression holds no secret but in quotes."""
        tag = TAG.match(self.text, self.index)
        if not tag:
            return ()
        bare = CALL.sub(lambda call: " " * len(call[0]), tag[0])
        self._moved(tag.end(), self.after)
        return _inner(LITERAL.finditer(bare), tag.start())

    def _call(self) -> Sequence[Span]:
        """What asks for a value holds none but a default, and what a slip has put behind it."""
        call = CALL.match(self.text, self.index)
        if not call:
            return ()
        all_ = (_PLAIN_FLOW if self.depth > 0 else _PLAIN).match(self.text, self.index, self.end)
        rest = self.text[call.end() : all_.end() if all_ else call.end()]
        self._moved(call.end() + len(rest), "-")
        if not rest.startswith(")"):
            return _inner(LITERAL.finditer(rest), call.end())
        return [(call.end() + 1, call.end() + len(rest))] if rest[1:].strip(" \t,]})") else ()

    def _comment(self) -> Sequence[Span]:
        comment = _COMMENT.match(self.text, self.index, self.end)
        if not comment:
            return ()
        self._moved(comment.end(), self.after)
        return [(comment.start() + 1, comment.end())]

    def _key(self) -> Sequence[Span]:
        """A key, and the value of one that is a name."""
        if not self.after and (key := KEY.match(self.text, self.index, self.end)):
            self._moved(key.end(), key[0].rstrip(" \t:").strip("\"'"))
        elif self.after in _NAMES and (name := _NAME.match(self.text, self.index, self.end)):
            self._moved(name.end(), "-")
        return ()

    def _quoted(self) -> Sequence[Span]:
        quoted = LITERAL.match(self.text, self.index)
        if not quoted:
            return ()
        self._moved(quoted.end(), "-")
        return [(start, min(stop, self.end)) for start, stop in _inner([quoted])]

    def _plain(self) -> Sequence[Span]:
        """Anything else: to the end of the line or the entry, or to a tag in it."""
        start = self.index
        plain = (_PLAIN_FLOW if self.depth > 0 else _PLAIN).match(self.text, start, self.end)
        stop = plain.end() if plain else start + 1
        if tag := TAG.search(self.text, start, stop):
            stop = max(tag.start(), start + 1)
        self._moved(stop, "-")
        return [(start, stop)]

    def _block(self) -> Sequence[Span]:
        """The lines of a block scalar, whose header ends here."""
        spans = []
        row = self.text[self.text.rfind("\n", 0, self.index) + 1 : self.index]
        indent = len(row) - len(row.lstrip(" -"))
        end = line_end(self.text, self.index)
        while end < self.end:
            stop = line_end(self.text, end + 1)
            row = self.text[end + 1 : stop]
            if row.strip() and len(row) - len(row.lstrip()) <= indent and KEY.match(row.lstrip(" -")):
                break
            spans.append((stop - len(row.lstrip()), stop))
            end = stop
        self._moved(end, "-")
        return spans


def line_end(text: str, index: int) -> int:
    """Where the line ends that an index is in."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end


def _inner(literals: Iterable[re.Match[str]], offset: int = 0) -> list[Span]:
    """What stands between the quotes."""
    spans = []
    for literal in literals:
        closed = len(literal[0]) > 1 and literal[0][-1] == literal[0][0]
        spans.append((offset + literal.start() + 1, offset + literal.end() - closed))
    return spans
