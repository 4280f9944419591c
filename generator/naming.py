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


_PART = re.compile(r"[A-Z]+(?![a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[0-9]+")


def environment(text: str) -> str:
    """A parameter's name as environment variables are named: ``imageTag`` as ``IMAGE_TAG``."""
    return "_".join(_PART.findall(text)).upper()


def camel_case(text: str) -> str:
    """A parameter's name as most languages write one: ``IMAGE_TAG`` and ``image-tag`` as ``imageTag``."""
    first, *more = environment(text).lower().split("_")
    return first + "".join(word.capitalize() for word in more)


def snake_case(text: str) -> str:
    """A parameter's name as Python writes one: ``image_tag``."""
    return environment(text).lower()


def kebab_case(text: str) -> str:
    """A parameter's name as Key Vault has names of secrets: ``image-tag``."""
    return environment(text).lower().replace("_", "-")
