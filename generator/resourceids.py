"""IDs of Azure resources in a resource group, and the parts of them."""

import re
from typing import NamedTuple

_ID = re.compile("/subscriptions/([^/]+)/resourceGroups/([^/]+)/providers/([^/]+/[^/]+)/([^/]+)", re.IGNORECASE)
_UUID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
UUID = f"^{_UUID}$"  # these as JavaScript and Python read them
KEY_VAULT = (
    f"^/subscriptions/{_UUID}/resourceGroups/[^/]{{1,90}}"
    "/providers/Microsoft\\.KeyVault/vaults/[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$"
)


class ResourceId(NamedTuple):
    """The parts of a resource's ID, as they are spelled there."""

    subscription: str
    group: str
    type: str
    name: str

    def __str__(self) -> str:
        return f"/subscriptions/{self.subscription}/resourceGroups/{self.group}/providers/{self.type}/{self.name}"


def parts(text: str) -> ResourceId | None:
    """The parts of an ID, whatever its case; None where a text is none."""
    found = _ID.fullmatch(text)
    return ResourceId(*found.groups()) if found else None
