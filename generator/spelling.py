"""Another spelling of a choice: the one choice that was meant, where there can be no doubt."""

import re
from collections.abc import Iterable

SHORTEST = 5  # in a shorter word one slip is a large part of it


def meant(text: str, choices: Iterable[str]) -> str:
    """The choice that ``text`` spells in other case, signs or order, or with one slip; empty where there is not one.

    ``python-lts`` is PythonLTS, and ``UserAssigned, SystemAssigned`` is SystemAssigned,UserAssigned.
    """
    known = list(choices)
    alike = [choice for choice in known if _plain(choice) == _plain(text)]
    slips = [choice for choice in known if _one_slip("".join(_plain(text)), "".join(_plain(choice)))]
    found = alike or slips
    return found[0] if len(found) == 1 and found[0] != text else ""


def _plain(text: str) -> tuple[str, ...]:
    """A choice less case and signs; the parts of one that a comma joins in no order."""
    return tuple(sorted(re.sub(r"[\s_-]", "", part).lower() for part in text.split(",")))


def _one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter that is wrong, missing or too many, or by two that changed places."""
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[start:], other[start:]
    if one[:2] == other[1::-1] and one[2:] == other[2:]:
        return True
    return one[1:] == other[1:] or one[1:] == other or one == other[1:]
