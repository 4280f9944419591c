"""Where the values of secrets stand in an artifact, of whatever language, and whenever it was written.

In all of them it is a text in quotes inside the brackets that follow the word ``secrets``, and none that is a name.
"""

import re
from collections.abc import Iterator

_SECRETS = re.compile(r"(?i:(?<![a-z])(?:with)?secrets)[\"']?\s*[:=(]")
_LITERAL = re.compile(r"'''.*?'''|\"\"\".*?\"\"\"|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`", re.DOTALL)
_NAMED = re.compile(r"(?i:name)[\"']?\s*[:=(]\s*(?:to\.Ptr\()?$")
_KEY = re.compile(r"\s*:")
_ASKED = re.compile(r"\{\{[A-Za-z0-9_-]+\}\}|\[parameters\('\w+'\)\]")  # a place for what is known at deploy time


def literal_spans(text: str) -> Iterator[tuple[int, int]]:
    """From where to where, quotes left out."""
    for word in _SECRETS.finditer(text):
        depth, index = word[0].count("("), word.end()
        while index < len(text) and (
            depth > 0 or text[index] in " \t\r\n[{(]})*" or text[index].isalnum() or text[index] in ".&<>"
        ):
            literal = _LITERAL.match(text, index)
            if literal:
                ends = 3 if literal[0][:3] in ("'''", '"""') and len(literal[0]) > 5 else 1
                inner = literal[0][ends:-ends]
                named = _NAMED.search(text, max(index - 40, 0), index)
                if not named and not _KEY.match(text, literal.end()) and not _ASKED.fullmatch(inner):
                    yield literal.start() + ends, literal.end() - ends
                index = literal.end()
                continue
            closes = text[index] in ")]}"
            depth += (text[index] in "([{") - closes
            empty = text.startswith("[]", index - 1)
            index += 1
            if closes and depth <= 0 and not empty:
                break
