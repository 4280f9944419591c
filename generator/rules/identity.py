"""Identity (SP7): the managed identities of a pool, and who may use them."""

import re
from collections.abc import Iterator

from generator.pool import Hit, Place, Pool, repeated
from generator.rules import rule

SETTINGS = "properties.managedIdentitySettings"
REGISTRY = "properties.customContainerTemplate.registryCredentials.identity"
_SEGMENT = "[^/]+"
_USER_ASSIGNED = re.compile(
    f"/subscriptions/{_SEGMENT}/resourceGroups/{_SEGMENT}"
    f"/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{_SEGMENT}",
    re.IGNORECASE,
)
ID = "/subscriptions/.../resourceGroups/.../providers/Microsoft.ManagedIdentity/userAssignedIdentities/..."


def _kind(pool: Pool) -> str:
    """The type of the pool's identity, without blanks."""
    return pool.at("identity.type").text.replace(" ", "")


def _has(pool: Pool, kind: str) -> bool:
    return kind in _kind(pool).split(",")


def _assigned(pool: Pool) -> list[Place]:
    """The user-assigned identities, each at its resource ID."""
    return pool.at("identity.userAssignedIdentities").items


def _settings(pool: Pool) -> list[Place]:
    return pool.at(SETTINGS).items


def _uses(pool: Pool) -> list[Place]:
    """Where an identity of the pool is referred to: by a resource ID, or as ``system``."""
    places = [pool.at(REGISTRY), *(setting.at("identity") for setting in _settings(pool))]
    return [place for place in places if place.text]


def _is_system(use: Place) -> bool:
    return use.text.lower() == "system"


@rule("SP701", "error", "service code SessionPoolManagedIdentityCreationError; terraform azurerm")
def identity_is_for_custom_containers(pool: Pool) -> Iterator[Hit]:
    """Only a custom container pool can have a managed identity.

    Why: The service refuses a built-in pool with one.
    Fix: Take identity out, or set its type to None.
    """
    if pool.is_built_in and _kind(pool) not in ("", "None"):
        yield pool.at("identity.type").hit("None", "take identity out")


@rule("SP702", "warning", "terraform azurerm; Microsoft Learn: use session pools")
def settings_are_for_custom_containers(pool: Pool) -> Iterator[Hit]:
    """Only a custom container pool can have managedIdentitySettings.

    Why: The documentation gives them to custom containers alone. A public module sends them for PythonLTS as well, but
    a built-in pool has no identity that they could be about.
    Fix: Take managedIdentitySettings out.
    """
    if pool.is_built_in and _settings(pool):
        yield pool.at(SETTINGS).hit(hint="take it out", found="settings of a built-in pool")


@rule("SP703", "warning", "terraform azurerm")
def user_assigned_are_named(pool: Pool) -> Iterator[Hit]:
    """An identity of type UserAssigned must name the identities.

    Why: Terraform refuses it without, and there is nothing to assign.
    Fix: Add the resource ID of each under identity.userAssignedIdentities, with {} as its value.
    """
    if _has(pool, "UserAssigned") and not _assigned(pool):
        yield pool.at("identity.userAssignedIdentities").hit("a map of resource IDs to {}")


@rule("SP704", "warning", "terraform azurerm")
def user_assigned_are_announced(pool: Pool) -> Iterator[Hit]:
    """Identities must be named only where the type says UserAssigned.

    Why: The clients send none otherwise.
    Fix: Add UserAssigned to identity.type, or take userAssignedIdentities out.
    """
    if _assigned(pool) and not _has(pool, "UserAssigned"):
        better = "SystemAssigned,UserAssigned" if _has(pool, "SystemAssigned") else "UserAssigned"
        yield pool.at("identity.type").hit(better)


@rule("SP705", "error", "service code LinkedInvalidPropertyId of Azure Resource Manager; azure-rest-api-specs")
def user_assigned_have_ids(pool: Pool) -> Iterator[Hit]:
    """A user-assigned identity must be named by its full resource ID.

    Why: Azure Resource Manager refuses all else.
    Fix: Write the ID that the identity's page in the portal shows, from /subscriptions/ on.
    """
    for identity in _assigned(pool):
        if not _USER_ASSIGNED.fullmatch(identity.name):
            yield identity.key_hit(ID)


@rule("SP706", "error", "service message 'Duplicate identity JSON property'")
def user_assigned_differ(pool: Pool) -> Iterator[Hit]:
    """A user-assigned identity must stand only once among the pool's.

    Why: Upper and lower case are the same in a resource ID, and the service refuses one that stands twice.
    Fix: Remove one.
    """
    first: dict[str, Place] = {}
    for identity in _assigned(pool):
        if first.setdefault(identity.name.lower(), identity) is not identity:
            yield identity.key_hit("one spelling of it")


