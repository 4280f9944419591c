"""Where the values of secrets stand in an artifact, of whatever language, and whenever it was written.

In all of them it is a text in quotes inside the brackets that follow the word ``secrets``, and none that is a name.
"""

import re
from collections.abc import Iterator

_SECRETS = re.compile(r"(?<![a-zA-Z])(?:s|S|withS)ecrets[\"']?\s*[:=(]\s*(?:\[\]\*)?[\w.<>\s]*[\[{(]")
_LITERAL = re.compile(r"'''.*?'''|\"\"\".*?\"\"\"|\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`", re.DOTALL)
_NAMED = re.compile(r"(?i:name)[\"']?\s*[:=(]\s*(?:to\.Ptr\()?$")
_KEY = re.compile(r"\s*:")
_ASKED = re.compile(r"\{\{[A-Za-z0-9_-]+\}\}|\[parameters\('\w+'\)\]")  # a place for what is known at deploy time


def literal_spans(text: str) -> Iterator[tuple[int, int]]:
    """From where to where, quotes left out."""
    for opened in _SECRETS.finditer(text):
        depth, index = 1, opened.end()
        while depth > 0 and index < len(text):
            if literal := _LITERAL.match(text, index):
                ends = 3 if literal[0][:3] in ("'''", '"""') and len(literal[0]) > 5 else 1
                named = _NAMED.search(text, max(index - 40, 0), index)
                if not named and not _KEY.match(text, literal.end()) and not _ASKED.fullmatch(literal[0][ends:-ends]):
                    yield literal.start() + ends, literal.end() - ends
                index = literal.end()
            else:
                depth += (text[index] in "([{") - (text[index] in ")]}")
                index += 1
