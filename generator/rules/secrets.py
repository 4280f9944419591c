"""Secrets (SP6): what a pool keeps, and what refers to it."""

import re
from collections.abc import Iterator

from generator.pool import Hit, Place, Pool, repeated
from generator.rules import rule

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
