"""Role assignments of deployments, as Azure takes them."""

import re
from typing import Any

TYPE = ("Microsoft.Authorization/roleAssignments", "2022-04-01")
ROLE = "0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0"  # Azure ContainerApps Session Executor
PRINCIPALS = {None, "User", "Group", "ServicePrincipal", "ForeignGroup", "Device"}


def guid(*parts: str) -> str:
    """What stands for the GUID of some texts."""
    assert all(isinstance(part, str) for part in parts), f"guid of {parts}"
    return f"guid({', '.join(parts)})"


def executor(type_: tuple[str, str], found: dict[str, Any], subscription: str, pool_id: str) -> tuple[str, str]:
    """The principal of the assignment of the executors' role on a pool, and its type; fails where it is another."""
    assert type_ == TYPE, f"a {type_}"
    properties = found["properties"]
    principal, kind = properties.pop("principalId"), properties.pop("principalType", None)
    assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", principal), f"no object ID: {principal}"
    assert kind in PRINCIPALS, f"no type of principal: {kind}"
    role = f"/subscriptions/{subscription}/providers/Microsoft.Authorization/roleDefinitions/{ROLE}"
    wanted = {"name": guid(pool_id, principal, ROLE), "properties": {"roleDefinitionId": role}}
    assert found == wanted, f"not the executors' role: {found}"
    return principal, kind or ""
