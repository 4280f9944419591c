"""What a profile says of its deployments beside the pools: where their secrets lie."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator import resourceids
from generator.errors import Finding, describe
from generator.profiles import Profile
from generator.resourceids import KEY_VAULT, ResourceId


class DeploySettings(NamedTuple):
    """As Request has them."""

    key_vault: ResourceId | None = None


def wrong(profile: Profile) -> Iterator[Finding]:
    """What is said in a way that nobody understands."""
    vault = profile.settings.get("keyVault")
    if vault is not None and not (isinstance(vault, str) and re.fullmatch(KEY_VAULT, vault)):
        expected = "/subscriptions/UUID/resourceGroups/GROUP/providers/Microsoft.KeyVault/vaults/NAME"
        at = profile.settings.at["keyVault"]
        yield Finding("a Key Vault is named by its resource ID", at, found=describe(vault), expected=expected)


def read(profile: Profile) -> DeploySettings:
    """What a profile says, in which nothing is wrong."""
    vault = profile.settings.get("keyVault")
    return DeploySettings(resourceids.parts(vault) if vault else None)
