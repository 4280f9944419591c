"""Names of the Java methods that AutoRest makes of titles."""

import re
import unicodedata

# Where Unicode's name of a sign is not the one used.
_SIGNS = {"/": "Slash", "\\": "Backslash", "=": "EqualSign", "@": "AtSign", "|": "VerticalBar"}
_DIGITS = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_KEYWORDS = """
abstract assert boolean break byte case catch char class const continue default do double else enum extends false final
finally float for goto if implements import instanceof int interface long native new null package private protected
public return short static strictfp super switch synchronized this throw throws transient true try void volatile while
"""
KEYWORDS = frozenset(_KEYWORDS.split())


def method_name(title: str) -> str:
    """``Create a PythonLTS pool`` as ``createAPythonLTSPool``, ``2 pools`` as ``twoSpacepools``.

    Of some titles AutoRest makes a name that Java does not take, and fails; here they become one that it does.
    """
    if re.match("[-0-9]", title):
        title = "".join(map(_spelled, title))
    name = "".join(_word(word, not number) for number, word in enumerate(_words(title)))
    return name if name.isidentifier() and name not in KEYWORDS else f"sample{name[:1].upper()}{name[1:]}"


def _spelled(char: str) -> str:
    """A sign or digit in words. A ``_`` only parts them."""
    if not char.isascii() or char.isalpha() or not char.isprintable() or char == "_":
        return char
    if char.isdigit():
        return _DIGITS[int(char)]
    return _SIGNS.get(char) or re.sub("[ -]", "", unicodedata.name(char).title())


def _words(title: str) -> list[str]:
    """Runs of letters and numbers; characters beyond the first 65,536 are neither to Java's older half."""
    letters = (char if char <= "\uffff" and (char.isalpha() or char.isdecimal()) else " " for char in title)
    return "".join(letters).split()


def _word(word: str, first: bool) -> str:
    """A word with the first letter changed; one letter alone, or two capitals, are changed as a whole."""
    change = str.lower if first else str.upper
    if len(word) == 1 or (len(word) == 2 and word.isupper()):
        return change(word)
    initial = change(word[0])  # of which Java takes one character or none
    return (initial[0] if first or len(initial) == 1 else word[0]) + word[1:]
