"""JSON as a person would lay it out: two blanks a level, letters of every script as they are, nothing invisible."""

import json
from typing import Any


def dumps(value: Any, indent: int = 0) -> str:
    """Plain data as JSON whose lines, but for the first, are indented by ``indent`` more blanks.

    What a reader cannot see (line separators, lone surrogates, marks that turn the direction of text) is escaped.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2)
    if not text.isascii():
        text = "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)
    return text.replace("\n", "\n" + " " * indent) if indent else text
