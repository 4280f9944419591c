"""Registry (SP5): access to the registry that holds the image."""

import re
from collections.abc import Iterator

from generator.pool import Hit, Place, Pool
from generator.rules import rule

CREDENTIALS = "properties.customContainerTemplate.registryCredentials"
AZURE = (".azurecr.io", ".azurecr.cn", ".azurecr.us")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?")


def _credentials(pool: Pool) -> tuple[Place, Place, Place]:
    """The places of identity, user name and password."""
    place = pool.at(CREDENTIALS)
    return place.at("identity"), place.at("username"), place.at("passwordSecretRef")


@rule("SP501", "warning", "terraform azurerm; azure-cli")
def server_is_set(pool: Pool) -> Iterator[Hit]:
    """Registry credentials must name their registry.

    Why: The clients refuse credentials that are for no registry.
    Fix: Set registryCredentials.server to the registry's host name.
    """
    credentials = pool.at(CREDENTIALS)
    if credentials.is_set and not credentials.at("server").value:
        yield credentials.at("server").hit("a host name, such as contoso.azurecr.io")


@rule("SP502", "warning", "azure-rest-api-specs; azure-cli")
def server_is_a_host(pool: Pool) -> Iterator[Hit]:
    """A registry must be named by its host name alone.

    Why: An image's name begins with the host name; an address with https:// or a path is never the same.
    Fix: Leave the scheme and the path out: contoso.azurecr.io.
    """
    server = pool.at(CREDENTIALS).at("server")
    if server.text and not _HOST.fullmatch(server.text):
        host = server.text.partition("://")[2].partition("/")[0]
        yield server.hit("a host name", f"write {host}" if _HOST.fullmatch(host) else "")


@rule("SP503", "warning", "terraform azurerm")
def one_way_in(pool: Pool) -> Iterator[Hit]:
    """Registry credentials must be an identity, or a user name and a password, but not both.

    Why: Terraform refuses both at once; which of them the service would use is not documented.
    Fix: Keep the identity, and take username and passwordSecretRef out, or the other way round.
    """
    identity, *others = _credentials(pool)
    if identity.is_set and any(other.is_set for other in others):
        names = " and ".join(other.name for other in others if other.is_set)
        yield identity.hit(hint=f"take it out, or {names}")


@rule("SP504", "warning", "terraform azurerm; azure-cli")
def way_in_is_whole(pool: Pool) -> Iterator[Hit]:
    """Registry credentials must have an identity, or both a user name and a password.

    Why: The clients refuse half of them. For a registry that everyone may read there need be none at all.
    Fix: Set identity, or username and passwordSecretRef.
    """
    identity, username, password = _credentials(pool)
    if pool.at(CREDENTIALS).is_set and not identity.is_set and not (username.is_set and password.is_set):
        hint = "" if username.is_set or password.is_set else "or identity, for an Azure Container Registry"
        missing = password if username.is_set else username
        yield missing.hit("both username and passwordSecretRef", hint)


@rule("SP505", "warning", "azure-rest-api-specs: description of SessionRegistryCredentials")
def identity_is_for_azure(pool: Pool) -> Iterator[Hit]:
    """A managed identity can give access to an Azure Container Registry only.

    Why: Other registries do not know it.
    Fix: For another registry, set username and passwordSecretRef.
    """
    identity, *_ = _credentials(pool)
    server = pool.at(CREDENTIALS).at("server")
    if identity.is_set and _HOST.fullmatch(server.text) and not server.text.lower().endswith(AZURE):
        yield server.hit("a host name that ends in .azurecr.io")


@rule("SP506", "warning", "azure-cli")
def password_is_a_secret(pool: Pool) -> Iterator[Hit]:
    """The password of a registry must be one of the pool's secrets.

    Why: azure-cli refuses a passwordSecretRef that names none; the image could not be fetched.
    Fix: Add the secret under properties.secrets, or correct the name.
    """
    *_, password = _credentials(pool)
    if password.text and password.text.lower() not in pool.secret_names:
        yield pool.secret_hit(password)


@rule("SP507", "advice", "azure-rest-api-specs: credentials are for a registry")
def credentials_are_used(pool: Pool) -> Iterator[Hit]:
    """Registry credentials should be for the registry of the image.

    Why: They are of no use to an image of another registry.
    Fix: Let the image's name begin with registryCredentials.server.
    """
    server = pool.at(CREDENTIALS).at("server").text.lower()
    images = [container.at("image") for container in pool.containers if container.at("image").text]
    if _HOST.fullmatch(server) and images and not any(image.text.lower().startswith(f"{server}/") for image in images):
        yield images[0].hit(f"an image of {server}")
