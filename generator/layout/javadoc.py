"""Wrap comments and signatures of Java samples as Eclipse's formatter does at 120 columns."""

import itertools
import re

WIDTH = 120
PREFIX = "     * "
_BLANKS = re.compile("[\\t-\\r\\x1c- \\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]+")
# To Java an escape is the character itself: one that is none, or that could end the comment or begin another escape.
_UNICODE_ESCAPE = re.compile(r"\\(?=u)(?!u+(?!002[AFaf]|005[Cc])[0-9A-Fa-f]{4})")
# What no line ends in: a tag of text, an argument list in a link, and any tag's name and what follows.
_WORD = re.compile(r"(?:{@(?:code|literal) [^{}]*}|{@link(?:plain)? \S*\([^()]*\)|{@\w+}? |[^ ])+")
_BEFORE_OR_AFTER_SIGN = re.compile(r"(?<=\W)|(?=\W)")


def comment(label: str, path: str) -> list[str]:
    """The lines of ``label path`` in a comment: the path stays whole if it fits on a line, else it parts at a sign.

    It begins on the label's line if it fits there, or if what would be its first line of its own does.
    """
    room = WIDTH - len(PREFIX)
    lines = [label]
    while len(path) > room:
        signs = (sign.start() for sign in _BEFORE_OR_AFTER_SIGN.finditer(path, 1))
        cut = max(itertools.takewhile(lambda place: place <= room, signs), default=len(path))
        lines.append(path[:cut])
        path = path[cut:]
    lines += [path] if path else []
    if len(lines[0]) + 1 + len(lines[1]) <= room:
        lines[:2] = [f"{lines[0]} {lines[1]}"]
    return lines


def sentence(text: str) -> list[str]:
    """The lines of a sentence in a javadoc comment, where it is neither markup nor a tag nor the comment's end."""
    text = f"{text.strip().removesuffix('.')}."
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("*/", "*&#47;")
    text = re.sub(r"(?<!\{)@", "&#064;", text)
    text = _UNICODE_ESCAPE.sub("?", text)
    lines = [""]
    for word in _WORD.findall(_BLANKS.sub(" ", text)):
        if lines[-1] and _length(f"{PREFIX}{lines[-1]} {word}") > WIDTH:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def signature(name: str, parameter: str) -> str:
    """A public static method's head, from its indentation of four on, in as few lines as it fits."""
    start = "    public static void"
    line = f"{start} {name}({parameter}) {{"
    if len(line) <= WIDTH:
        return line
    if len(f"        {name}({parameter}) {{") <= WIDTH:
        return f"{start}\n        {name}({parameter}) {{"
    if len(f"{start} {name}(") <= WIDTH:
        return f"{start} {name}(\n        {parameter}) {{"
    return f"{start}\n        {name}(\n            {parameter}) {{"


def _length(text: str) -> int:
    """Java's own length of a text: characters beyond the first 65,536 count twice."""
    return len(text) + sum(char > "\uffff" for char in text)
