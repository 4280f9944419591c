"""The six steps in order: read profiles, merge, render the pool template, validate, emit, write."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import codemodel, schemas
from generator.emit import emit
from generator.errors import Finding, Misuse, Refused, describe, nearest
from generator.merge import merge
from generator.origins import Map, Origin, leaves
from generator.profiles import PoolSettings, Profile, Profiles
from generator.render import PoolTemplates
from generator.targets import Example, Request, Target
from generator.validate import ENVELOPE, validate

REQUIRED = {"apiVersion": "2025-07-01", "subscriptionId": "a UUID", "resourceGroup": "a name"}


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a user's project, and how messages call them."""

    profiles: Path
    templates: Path

    def open(self) -> tuple[Profiles, PoolTemplates]:
        """Its profiles and pool templates. Raises Misuse where a folder is missing."""
        return Profiles(self.profiles, self.profiles.as_posix()), PoolTemplates(
            self.templates, self.templates.as_posix()
        )


@dataclass(slots=True)
class Run:
    """What came of the first four steps: checked requests by (profile, pool), and warnings."""

    requests: dict[tuple[str, str], Request] = field(default_factory=dict)
    warnings: list[Finding] = field(default_factory=list)


def check(project: Project, names: Sequence[str] = (), only: Sequence[str] = ()) -> Run:
    """Read, merge, render and validate the named profiles (all that are not abstract) and pools (all).

    Raises Refused with the findings of every profile and pool at once, Misuse for unknown names.
    """
    profiles, templates = project.open()
    unknown = next((pool for pool in only if pool not in templates.names), None)
    if unknown:
        raise Misuse(f"there is no pool '{unknown}'", nearest(unknown, templates.names))
    run = Run()
    findings: list[Finding] = []
    values: list[Map] = []
    for name in names or profiles.files:
        try:
            profile = profiles.read(name)
        except Refused as refused:
            findings += refused.findings
            continue
        if profile.abstract and name not in names:
            continue
        findings += _shape(profile, templates)
        for pool in only or templates.names:
            settings = profile.pools.get(pool) or PoolSettings(Map(Origin(profile.file, 1, 1)))
            if settings.settings.get("enabled", True):
                try:
                    context = _context(profile, pool, settings)
                    values.append(context["values"])
                    run.requests[name, pool] = _request(profile, pool, settings, context, templates)
                except Refused as refused:
                    findings += refused.findings
    if findings:
        raise Refused(_sorted(findings))
    if not only:  # a pool that was left out may read what the others do not
        run.warnings = _sorted(_unread(values, templates.reads))
    return run


def artifacts(run: Run, targets: Sequence[Target], style: str) -> Iterator[tuple[str, str, str]]:
    """The files of a run: path below the output folder, text, and the maker that the manifest names."""
    for (profile, pool), request in run.requests.items():
        for artifact in emit(request, targets, style):
            yield f"{profile}/{pool}/{artifact.path}", artifact.text, f"{artifact.target} {style}"


def _shape(profile: Profile, templates: PoolTemplates) -> Iterator[Finding]:
    """What a profile must say before its pools can be rendered."""
    for key, what in REQUIRED.items():
        if key not in profile.settings:
            yield Finding(
                f"profile '{profile.name}' sets no {key}",
                Origin(profile.file, 1, 1),
                expected=what,
                hint="set it here, or in a profile that this one extends",
            )
    version = profile.settings.get("apiVersion", schemas.versions()[-1])
    if version not in schemas.versions():
        yield Finding(
            "API version is not known",
            profile.settings.at["apiVersion"],
            found=describe(version),
            expected="one of " + ", ".join(schemas.versions()),
            hint=nearest(str(version), schemas.versions()),
        )
    for pool, settings in profile.pools.items():
        if pool not in templates.names:
            yield Finding(
                f"there is no pool template '{pool}'",
                settings.settings.origin,
                found=f"'{pool}'",
                expected=f"the name of a file in {templates.shown}, less .yaml.j2",
                hint=nearest(pool, templates.names),
            )


def _context(profile: Profile, pool: str, settings: PoolSettings) -> Map:
    """The names that a pool template sees."""
    here = Origin(profile.file, 1, 1)
    context = Map(here)
    for key in ("apiVersion", "subscriptionId", "resourceGroup", "location", "tags"):
        if key in profile.settings:
            context.take(key, profile.settings)
    context.put("profile", profile.name, here, here)
    context.put("pool", pool, here, here)
    if "sessionPoolName" in settings.settings:
        context.take("sessionPoolName", settings.settings)
    else:  # the template's name, less what the API does not allow in a name
        context.put("sessionPoolName", "".join(char for char in pool.lower() if char.isalnum()), here, here)
    values = profile.values
    for layer in settings.values:
        values = merge(values, layer)
    context.put("values", values, values.origin, values.origin)
    return context


def _request(profile: Profile, pool: str, settings: PoolSettings, context: Map, templates: PoolTemplates) -> Request:
    body = templates.render(pool, context)
    for layer in settings.patch:
        body = merge(body, layer)
    version = context["apiVersion"]
    put = Map(body.origin)
    for name, key in (("subscriptionId",) * 2, ("resourceGroupName", "resourceGroup"), ("sessionPoolName",) * 2):
        put.put(name, context[key], context.at[key], context.key_at[key])
    put.put("api-version", version, context.at["apiVersion"], context.key_at["apiVersion"])
    put.put(ENVELOPE, body, body.origin, body.origin)
    validate(put, version)
    return Request(
        subscription_id=put["subscriptionId"],
        resource_group_name=put["resourceGroupName"],
        session_pool_name=put["sessionPoolName"],
        api_version=version,
        body=codemodel.build(body, version),
        example=Example(
            pool, f"Create or Update Session Pool {pool} in {profile.name}", f"{templates.shown}/{pool}.yaml.j2", ""
        ),
    )


def _unread(values: list[Map], reads: set[Origin]) -> Iterator[Finding]:
    """A warning for each value that no template of the run reads."""
    for merged in values:
        for path, origin in leaves(merged, "values"):
            if origin not in reads:
                yield Finding("nothing reads this value", origin, path, severity="warning")


def _sorted(findings: Iterator[Finding] | list[Finding]) -> list[Finding]:
    """Findings by place, each once: several profiles may stumble over the same line."""
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda finding: (*(finding.origin or Origin("", 0, 0))[:3], finding.path))
