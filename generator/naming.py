"""Words of a name, and the cases that languages write them in."""

import functools
import re

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


def words(text: str) -> list[str]:
    """The words of a name: ``"createOr_UpdateMCP"`` gives ``["create", "Or", "Update", "MCP"]``."""
    return _WORD.findall(text)


@functools.lru_cache(maxsize=1024)
def pascal_case(text: str) -> str:
    """``max-alive period`` as ``MaxAlivePeriod``; capitals inside a word are kept."""
    return "".join(word[0].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", text) if word)
