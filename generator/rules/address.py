"""Address (SP9): the name of a pool, its place, its environment and its tags."""

import re
from collections.abc import Iterator

from generator.errors import closest
from generator.pool import Hit, Pool
from generator.rules import rule

AMERICAS = (
    "brazilsouth canadacentral canadaeast centralus eastus eastus2 northcentralus westcentralus westus westus2 westus3"
)
EUROPE = (
    "francecentral francesouth germanywestcentral italynorth northeurope norwayeast polandcentral spaincentral "
    "swedencentral switzerlandnorth switzerlandwest uksouth ukwest westeurope"
)
REST = (
    "australiaeast australiasoutheast centralindia eastasia japaneast japanwest koreacentral southindia southeastasia "
    "southafricanorth uaenorth"
)
REGIONS = frozenset(f"{AMERICAS} {EUROPE} {REST}".split())
_ENVIRONMENT = re.compile(
    "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft.App/managedEnvironments/[^/]+", re.IGNORECASE
)
_ODD = re.compile(r"[<>%&\\?/\x00-\x1f\x7f]")
TAG_SOURCE = "Azure Resource Manager; Microsoft Learn: tag resources, limitations"
RESERVED = ("azure", "microsoft", "windows")


@rule("SP901", "warning", "Microsoft Learn: dynamic sessions, supported regions; service code LocationNotAllowed")
def region_has_session_pools(pool: Pool) -> Iterator[Hit]:
    """A pool must be in a region that has session pools.

    Why: The service refuses other regions. The list is the documentation's, and may have grown since.
    Fix: Choose a region of: az provider show -n Microsoft.App --query
    "resourceTypes[?resourceType=='sessionPools'].locations".
    """
    location = pool.at("location")
    region = location.text.lower().replace(" ", "")
    if region not in REGIONS:
        yield location.hit("a region that has session pools", closest(region, REGIONS))


@rule("SP902", "error", "azure-rest-api-specs: the only resource type that environmentId allows")
def environment_is_a_managed_environment(pool: Pool) -> Iterator[Hit]:
    """An environmentId must be the resource ID of a managed environment.

    Why: Nothing else can run a pool. Some examples in the documentation have a resource type that does not exist.
    Fix: Write /subscriptions/.../resourceGroups/.../providers/Microsoft.App/managedEnvironments/NAME.
    """
    environment = pool.at("properties.environmentId")
    if environment.is_set and not _ENVIRONMENT.fullmatch(environment.text):
        yield environment.hit("/subscriptions/.../resourceGroups/.../providers/Microsoft.App/managedEnvironments/NAME")


@rule("SP903", "advice", "azure-cli")
def name_is_short(pool: Pool) -> Iterator[Hit]:
    """The name of a pool should have at most 32 characters.

    Why: azure-cli takes no longer name, though the API does.
    Fix: Shorten the name.
    """
    name = pool.parameter("sessionPoolName")
    if len(name.text) > 32:
        yield name.hit("at most 32 characters", found=f"{len(name.text)} characters")


@rule("SP908", "warning", "azure-rest-api-specs: the pattern of sessionPoolName; terraform azurerm; Bicep BCP416")
def name_has_no_hyphen(pool: Pool) -> Iterator[Hit]:
    """The name of a pool must be of lower-case letters and digits.

    Why: So say the specification, Terraform and Bicep; only azure-cli and the documentation's examples have hyphens.
    Fix: Take the hyphens out, unless the pool already has this name.
    """
    name = pool.parameter("sessionPoolName")
    if "-" in name.text:
        yield name.hit("lower-case letters and digits", f"a new pool can be {name.text.replace('-', '')}")


@rule("SP904", "error", TAG_SOURCE)
def tags_within_limits(pool: Pool) -> Iterator[Hit]:
    """A pool can have at most 50 tags, with names of at most 512 characters and values of at most 256.

    Why: Azure Resource Manager refuses more, and more than 24,576 bytes in all.
    Fix: Drop tags, shorten them, or put several into one as JSON.
    """
    tags = pool.at("tags")
    if len(tags.items) > 50:
        yield tags.hit("at most 50 tags", found=f"{len(tags.items)} tags")
    size = sum(len((tag.name + tag.text).encode()) for tag in tags.items)
    if size > 24576:
        yield tags.hit("at most 24,576 bytes", found=f"{size:,} bytes")
    for tag in tags.items:
        for what, size, most in (("name", len(tag.name), 512), ("value", len(tag.text), 256)):
            if size > most:
                yield tag.hit(f"a {what} of at most {most} characters", found=f"{size} characters")


@rule("SP905", "error", "azure-rest-api-specs: tags of Microsoft.Resources")
def tag_names_are_free(pool: Pool) -> Iterator[Hit]:
    """The name of a tag must not begin with azure, microsoft or windows.

    Why: These names are reserved, in upper and lower case; Azure Resource Manager refuses them.
    Fix: Rename the tag.
    """
    for tag in pool.at("tags").items:
        if tag.name.lower().startswith(RESERVED):
            yield tag.key_hit("another name")


@rule("SP906", "error", "service code InvalidTagNameCharacters of Azure Resource Manager")
def tag_names_are_plain(pool: Pool) -> Iterator[Hit]:
    r"""The name of a tag must hold none of < > % & \ ? / and no control character.

    Why: Azure Resource Manager refuses them, but for names that begin with hidden or link.
    Fix: Rename the tag.
    """
    for tag in pool.at("tags").items:
        if _ODD.search(tag.name) and not tag.name.lower().startswith(("hidden", "link")):
            yield tag.key_hit(r"a name without < > % & \ ? / and control characters")


@rule("SP907", "warning", TAG_SOURCE)
def tag_names_differ(pool: Pool) -> Iterator[Hit]:
    """The names of tags must differ in more than upper and lower case.

    Why: To Azure they are one tag, and one of the values is lost.
    Fix: Remove one.
    """
    seen: set[str] = set()
    for tag in pool.at("tags").items:
        if tag.name.lower() in seen:
            yield tag.key_hit("one spelling of it")
        seen.add(tag.name.lower())
