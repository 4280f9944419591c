"""Titles in camel case as lodash makes it: the printer of the Go samples calls its functions so.

lodash is JavaScript and sees UTF-16: each character beyond the basic plane is a word of its own.
"""

import re
import unicodedata

# Latin letters lose their accents, and some are spelled out.
_LATIN = {
    chr(code): unicodedata.normalize("NFD", chr(code))[0] for code in range(0xC0, 0x180) if code not in (0xD7, 0xF7)
}
_LATIN |= {"Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "Þ": "Th", "þ": "th", "ß": "ss", "Ĳ": "IJ", "ĳ": "ij"}
_LATIN |= dict(zip("ÐðØøĐđĦħıĸĿŀŁłŉŊŋŦŧſ", "DdOoDdHhikLlLlnNnTts", strict=True))
_PLAIN = str.maketrans(_LATIN | dict.fromkeys("'\u2019", ""))
_MARKS = re.compile("[\u0300-\u036f\u20d0-\u20ff\ufe20-\ufe2f]")

_LOWER, _UPPER = "a-z", "A-Z"
_BREAK = "\0-/:-@[-`{-\xbf\xd7\xf7\u1680\u180e\u2000-\u206f\u3000\ufeff"
_OTHER = f"[^0-9{_LOWER}{_UPPER}{_BREAK}\u2700-\u27bf\ud800-\udfff]"  # letters without case, to lodash
_PAIR = "[\ud800-\udbff][\udc00-\udfff]"
_LOW, _UP = f"(?:[{_LOWER}]|{_OTHER})", f"(?:[{_UPPER}]|{_OTHER})"
_WORD = re.compile(
    f"[{_UPPER}]?[{_LOWER}]+(?=[{_BREAK}{_UPPER}]|\\Z)"
    f"|{_UP}+(?=[{_BREAK}]|[{_UPPER}]{_LOW}|\\Z)"
    f"|[{_UPPER}]?{_LOW}+"
    f"|[{_UPPER}]+"
    r"|[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?=\b|[a-z_])"
    r"|[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?=\b|[A-Z_])"
    "|[0-9]+"
    f"|(?:[\u2700-\u27bf]|{_PAIR})[\ufe0e\ufe0f]?(?:\u200d(?:[^\ud800-\udfff]|{_PAIR})[\ufe0e\ufe0f]?)*",
    re.ASCII,
)


def camel_case(title: str) -> str:
    """``Pool with MCP server`` as ``poolWithMcpServer``, ``2nd café's pool`` as ``2ndCafesPool``."""
    plain = _MARKS.sub("", title.translate(_PLAIN))
    units = plain.encode("utf-16-le").decode("utf-16-le", "surrogatepass")
    units = re.sub("[\U00010000-\U0010ffff]", lambda match: _surrogates(match[0]), units)
    words = [word.encode("utf-16-le", "surrogatepass").decode("utf-16-le").lower() for word in _WORD.findall(units)]
    return "".join(words[:1] + [word[0].upper() + word[1:] for word in words[1:]])


def _surrogates(char: str) -> str:
    high, low = divmod(ord(char) - 0x10000, 0x400)
    return chr(0xD800 + high) + chr(0xDC00 + low)
