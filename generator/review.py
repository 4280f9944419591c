"""Hold checked requests against the domain rules: what breaks one is a finding, at the line that says so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.errors import Finding, Fix, describe
from generator.ignores import ADVICE, Asked, Ignores
from generator.origins import Map, Origin, locate
from generator.pool import Hit, Path, Pool, together
from generator.rules import Rule, rules
from generator.settled import Unknown, asked, settled
from generator.validate import shown


class Subject(NamedTuple):
    """A request whose settled form fits its schema, what its profile asks of the rules, and what to call it."""

    request: Map
    asked: Asked
    label: str = ""


def review(subjects: Sequence[Subject], ignores: Ignores, fixable: bool = False) -> list[Finding]:
    """What the pools of a run break, less what is ignored; with ``fixable`` also advice that brings a fix."""
    findings = []
    requests = [settled(subject.request) for subject in subjects]
    pools = together(
        Pool(request, subject.label, tuple(asked(subject.request)))
        for request, subject in zip(requests, subjects, strict=True)
    )
    for request, pool, subject in zip(requests, pools, subjects, strict=True):
        for rule, hit in broken(pool, subject.asked.select, fixable):
            if Unknown in (type(pool.value(hit.path)), type(hit.path[-1])) and not hit.deferred:
                continue
            origin = _origin(request, hit)
            if not ignores.covers(rule.id, origin, subject.asked):
                findings.append(finding(rule, hit, pool, origin))
    return findings


def review_example(request: dict[str, Any], places: Mapping[Path, Origin]) -> list[Finding]:
    """What a documented example breaks. It is printed nevertheless, so these are warnings, one and all."""
    findings = []
    for pool in together([Pool(request, is_example=True)]):
        for rule, hit in broken(pool):
            path = hit.path
            while path not in places:
                path = path[:-1]
            findings.append(finding(rule, hit, pool, places[path])._replace(severity="warning"))
    return findings


def broken(pool: Pool, select: frozenset[str] = frozenset(), fixable: bool = False) -> Iterator[tuple[Rule, Hit]]:
    """The rules that a pool breaks and where; advice only where it is selected, or ``fixable`` and brings a fix."""
    version = pool.parameter("api-version").text
    for rule in rules().values():
        is_heard = rule.severity != ADVICE or ADVICE in select or rule.id in select
        if (is_heard or fixable) and (not rule.versions or version in rule.versions):
            yield from ((rule, hit) for hit in rule.check(pool) if is_heard or hit.fix)


def finding(rule: Rule, hit: Hit, pool: Pool, origin: Origin) -> Finding:
    """A broken rule in words."""
    value = pool.value(hit.path)
    scalar = "" if value is None or isinstance(value, dict | list) else describe(value, origin)
    says = rule.sentence[:1].lower() + rule.sentence[1:]
    old, key = ("", str(hit.path[-1])) if value is None else (str(value), "")
    fix = Fix(hit.fix, old, key) if hit.fix else None
    more = (hit.found or scalar, hit.expected, hit.hint)
    return Finding(says, origin, shown(hit.path), *more, rule.severity, rule.id, fix)


def _origin(request: Map, hit: Hit) -> Origin:
    """The place of the value that breaks a rule, or of the map that lacks it; of a key, where that is at fault."""
    owner: Any = request
    for step in hit.path[:-1] if hit.on_key else ():
        owner = owner[step]
    return owner.key_at[hit.path[-1]] if hit.on_key else locate(request, hit.path)