@rule("SP707", "warning", "azure-rest-api-specs; azure-cli adds it")
def system_is_assigned(pool: Pool) -> Iterator[Hit]:
    """The identity 'system' must not be used without a system-assigned identity.

    Why: There is no such identity otherwise.
    Fix: Add SystemAssigned to identity.type.
    """
    for use in _uses(pool):
        if _is_system(use) and not _has(pool, "SystemAssigned") and not pool.is_built_in:
            better = "SystemAssigned,UserAssigned" if _has(pool, "UserAssigned") else "SystemAssigned"
            yield use.hit("an identity of the pool", f"set identity.type to {better}")


@rule("SP708", "warning", "azure-rest-api-specs; azure-cli adds it; Microsoft Learn: use session pools")
def used_is_assigned(pool: Pool) -> Iterator[Hit]:
    """A user-assigned identity must be one of the pool's to be used.

    Why: The pool cannot act as an identity that it does not have.
    Fix: Add its resource ID under identity.userAssignedIdentities.
    """
    assigned = {identity.name.lower() for identity in _assigned(pool)}
    for use in _uses(pool):
        if _USER_ASSIGNED.fullmatch(use.text) and use.text.lower() not in assigned and not pool.is_built_in:
            yield use.hit("an identity of the pool", "add it under identity.userAssignedIdentities")


@rule("SP709", "warning", "azure-rest-api-specs")
def used_is_an_identity(pool: Pool) -> Iterator[Hit]:
    """An identity must be referred to as 'system', or by its full resource ID.

    Why: The specification knows no other way; system-environment is for container apps.
    Fix: Write system, or the resource ID.
    """
    for use in _uses(pool):
        if not _is_system(use) and not _USER_ASSIGNED.fullmatch(use.text):
            yield use.hit(f"system, or {ID}")


@rule("SP710", "advice", "azure-rest-api-specs; the service returns it in lower case")
def system_in_lower_case(pool: Pool) -> Iterator[Hit]:
    """The system-assigned identity should be written 'system'.

    Why: It is what the service returns: another spelling looks like a change each time that the two are compared.
    Fix: Write system.
    """
    for use in _uses(pool):
        if _is_system(use) and use.text != "system":
            yield use.hit("system", fix="system")


@rule("SP711", "warning", "azure-rest-api-specs: settings are told apart by their identities")
def settings_differ(pool: Pool) -> Iterator[Hit]:
    """An identity must have only one entry in managedIdentitySettings.

    Why: Entries are told apart by their identities; of two lifecycles, one is lost.
    Fix: Remove one.
    """
    yield from repeated(_settings(pool), "identity", any_case=True)


@rule("SP712", "advice", "Microsoft Learn: use session pools, managed identity")
def identity_is_of_use(pool: Pool) -> Iterator[Hit]:
    """An identity that does not fetch the image should be of use in sessions.

    Why: Code in a session gets no token for an identity unless its lifecycle is Main, which it is not by itself.
    Fix: Add it to managedIdentitySettings with lifecycle Main, or take it out of the pool.
    """
    registry = pool.at(REGISTRY).text.lower()
    said = {setting.at("identity").text.lower() for setting in _settings(pool)}
    if pool.is_built_in:
        return
    for identity in _assigned(pool):
        if identity.name.lower() not in {registry, *said}:
            yield identity.key_hit("an entry in managedIdentitySettings")
    if _has(pool, "SystemAssigned") and "system" not in {registry, *said}:
        yield pool.at("identity.type").hit("an entry for system in managedIdentitySettings")


@rule("SP713", "advice", "Microsoft Learn: use session pools, managed identity")
def identity_is_out_of_reach(pool: Pool) -> Iterator[Hit]:
    """An identity should be out of reach of the code in the sessions.

    Why: With lifecycle Main, whatever runs in a session can get tokens and act as the identity.
    Fix: Set lifecycle to None where sessions run code that is not your own.
    """
    for setting in _settings(pool):
        if setting.at("lifecycle").value == "Main":
            yield setting.at("lifecycle").hit("None, where sessions run code that is not your own")


@rule("SP714", "advice", "Microsoft Learn: image pull with managed identity in Azure Container Apps")
def registry_identity_is_user_assigned(pool: Pool) -> Iterator[Hit]:
    """A user-assigned identity should fetch the image.

    Why: The system-assigned identity comes into being with the pool, so it has no right to the registry when the first
    image is fetched.
    Fix: Give a user-assigned identity the role AcrPull, and set registryCredentials.identity to its resource ID.
    """
    if _is_system(pool.at(REGISTRY)):
        yield pool.at(REGISTRY).hit("the resource ID of a user-assigned identity")
