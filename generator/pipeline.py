"""The six steps in order: read profiles, merge, render the pool template, validate, emit, write."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator import assemble
from generator.emit import emit
from generator.errors import Finding, Misuse, Refused, nearest
from generator.origins import Map, Origin, leaves
from generator.profiles import PoolSettings, Profile, Profiles
from generator.render import SUFFIX, PoolTemplates
from generator.targets import Request, Target
from generator.textfile import Reader, read_file


class Project(NamedTuple):
    """The folders of a user's project; messages call them as they are given."""

    profiles: Path
    templates: Path


@dataclass(slots=True)
class Run:
    """What came of the steps up to validation: checked requests by (profile, pool), and warnings."""

    requests: dict[tuple[str, str], Request] = field(default_factory=dict)
    warnings: list[Finding] = field(default_factory=list)


def check(project: Project, names: Sequence[str] = (), only: Sequence[str] = ()) -> Run:
    """Read, merge, render and validate the named profiles (all that are not abstract) and pools (all).

    Raises Refused with the findings of every profile and pool at once, Misuse for unknown names and empty folders.
    """
    profiles = Profiles(project.profiles, project.profiles.as_posix())
    templates = PoolTemplates(project.templates, project.templates.as_posix())
    _expect(names, profiles.files, "profile", f"a file NAME.yaml in '{project.profiles.as_posix()}'")
    _expect(only, templates.names, "pool", f"a file NAME{SUFFIX} in '{templates.shown}'")
    run = Run()
    findings: list[Finding] = []
    values: list[Map] = []
    for profile, pool, settings, context in _pools(profiles, templates, names, only, findings):
        values.append(context["values"])
        try:
            run.requests[profile.name, pool] = assemble.request(profile, pool, settings, context, templates)
        except Refused as refused:
            findings += refused.findings
    if findings:
        raise Refused(_sorted(findings))
    if not only:  # a pool that was left out may read what the others do not
        run.warnings = _sorted(_unread(values, templates.reads))
    return run


def bodies(project: Project, read: Reader = read_file) -> dict[tuple[str, str], Map]:
    """The unchecked request of every profile and pool that can be rendered, of files as ``read`` gives them."""
    profiles = Profiles(project.profiles, project.profiles.as_posix(), read)
    templates = PoolTemplates(project.templates, project.templates.as_posix(), read)
    rendered: dict[tuple[str, str], Map] = {}
    for profile, pool, settings, context in _pools(profiles, templates, (), (), []):
        with suppress(Refused):
            rendered[profile.name, pool] = assemble.put(pool, settings, context, templates)
    return rendered


def _pools(
    profiles: Profiles, templates: PoolTemplates, names: Sequence[str], only: Sequence[str], findings: list[Finding]
) -> Iterator[tuple[Profile, str, PoolSettings, Map]]:
    """What is to be rendered: a profile, a pool, what the one says of the other, and what the template is to see."""
    for name in names or profiles.files:
        try:
            profile = profiles.read(name)
        except Refused as refused:
            findings += refused.findings
            continue
        if profile.abstract and name not in names:
            continue
        if lacks := list(assemble.shape(profile, templates)):
            findings += lacks
            continue
        for pool in only or templates.names:
            settings = profile.pools.get(pool) or PoolSettings(Origin(profile.file, 1, 1))
            if settings.settings.get("enabled", True):
                try:
                    yield profile, pool, settings, assemble.context(profile, pool, settings)
                except Refused as refused:
                    findings += refused.findings


def artifacts(run: Run, targets: Sequence[Target], style: str) -> Iterator[tuple[str, str, str]]:
    """The files of a run: path below the output folder, text, and the maker that the manifest names."""
    for (profile, pool), request in run.requests.items():
        for artifact in emit(request, targets, style):
            yield f"{profile}/{pool}/{artifact.path}", artifact.text, f"{artifact.target} {style}"


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


def _sorted(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by place, each once: several profiles may stumble over the same line."""
    nowhere = Origin("", 0, 0)
    return sorted(dict.fromkeys(findings), key=lambda finding: (*(finding.origin or nowhere)[:3], finding.path))
