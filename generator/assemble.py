"""Assemble the PUT request of one profile and one pool: what its template sees, its body, and where both go."""

from collections.abc import Iterator

from generator import deploysettings, schemas, uses
from generator.build import build
from generator.deferred import Deferred
from generator.errors import Finding, Refused, describe, nearest
from generator.merge import merge
from generator.origins import Map, Origin
from generator.profiles import PoolSettings, Profile
from generator.render import SUFFIX, PoolTemplates
from generator.schemas import ENVELOPE
from generator.settled import settled
from generator.targets import Example, Request
from generator.validate import validate

REQUIRED = {"apiVersion": "a version, such as 2025-07-01", "subscriptionId": "a UUID", "resourceGroup": "a name"}
SEEN = (*REQUIRED, "location", "tags")


def shape(profile: Profile, templates: PoolTemplates) -> Iterator[Finding]:
    """What a profile lacks before any of its pools can be rendered, and which of its pools have no template."""
    for key, what in REQUIRED.items():
        if key not in profile.settings:
            says, hint = f"profile '{profile.name}' sets no {key}", "set it here, or in a profile that this one extends"
            yield Finding(says, Origin(profile.file, 1, 1), expected=what, hint=hint)
    version = profile.settings.get("apiVersion", schemas.versions()[-1])
    if version not in schemas.versions():
        yield schemas.unknown(version, profile.settings.at["apiVersion"])
    yield from deploysettings.wrong(profile)
    for pool, settings in profile.pools.items():
        if pool not in templates.names:
            expected = f"the name of a file in {templates.shown}, less {SUFFIX}"
            hint = nearest(pool, templates.names)
            yield Finding(
                "there is no such pool template", settings.at, found=f"'{pool}'", expected=expected, hint=hint
            )


def context(profile: Profile, pool: str, settings: PoolSettings) -> Map:
    """The names that a pool template sees, with their origins."""
    here = Origin(profile.file, 1, 1)
    names = Map(here)
    for key in SEEN:
        if key in profile.settings:
            names.take(key, profile.settings)
    names.put("profile", profile.name, here, here)
    names.put("pool", pool, here, here)
    if "sessionPoolName" in settings.settings:
        names.take("sessionPoolName", settings.settings)
    else:  # the template's name, less what the API does not allow in a name
        names.put("sessionPoolName", "".join(char for char in pool.lower() if char.isalnum()), here, here)
    values = profile.values
    for layer in settings.values:
        values = merge(values, layer)
    names.put("values", values, values.origin, values.origin)
    return names


def rendered(names: Map, pool: str, settings: PoolSettings, templates: PoolTemplates) -> Map:
    """The PUT of a pool whose template sees ``names``: parameters and body, unchecked. Raises Refused."""
    body = templates.render(pool, names)
    for layer in settings.patch:
        body = merge(body, layer)
    request = Map(body.origin)
    for parameter, key in (
        ("subscriptionId", "subscriptionId"),
        ("resourceGroupName", "resourceGroup"),
        ("sessionPoolName", "sessionPoolName"),
        ("api-version", "apiVersion"),
    ):
        request.put(parameter, names[key], names.at[key], names.key_at[key])
    request.put(ENVELOPE, body, body.origin, body.origin)
    return request


def expect_valid(request: Map) -> None:
    """Raise Refused where a PUT does not fit the schema of its API version."""
    if unknown := [key for key in request if isinstance(request[key], Deferred)]:
        raise Refused(_undecided(request, key) for key in unknown)
    validate(settled(request), request["api-version"])
    if wrong := list(uses.wrong(request, request["api-version"])):
        raise Refused(wrong)


def _undecided(request: Map, key: str) -> Finding:
    says, hint = f"{key} cannot be left to deploy time", "write it in the profile"
    return Finding(says, request.at[key], found=describe(request[key]), expected="text", hint=hint)


def request(put: Map, profile: Profile, pool: str) -> Request:
    """A checked PUT as every target gets it."""
    return Request(
        profile=profile.name,
        subscription_id=put["subscriptionId"],
        resource_group_name=put["resourceGroupName"],
        session_pool_name=put["sessionPoolName"],
        api_version=put["api-version"],
        body=build(put[ENVELOPE], put["api-version"]),
        example=Example(
            name=pool,
            title=f"Create or Update Session Pool {pool} in {profile.name}",
            original_file=pool + SUFFIX,  # not its folder: output must not depend on where the project lies
            address=pool + SUFFIX,
        ),
        **deploysettings.read(profile)._asdict(),
    )
