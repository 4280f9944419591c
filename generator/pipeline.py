"""The six steps in order: read profiles, merge, render the pool template, validate, emit, write."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator import assemble
from generator.carry import refusals
from generator.errors import Finding, Misuse, Refused, in_order, nearest
from generator.ignores import Ignores
from generator.known import known
from generator.masking import NOTHING, Secrets
from generator.origins import Map, Origin, leaves
from generator.profiles import PoolSettings, Profile, Profiles
from generator.render import SUFFIX, PoolTemplates
from generator.review import Subject, review
from generator.targets import Request, Target
from generator.textfile import Reader, read_file


class Project(NamedTuple):
    """The folders of a user's project; messages call them as they are given."""

    profiles: Path
    templates: Path


@dataclass(slots=True)
class Run:
    """What came of the steps up to validation: checked requests by (profile, pool), and what was found.

    Of a run that ``check`` lets pass no finding is an error. ``bodies`` are the requests as they were rendered,
    unchecked ones among them; ``puts`` are those that the requests were built from; ``secrets`` is what no message
    shows.
    """

    requests: dict[tuple[str, str], Request]
    warnings: list[Finding]
    bodies: dict[tuple[str, str], Map] = field(default_factory=dict)
    puts: dict[tuple[str, str], Map] = field(default_factory=dict)
    secrets: Secrets = NOTHING


def check(
    project: Project,
    names: Sequence[str] = (),
    only: Sequence[str] = (),
    targets: Sequence[Target] = (),
    *,
    strict: bool = False,
    fixable: bool = False,
) -> Run:
    """Read, merge, render and validate the named profiles (all that are not abstract) and pools (all).

    Raises Refused with the findings of every profile and pool at once, where one is an error, or with ``strict`` a
    warning; one of ``targets`` that cannot carry a pool is an error. Misuse for unknown names and empty folders.
    ``fixable``: advice that brings a fix need not be asked for.
    """
    run = survey(project, names, only, targets, fixable=fixable)
    refused_for = ("error", "warning") if strict else ("error",)
    if any(finding.severity in refused_for for finding in run.warnings):
        raise Refused(run.warnings, run.secrets)
    return run


def survey(
    project: Project,
    names: Sequence[str] = (),
    only: Sequence[str] = (),
    targets: Sequence[Target] = (),
    *,
    fixable: bool = False,
) -> Run:
    """The same, whatever is found: errors are among the findings. Raises Misuse."""
    profiles = Profiles(project.profiles, project.profiles.as_posix())
    templates = PoolTemplates(project.templates, project.templates.as_posix())
    _expect(names, profiles.files, "profile", f"a file NAME.yaml in '{project.profiles.as_posix()}'")
    _expect(only, templates.names, "pool", f"a file NAME{SUFFIX} in '{templates.shown}'")
    ignores = Ignores()
    findings: list[Finding] = []
    values: list[Map] = []
    puts: dict[tuple[str, str], Map] = {}
    rendered: dict[tuple[str, str], Map] = {}
    broken: list[Finding] = []  # what kept something from being read or rendered
    subjects: dict[tuple[str, str], Subject] = {}
    readable: dict[str, Profile] = {}
    for profile in _readable(profiles, templates, names, broken):
        readable[profile.name] = profile
        asked = ignores.asked(profile.settings)
        for pool, settings in _enabled(profile, only or templates.names):
            try:
                context = assemble.context(profile, pool, settings)
                values.append(context["values"])
                put = assemble.rendered(context, pool, settings, templates)
            except Refused as refused:
                broken += refused.findings
                continue
            rendered[profile.name, pool] = put
            try:
                assemble.expect_valid(put)
                puts[profile.name, pool] = put
                subjects[profile.name, pool] = Subject(put, asked, f"pool '{pool}' of profile '{profile.name}'")
            except Refused as refused:
                findings += refused.findings
    findings += broken
    is_whole = not findings and not only  # what was left out may read values, and need ignores
    for texts, is_yaml in ((profiles.texts, True), (templates.texts, False)):
        for file, text in texts.items():
            ignores.read(file, text, is_yaml)
    findings += [*ignores.bad, *review(list(subjects.values()), ignores, fixable)]
    requests = {(name, pool): assemble.request(put, readable[name], pool) for (name, pool), put in puts.items()}
    for key, request in requests.items():
        findings += refusals(request, puts[key], targets)
    if is_whole:
        findings += _unread(values, templates.reads)
    if is_whole and not names:
        findings += ignores.unused()
    places = [finding.origin for finding in broken if finding.origin]
    secrets = known(profiles.texts, templates.all_texts(), rendered.values(), places)
    return Run(requests, in_order(findings), rendered, puts, secrets)


def profile_names(project: Project) -> list[str]:
    """The names of a project's profiles. Raises Misuse where there is no folder of them, Refused for bad names."""
    return list(Profiles(project.profiles, project.profiles.as_posix()).files)


def bodies(project: Project, read: Reader = read_file) -> dict[tuple[str, str], Map]:
    """The unchecked request of every profile and pool that can be rendered, of files as ``read`` gives them."""
    profiles = Profiles(project.profiles, project.profiles.as_posix(), read)
    templates = PoolTemplates(project.templates, project.templates.as_posix(), read)
    requests: dict[tuple[str, str], Map] = {}
    for profile in _readable(profiles, templates, (), []):
        for pool, settings in _enabled(profile, templates.names):
            with suppress(Refused):
                context = assemble.context(profile, pool, settings)
                requests[profile.name, pool] = assemble.rendered(context, pool, settings, templates)
    return requests


def _readable(
    profiles: Profiles, templates: PoolTemplates, names: Sequence[str], findings: list[Finding]
) -> Iterator[Profile]:
    """The named profiles, else all that are not abstract; what keeps one from being rendered joins the findings."""
    for name in names or profiles.files:
        try:
            profile = profiles.read(name)
        except Refused as refused:
            findings += refused.findings
            continue
        if profile.abstract and name not in names:
            continue
        lacks = list(assemble.shape(profile, templates))
        findings += lacks
        if not lacks:
            yield profile


def _enabled(profile: Profile, pools: Sequence[str]) -> Iterator[tuple[str, PoolSettings]]:
    """The pools that a profile has, with what it says of each."""
    for pool in pools:
        settings = profile.pools.get(pool) or PoolSettings(Origin(profile.file, 1, 1))
        if settings.settings.get("enabled", True):
            yield pool, settings


def _expect(names: Sequence[str], known: Iterable[str], what: str, home: str) -> None:
    known = list(known)
    if not known:
        raise Misuse(f"there is no {what}", f"start with {home}")
    for name in names:
        if name not in known:
            raise Misuse(f"there is no {what} '{name}'", nearest(name, known))


def _unread(values: list[Map], reads: set[Origin]) -> Iterator[Finding]:
    """A warning for each value that no template of the run reads.

    A value and its YAML aliases have one origin, the anchor's: who reads one of them has read all.
    """
    for merged in values:
        for path, origin in leaves(merged, "values"):
            if origin not in reads:
                yield Finding("nothing reads this value", origin, path, severity="warning")
