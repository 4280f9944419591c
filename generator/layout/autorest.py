"""Habits of AutoRest, which prints the documented samples: its order of names, and JavaScript's text of a value."""

from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import quote

# Names sort by code unit, but these come before all others and those after; behind them come names like `.x`.
_FIRST = (
    *("info", "$key", "booleans", "numbers", "chars", "strings", "choices", "sealedChoices", "constants"),
    *("dictionaries", "compounds", "name", "schemas", "type", "format", "schema", "operationId", "path", "method"),
    *("description", "default"),
)
_LAST = (
    *("objects", "arrays", "request", "responses", "exceptions", "callbacks", "http", "commands", "operations"),
    *("extensions", "details", "language", "protocol"),
)
_RANKS = {name: rank - len(_FIRST) for rank, name in enumerate(_FIRST)}
_RANKS |= {name: rank for rank, name in enumerate(_LAST, 1)}


def sort_key(name: str) -> tuple[bool, int, bytes]:
    """The place of a property or map key among others."""
    return name.startswith("."), _RANKS.get(name, 0), name.encode("utf-16-be", "surrogatepass")


def map_key(name: str) -> tuple[int, tuple[bool, int, bytes]]:
    """As ``sort_key`` for a map that was a JavaScript object: keys that are array indices come first, as numbers."""
    index = name.isascii() and name.isdigit() and len(name) <= 10 and str(int(name)) == name
    return min(int(name), 2**32 - 1) if index else 2**32 - 1, sort_key(name)


def text_of(value: str | float | bool | None) -> str:
    """JavaScript's text of a value: ``true``, ``1``, ``0.00001``, ``1e-7``, ``1e+21``."""
    match value:
        case bool():
            return str(value).lower()
        case int() as whole if 2**53 < abs(whole) < 2**1023:  # as near as JavaScript comes to it
            return text_of(float(whole))
        case float() if value == 0:
            return "0"
        case float() if 1e-6 <= abs(value) < 1e21:
            return format(Decimal(repr(value)), "f").removesuffix(".0")
        case float():
            digits, _, exponent = repr(value).partition("e")
            return f"{digits}e{int(exponent):+d}"
    return str(value)


def utc_of(text: str) -> str:
    """JavaScript's text of a time, in UTC and to the millisecond; of what is no time, too."""
    try:
        time = datetime.fromisoformat(text.upper())
        time = time.astimezone(UTC) if time.tzinfo else time
    except (ValueError, OverflowError):
        return "NaN-NaN-NaNTNaN:NaN:NaN.NaNZ"
    return f"{time.year}-{time:%m-%dT%H:%M:%S}.{time.microsecond // 1000:03d}Z"


def address(path: str) -> str:
    """A path as AutoRest prints it: as part of a web address, but for a few signs that it leaves as they are."""
    return quote(path, safe="/$&+,;=@")


def number_in_yaml(value: str | float | bool | None) -> str | float | bool | None:
    """A value behind AutoRest's YAML, which writes whole numbers as JavaScript does: Python reads ``1e+21`` as text."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 2**1023 or value % 1:
        return value
    text = text_of(float(value))
    if "e" in text:
        return float(value) if "." in text else text
    return int(text) if value else value
