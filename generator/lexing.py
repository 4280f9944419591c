"""A template's tokens, each with its exact line and column, and lines of nothing but statements taken out.

Jinja's own lexer finds the tokens, so comments and ``raw`` are what they are to Jinja. Its line numbers are replaced by
``Place``, a number that also knows the column: all nodes of the tree have it from there.
"""

import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

STATEMENTS = ("if", "for", "set", "with", "include", "raw")
MAX_TOKENS = 30_000
MAX_BLOCKS = 16  # Python, which Jinja compiles to, has 20
MAX_ELIFS = 200  # to Python's compiler each is nested in the one before
MAX_BRACKETS = 24  # Jinja's parser takes 13 calls for each

_INNER = ("elif", "else", "endif", "endfor", "endwith", "endset")  # endset: Instrument refuses its beginning
_NUMBERS = ("integer", "float")


class Place(int):
    """A line, from 1, that knows the column, from 1."""

    column: int = 1


class Tag(NamedTuple):
    """A ``{{ }}`` or ``{% %}``: where it starts, and its text as far as it stands on that line."""

    place: Place
    text: str
    is_value: bool


class Word(NamedTuple):
    """A name, number or text in an expression, and the tag it stands in."""

    text: str
    place: Place
    tag: Place


class Lexed:
    """The ``tokens`` of a template as Jinja takes them, its ``tags`` and its ``words``. Raises TemplateSyntaxError."""

    def __init__(self, source: str, tokens: Iterable[tuple[int, str, str]], name: str) -> None:
        self.tags: list[Tag] = []
        self.words: list[Word] = []
        self._rows = source.split("\n")
        self._name = name
        self._open: list[str] = []
        self._blocks = 0
        self._elifs = 0
        text_rows: set[int] = set()
        tag_rows: set[int] = set()
        found = list(self._found(source, tokens))
        in_value = False
        before = ""
        for place, kind, text in found:
            in_value = (in_value or kind == "variable_begin") and kind != "variable_end"
            if kind == "data":
                text_rows |= {place + i for i, row in enumerate(text.split("\n")) if row.strip(" \t")}
            elif in_value or kind == "variable_end":
                text_rows.add(place)
            else:
                tag_rows |= set(range(place, place + text.rstrip().count("\n") + 1))
            if kind in ("variable_begin", "block_begin"):
                self._tag(place, kind == "variable_begin")
            elif kind not in ("data", "comment", "whitespace"):
                self._expression(place, kind, text, before)
            before = kind if kind != "whitespace" else before
        self.tokens = list(_whole_lines(found, tag_rows - text_rows))

    def place_of(self, text: str, line: int) -> Place | None:
        """Where a word stands on a line, or in what begins on it."""
        return next((word.place for word in self.words if word.text == text and line in (word.place, word.tag)), None)

    def only_tag(self, line: int) -> Tag | None:
        """The tag that begins on a line, if it is one."""
        tags = [tag for tag in self.tags if tag.place == line]
        return tags[0] if len(tags) == 1 else None

    def _found(self, source: str, tokens: Iterable[tuple[int, str, str]]) -> Iterator[tuple[Place, str, str]]:
        position = row = 0
        line = count = 1
        try:
            for _, kind, text in tokens:
                start = position
                position = source.index(text, start)  # behind blanks that a '-' took away
                end = position + len(text)
                if newlines := source.count("\n", start, position):
                    line, row = line + newlines, source.rfind("\n", start, position) + 1
                yield _place(line, position - row + 1), kind, text
                if newlines := source.count("\n", position, end):
                    line, row = line + newlines, source.rfind("\n", position, end) + 1
                position = end
                count += kind not in ("data", "whitespace")
                if count > MAX_TOKENS:
                    raise self._error(f"a template has at most {MAX_TOKENS:,} words and signs", _place(line, 1))
        except TemplateSyntaxError as error:
            if not isinstance(error.lineno, Place):  # Jinja's: it does not know the column
                says = re.sub(r" at \d+$", "", error.message or "")
                raise self._error(says, _place(line, position - row + 1)) from None
            raise

    def _tag(self, place: Place, is_value: bool) -> None:
        text = self._rows[place - 1][place.column - 1 :]
        end = text.find("}}" if is_value else "%}")
        self.tags.append(Tag(place, text[: end + 2 if end > 0 else None], is_value))

    def _expression(self, place: Place, kind: str, text: str, before: str) -> None:
        if kind == "variable_end":  # braces may stand inside: only here is it sure where it ends
            tag = self.tags[-1]
            if tag.place == place:
                end = place.column - 1 + len(text.rstrip())
                self.tags[-1] = tag._replace(text=self._rows[place - 1][tag.place.column - 1 : end])
        elif kind == "name" and before == "block_begin":
            self._statement(text)
        elif kind == "operator":
            if text in "([{":
                self._open.append(text)
                if len(self._open) > MAX_BRACKETS:
                    raise self._error("nested too deep", place)
            elif text in ")]}" and self._open:
                self._open.pop()
        elif kind in ("name", "string", *_NUMBERS):
            if kind in _NUMBERS and (len(text) > 70 or (kind == "float" and math.isinf(float(text.replace("_", ""))))):
                raise self._error("a number is too large", place)
            quoted = kind == "string"
            at = _place(place, place.column + 1) if quoted else place
            self.words.append(Word(text[1:-1] if quoted else text, at, self.tags[-1].place))

    def _statement(self, name: str) -> None:
        if name not in (*STATEMENTS, *_INNER):
            said = f"{', '.join(STATEMENTS[:-1])} and {STATEMENTS[-1]}"
            raise self._error(f"a pool template cannot use {{% {name} %}}; there are {said}", self.tags[-1].place)
        self._blocks += (name in ("if", "for", "with")) - (name in ("endif", "endfor", "endwith"))
        self._elifs += name == "elif"
        if self._blocks > MAX_BLOCKS or self._elifs > MAX_ELIFS:
            raise self._error("nested too deep", self.tags[-1].place)

    def _error(self, says: str, place: Place) -> TemplateSyntaxError:
        return TemplateSyntaxError(says, place, self._name)


def _place(line: int, column: int) -> Place:
    place = Place(line)
    place.column = column
    return place


def _whole_lines(tokens: list[tuple[Place, str, str]], alone: set[int]) -> Iterator[tuple[Place, str, str]]:
    """The tokens, text row by row; a row of nothing but statements and comments leaves nothing, not even its end.

    Jinja's own option, ``trim_blocks``, would also join ``a: {% if x %}b{% endif %}`` with the next line.
    """
    for place, kind, text in tokens:
        if kind != "data":
            yield place, kind, text
            continue
        for i, row in enumerate(re.findall(r"[^\n]*\n|[^\n]+", text)):
            if place + i not in alone:
                yield _place(place + i, 1 if i else place.column), kind, row
