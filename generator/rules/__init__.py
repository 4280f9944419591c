"""Domain rules: what the service, its clients or its documentation say of a pool that no schema can express.

A module here is a family of rules; a ``Rule`` at its top level *is* the registration. The check of a rule sees a pool
whose request fits the schema, and yields a ``Hit`` for each place that breaks the rule.
"""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.errors import Severity
from generator.rules._pool import Path, Pool


class Hit(NamedTuple):
    """A place that breaks a rule: where in the request, and what there is to say beyond the rule's sentence."""

    path: Path
    found: str = ""
    expected: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold of a pool.

    ``severity`` is error where the service refuses the pool, or the pool could not work; warning where a client refuses
    it, or the service ignores what it says; advice, which is off unless asked for, where it is only better. ``sentence``
    says what must hold, ``why`` what happens otherwise, ``fix`` what to do, ``source`` who says so in public.
    ``versions`` are the API versions that the rule is for; empty where it is for all.
    """

    id: str
    severity: Severity
    sentence: str
    why: str
    fix: str
    source: str
    versions: tuple[str, ...]
    check: Callable[[Pool], Iterable[Hit]]


@functools.cache
def rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the ids."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [rule for module in modules for rule in vars(module).values() if isinstance(rule, Rule)]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}
