"""Domain rules: what the service, its clients and its documentation say of a pool that no schema can express.

A module here is a family of rules, found by looking. A rule is a function under the decorator ``rule``: its docstring
says what must hold, why, and what to do; its body looks at a pool whose request fits the schema, and yields a ``Hit``
for each place that breaks it. Ids are for ever: SP101 is the first of the family whose module says ``SP1``.
"""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.errors import Severity
from generator.pool import Hit, Pool

Check = Callable[[Pool], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """What must hold of a pool.

    ``severity`` is error where the service refuses the pool, or it could not work; warning where a client refuses it,
    or the service ignores what it says; advice, which is off unless asked for, where something else is only better.
    ``sentence`` says what must hold, ``why`` what happens otherwise, ``fix`` what to do, ``source`` who says so in
    public. ``versions`` are the API versions that the rule is for; empty where it is for all.
    """

    id: str
    severity: Severity
    sentence: str
    why: str
    fix: str
    source: str
    versions: tuple[str, ...]
    check: Check


def rule(id_: str, severity: Severity, source: str, versions: tuple[str, ...] = ()) -> Callable[[Check], Rule]:
    """Make a Rule of a check, and of its docstring: the sentence, then ``Why:`` and ``Fix:``."""

    def made(check: Check) -> Rule:
        text = " ".join((check.__doc__ or "").split())
        sentence, _, rest = text.partition(". Why: ")
        why, _, fix = rest.partition(" Fix: ")
        return Rule(id_, severity, sentence, why, fix, source, versions, check)

    return made


@functools.cache
def rules() -> dict[str, Rule]:
    """Every rule by id, in the order of the ids."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    found = [rule for module in modules for rule in vars(module).values() if isinstance(rule, Rule)]
    return {rule.id: rule for rule in sorted(found, key=lambda rule: rule.id)}
