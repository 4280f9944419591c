"""Values known only at deploy time: ``secret("NAME")`` and ``parameter("NAME", default=...)``.

They stand in profiles, templates and bodies where a value would. Nothing can be worked out from one before it is known:
it is placed, alone or among text, or it is refused.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.looks import looks
from generator.origins import Origin

Plain = str | int | float | bool
CALLS = ("secret", "parameter")
NAME = re.compile("[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
LONGEST = 64
FORM = 'secret("NAME") or parameter("NAME", default=...)'
RESERVED = frozenset({"true", "false", "null"})  # no target can call anything so


class Unfit(ValueError):
    """What cannot be asked for, in words that do not repeat it: it may be a secret. FORM is what was expected."""

    def __init__(self, says: str, hint: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint


def said(value: Plain) -> str:
    """A value among text."""
    return str(value).lower() if isinstance(value, bool) else str(value)


class Undecided(Exception):
    """A template wants to know what is known only at deploy time."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One value to be asked for. ``default`` is None where there is none, as for every ``secure`` one: a secret."""

    name: str
    secure: bool = False
    default: Plain | None = None
    description: str = ""

    def __str__(self) -> str:
        return f'{"secret" if self.secure else "parameter"}("{self.name}")'


@dataclass(frozen=True, slots=True)
class Deferred:
    """A value of a body that is known only at deploy time: one Ask alone, of any type, or text with Asks in it."""

    parts: tuple[str | Ask, ...]
    origin: Origin | None = field(default=None, compare=False)

    @property
    def alone(self) -> Ask | None:
        """The Ask that is the whole value, where there is no text around it."""
        (first, *more) = self.parts
        return first if isinstance(first, Ask) and not more else None

    def at(self, origin: Origin) -> "Deferred":
        """The same, with the place where it stands."""
        return replace(self, origin=origin)

    def __str__(self) -> str:
        return " ~ ".join(f'"{part}"' if isinstance(part, str) else str(part) for part in self.parts)

    def __bool__(self) -> bool:
        raise Undecided(str(self))


class Key(str):
    """A key of a map that is known only at deploy time, for the eyes of whoever reads it as text."""

    value: Deferred

    def __new__(cls, value: Deferred) -> "Key":
        """The key for a value."""
        key = super().__new__(cls, value)
        key.value = value
        return key


def text(parts: Iterable[str | Deferred]) -> str | Deferred:
    """What stands side by side as one text; deferred where a part of it is."""
    joined: list[str | Ask] = []
    for part in parts:
        for piece in (part,) if isinstance(part, str) else part.parts:
            if isinstance(piece, str) and joined and isinstance(joined[-1], str):
                joined[-1] += piece
            elif piece:
                joined.append(piece)
    if any(isinstance(piece, Ask) for piece in joined):
        return Deferred(tuple(joined))
    return "".join(piece for piece in joined if isinstance(piece, str))


def secret(name: object, *, description: object = "") -> Deferred:
    """A secret. Raises Unfit."""
    return Deferred((Ask(_name(name), True, None, _description(description)),))


def parameter(name: object, default: object = None, *, description: object = "") -> Deferred:
    """A parameter. Raises Unfit."""
    return Deferred((Ask(_name(name), False, _default(default), _description(description)),))


FUNCTIONS: Mapping[str, Callable[..., Deferred]] = {"secret": secret, "parameter": parameter}


def _name(name: object) -> str:
    if isinstance(name, str) and any(looks(name)):
        raise Unfit("this looks like a secret, not like the name of one", "put it out of use, and name what it is for")
    if isinstance(name, str) and NAME.fullmatch(name) and len(name) <= LONGEST and name.lower() not in RESERVED:
        return str.__str__(name)  # a template's text is of a type of its own
    hint = f"a letter, then letters and digits, '-' or '_' between them; at most {LONGEST} characters"
    raise Unfit("this cannot name what is asked for at deploy time", hint)


def _description(description: object) -> str:
    if isinstance(description, str):
        return str.__str__(description)
    raise Unfit("a description is text")


def _default(default: object) -> Plain | None:
    for kind in (bool, int, float, str):
        if isinstance(default, kind):
            return default if kind is bool else kind.__str__(default) if kind is str else kind(default)
    if default is None:
        return None
    raise Unfit("a parameter's default is text, a number or a boolean")
