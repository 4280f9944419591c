"""Errors as data: steps raise them, only ``cli/`` prints them and exits.

Problem              everything the tool says no to
├── Misuse           the command line or the folders are not as they must be   (exit status 2)
└── Refused          the input has findings, all of one step at once           (exit status 1)
"""

import difflib
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple

from generator.deferred import Deferred
from generator.masking import NOTHING, Secrets
from generator.origins import Origin

Severity = Literal["error", "warning", "advice"]
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,62}")
LONGEST_NAME = 200  # what is longer is no misspelt name, and takes long to compare


class Fix(NamedTuple):
    """The one right answer: ``new`` where the text ``old`` stands; or ``key: new`` in a map that lacks the key."""

    new: str
    old: str = ""
    key: str = ""


class Finding(NamedTuple):
    """One thing wrong with the input.

    ``says`` is the sentence, ``origin`` the place (None for a whole folder), ``path`` the JSON path in the body, in the
    API's names ("" outside a body). ``found``, ``expected`` and ``hint`` may be empty. ``rule`` is the id of the domain
    rule that was broken, "" where none was: the schema, a profile or a template is at fault. ``fix`` is there where one
    answer alone is right.
    """

    says: str
    origin: Origin | None = None
    path: str = ""
    found: str = ""
    expected: str = ""
    hint: str = ""
    severity: Severity = "error"
    rule: str = ""
    fix: Fix | None = None


class Problem(Exception):
    """Base of all that the tool says no to."""


class Misuse(Problem):
    """A call that cannot be carried out: unknown names, missing folders."""

    def __init__(self, says: str, hint: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint


class Refused(Problem):
    """Input with findings; nothing was written. ``secrets`` are those of the input, which no message shows."""

    def __init__(self, findings: Iterable[Finding], secrets: Secrets = NOTHING) -> None:
        self.findings: Sequence[Finding] = list(findings)
        self.secrets = secrets
        super().__init__("; ".join(finding.says for finding in self.findings))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by place, each once: several profiles may stumble over the same line."""
    nowhere = Origin("", 0, 0)
    return sorted(
        dict.fromkeys(findings), key=lambda finding: (*(finding.origin or nowhere)[:3], finding.path, finding.rule)
    )


def masked(finding: Finding, secrets: Secrets) -> Finding:
    """A finding as it may be shown; its place stays, and the text there is for whoever shows it to mask.

    What a rule says is the same of every body.
    """
    shown = ("path", "found", "expected", "hint", *([] if finding.rule else ["says"]))
    words: dict[str, Any] = {name: secrets.mask(getattr(finding, name)) for name in shown}
    fix = finding.fix and Fix(*map(secrets.mask, finding.fix))
    return finding._replace(**words, fix=fix)


def refuse(says: str, origin: Origin | None = None, **more: str) -> Refused:
    """A Refused with one finding, to be raised."""
    return Refused([Finding(says, origin, **more)])  # type: ignore[arg-type]


def check_name(name: str, what: str, origin: Origin) -> None:
    """Refuse a name that could not be a folder's on every system."""
    if not NAME.fullmatch(name):
        expected = "letters, digits, '-' and '_', a letter or digit first, at most 63"
        raise refuse(f"'{name}' is not a name for a {what}", origin, expected=expected)


def closest(name: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` for the known name most like ``name``; empty where none is."""
    if len(name) > LONGEST_NAME:
        return ""
    folded = {other.lower(): other for other in sorted(known)}
    close = difflib.get_close_matches(name.lower(), folded, n=1, cutoff=0.6)
    return f"did you mean '{folded[close[0]]}'?" if close else ""


def nearest(name: str, known: Iterable[str]) -> str:
    """As ``closest``; where no name is close, the known names if they are few."""
    names = sorted(known)
    return closest(name, names) or (f"known here: {', '.join(names)}" if 0 < len(names) <= 20 else "")


def describe(value: Any, origin: Origin | None = None) -> str:
    """A value as a message shows it: JSON spelling, cut to one short line, and its type; numbers as at ``origin``."""
    match value:
        case bool():
            return f"{str(value).lower()} (a boolean)"
        case None:
            return "null"
        case Deferred():
            return f"{value} (known at deploy time)"
        case int() | float():
            return f"{_number(value, origin)} (a number)"
        case str():
            text = json.dumps(value, ensure_ascii=False)
            return f"{text if len(text) <= 60 else text[:57] + '...'} (a string)"
        case dict():
            return "a map" if value else "an empty map"
        case list():
            return "a list" if value else "an empty list"
    return type(value).__name__


def _number(value: float, origin: Origin | None) -> str:
    try:
        text = origin.text if origin and origin.text[:1] in set("+-.0123456789") else str(value)
    except ValueError:  # a whole number with more digits than Python prints
        text = hex(value) if isinstance(value, int) else ""
    return text if len(text) <= 60 else text[:57] + "..."
