"""Secrets (SP6): what a pool keeps, and what refers to it."""

import functools
import re
from collections.abc import Iterator
from typing import Any

from generator.deferred import NAME
from generator.looks import MASK, looks
from generator.pool import Hit, Path, Place, Pool, repeated
from generator.rules import rule
from generator.schemas import ENVELOPE
from generator.secretplaces import secret_places

EXPECTED = 'secret("NAME"), which asks for it at deploy time'
_UNFIT = re.compile("[^A-Za-z0-9]+")
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?")


def _secrets(pool: Pool) -> list[Place]:
    return pool.at("properties.secrets").items


def _references(pool: Pool) -> list[Place]:
    """The secretRef of each environment variable that has one."""
    variables = (variable for container in pool.containers for variable in container.at("env").items)
    return [variable.at("secretRef") for variable in variables if variable.at("secretRef").is_set]


@rule("SP601", "warning", "terraform azurerm; azure-cli makes such names")
def secret_has_a_name(pool: Pool) -> Iterator[Hit]:
    """A secret must have a name of lower-case letters, digits and '-', with no '-' first or last.

    Why: Terraform refuses other names.
    Fix: Rename the secret, here and where it is referred to.
    """
    for secret in _secrets(pool):
        if not _NAME.fullmatch(secret.at("name").text):
            better = re.sub(r"[^a-z0-9]+", "-", secret.at("name").text.lower()).strip("-")
            yield secret.at("name").hit("a name such as 'registry-password'", f"write '{better}'" if better else "")


@rule("SP602", "warning", "azure-cli; azure-rest-api-specs: secrets are told apart by their names")
def secret_names_differ(pool: Pool) -> Iterator[Hit]:
    """The secrets of a pool must have different names.

    Why: azure-cli refuses a name that stands twice; of two values, one is lost.
    Fix: Remove one.
    """
    yield from repeated(_secrets(pool), "name")


@rule("SP603", "warning", "terraform azurerm; service code ContainerAppSecretInvalid for container apps")
def secret_has_a_value(pool: Pool) -> Iterator[Hit]:
    """A secret must have a value.

    Why: The service never gives values back, so each request must carry them all again. Terraform refuses an empty
    one, and so does the service for container apps.
    Fix: Set the value, or take the secret out.
    """
    for secret in _secrets(pool):
        if not secret.at("value").is_set or secret.at("value").value == "":
            yield secret.at("value").hit("text that is not empty")


@rule("SP604", "warning", "azure-cli for registry passwords; the service for container apps")
def reference_is_a_secret(pool: Pool) -> Iterator[Hit]:
    """A secretRef must be the name of one of the pool's secrets.

    Why: The variable would have no value.
    Fix: Add the secret under properties.secrets, or correct the name.
    """
    for reference in _references(pool):
        if reference.text.lower() not in pool.secret_names:
            yield pool.secret_hit(reference)


@rule("SP605", "advice", "good practice: what nobody reads should not be stored")
def secret_is_used(pool: Pool) -> Iterator[Hit]:
    """A secret should be used by an environment variable, or as a registry's password.

    Why: A secret that nothing refers to is only there to be stolen.
    Fix: Take the secret out, or refer to it with secretRef or passwordSecretRef.
    """
    password = pool.at("properties.customContainerTemplate.registryCredentials.passwordSecretRef")
    used = {place.text.lower() for place in (*_references(pool), password)}
    for secret in _secrets(pool):
        if secret.at("name").text and secret.at("name").text.lower() not in used:
            yield secret.at("name").hit(hint="nothing refers to it")


@rule("SP606", "error", "azure-rest-api-specs: x-ms-secret; Bicep linter use-secure-value-for-secure-inputs")
def secret_is_not_written_down(pool: Pool) -> Iterator[Hit]:
    """A secret's value must be asked for at deploy time.

    Why: What is written here is in every artifact, in the repository and in its history; a parameter's value stands in
    the logs of deployments.
    Fix: Write secret("NAME") for the value. A value that is none, as in a test, can be kept by an ignore of this rule.
    """
    if pool.is_example:
        return
    for place in _secret_places(pool):
        asked = [each.ask for each in pool.asked if each.path == place.path]
        if asked and not any(ask.secure for ask in asked):
            hint = f'write secret("{asked[0].name}")'
            yield place.hit(EXPECTED, hint, found=str(asked[0]))._replace(deferred=True)
        elif not asked and place.text:
            name = _UNFIT.sub("_", str(pool.value((*place.path[:-1], "name")))).strip("_").upper()
            hint = f'write secret("{name}"), and put the old value out of use' if NAME.fullmatch(name) else ""
            yield place.hit(EXPECTED, hint, masked(place))


@rule("SP607", "error", "azure-rest-api-specs: the service gives back all but what is x-ms-secret")
def secret_stays_secret(pool: Pool) -> Iterator[Hit]:
    """A secret must be asked for only where the service keeps it.

    Why: Everywhere else who may read the pool can read the value.
    Fix: Put it under properties.secrets, and refer to it with secretRef; or ask with parameter("NAME").
    """
    kept = {place.path for place in _secret_places(pool)}
    for path, on_key, ask in pool.asked:
        if ask.secure and (on_key or path not in kept):
            hint = "put it under properties.secrets, and refer to it with secretRef"
            yield Hit(path, str(ask), "a value that may be read", hint, on_key, deferred=True)


@rule(
    "SP608", "warning", "the documented shapes of tokens; good practice: secrets are kept where the service hides them"
)
def nothing_looks_like_a_secret(pool: Pool) -> Iterator[Hit]:
    """A text that everyone may read must not look like a secret.

    Why: All but the values of secrets can be read by who may read the pool, and stands in every artifact.
    Fix: Put it under properties.secrets as secret("NAME"), and refer to it with secretRef. Where it is no secret,
    ignore this rule on its line.
    """
    kept = {place.path for place in _secret_places(pool)}
    for path, on_key, text in _texts((ENVELOPE,), pool.body):
        for look in () if path in kept else looks(text):
            found = f"{MASK}, {look.end - look.start} characters that look like {look.what}"
            yield Hit(path, found, "text that may be read", "properties.secrets is the place for secrets", on_key)


def masked(place: Place) -> str:
    """How a secret is shown: not at all, and how long it is."""
    size = len(place.text)
    return f"{MASK}, {size} character{'s' if size > 1 else ''}"


@functools.lru_cache(maxsize=1)  # three rules ask the same of a pool
def _secret_places(pool: Pool) -> list[Place]:
    """The places that the schema marks as secret."""
    return [Place(*found) for found in secret_places(pool.request, pool.parameter("api-version").value)]


def _texts(path: Path, value: Any) -> Iterator[tuple[Path, bool, str]]:
    """Every text in a body, with its path, and whether it is a key."""
    match value:
        case dict():
            for key, item in value.items():
                yield (*path, key), True, str(key)
                yield from _texts((*path, key), item)
        case list():
            for index, item in enumerate(value):
                yield from _texts((*path, index), item)
        case str():
            yield path, False, value
