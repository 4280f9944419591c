"""C# literals as the compiler takes them: their types, their limits, their values."""

import math
import re

STRING = re.compile(r'"(?:[^"\\\r\n\u0085\u2028\u2029]|\\.)*"')
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
SIMPLE = dict(zip("'\"\\0abfnrtv", "'\"\\\0\a\b\f\n\r\t\v", strict=True))
INTEGER = re.compile(r"-?[0-9]+")
REAL = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")  # no suffix: m and f are other types
HEAP = (1 << 24) - 1  # bytes of all user strings of an assembly


def string(literal: str) -> str:
    """The text of a regular string literal."""
    assert STRING.fullmatch(literal), f"no string: {literal[:80]}"
    unknown = [m[3] for m in ESCAPE.finditer(literal[1:-1]) if m[3] and m[3] not in SIMPLE]
    assert not unknown, f"CS1009: unknown escapes {unknown}"
    text = ESCAPE.sub(lambda m: SIMPLE[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), literal[1:-1])
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")  # halves make a whole
    assert not re.search("[\ud800-\udfff]", text), f"half a pair: {literal[:80]}"
    return text


def number(literal: str) -> tuple[str, int | float]:
    """The type and value of a numeric literal with its sign."""
    if not INTEGER.fullmatch(literal):
        assert REAL.fullmatch(literal), f"no number: {literal}"
        value = float(literal)
        assert math.isfinite(value), f"CS0594: {literal} is outside the range of a double"
        assert value or not re.search("[1-9]", re.split("[eE]", literal)[0]), f"{literal} is not zero, but becomes it"
        return "double", value
    whole = int(literal)
    for type_, least, most in (("int", -(2**31), 2**31), ("uint", 0, 2**32), ("long", -(2**63), 2**63)):
        if least <= whole < most:
            return type_, whole
    assert 0 <= whole < 2**64, f"CS1021: {literal} is too large"
    return "ulong", whole


def heap(literals: set[str]) -> int:
    """The bytes that texts take in an assembly: UTF-16, a flag, and a length of at most four bytes."""
    return sum(len(text.encode("utf-16-le")) + 5 for text in literals)
