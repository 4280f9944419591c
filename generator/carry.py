"""Ask each target whether it can carry a checked request, and say where it cannot: no value is changed in silence."""

from collections.abc import Iterable

from generator.errors import Finding, describe
from generator.origins import Map, Seq, locate
from generator.refusal import Refusal
from generator.schemas import ENVELOPE
from generator.targets import Request, Target
from generator.validate import shown

CANNOT = "cannot carry this"  # what all that is found here says


def refusals(request: Request, put: Map, targets: Iterable[Target]) -> list[Finding]:
    """What the targets cannot carry, at the place where ``put``, which the request was built from, has it from.

    A value that several targets refuse for the same reason is one finding, which names them all.
    """
    names: dict[Refusal, list[str]] = {}
    for target in targets:
        for refusal in target.refuses(request):
            names.setdefault(refusal, []).append(target.name)
    return [finding(refusal, put, refusers) for refusal, refusers in names.items()]


def finding(refusal: Refusal, put: Map, names: list[str]) -> Finding:
    """A refusal in words; of the targets with these names, or of no target's."""
    *above, last = path = (ENVELOPE, *refusal.path)
    origin, owner = locate(put, path), _value(put, above)
    if refusal.of_key and isinstance(owner, Map) and isinstance(last, str):
        origin, found = owner.key_at.get(last, origin), describe(last)
    else:
        held = _value(put, path)
        found = "nothing" if held is None else describe(held, origin)
    who = " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
    says = f"{who} {CANNOT}: {refusal.says}" if who else refusal.says
    hint = refusal.hint or "name the other targets with --target"
    return Finding(says, origin, shown(path), found, refusal.expected, hint)


def _value(value: Map | Seq | None, path: Iterable[str | int]) -> object:
    here: object = value
    for step in path:
        if isinstance(here, Map) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, Seq) and isinstance(step, int):
            here = here[step]
    return here
