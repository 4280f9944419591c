"""Network (SP8): how far sessions reach."""

from collections.abc import Iterator

from generator.pool import Hit, Pool
from generator.rules import rule

STATUS = "properties.sessionNetworkConfiguration.status"


@rule("SP801", "advice", "azure-cli, terraform azurerm and the Azure Verified Module always send it")
def status_is_set(pool: Pool) -> Iterator[Hit]:
    """A pool should say whether its sessions reach the network.

    Why: By default they do not; who reads the pool should not have to know that.
    Fix: Set sessionNetworkConfiguration.status.
    """
    if not pool.at(STATUS).is_set:
        yield pool.at(STATUS).hit("EgressEnabled or EgressDisabled")


@rule("SP802", "advice", "Microsoft Learn: use session pools, security")
def credentials_stay_in(pool: Pool) -> Iterator[Hit]:
    """Sessions that hold secrets or tokens should not reach the network.

    Why: Code in a session reads its environment and can get tokens; with egress it can send them anywhere.
    Fix: Set the status to EgressDisabled, or keep secrets and identities out of the sessions.
    """
    settings = pool.at("properties.managedIdentitySettings").items
    variables = [variable for container in pool.containers for variable in container.at("env").items]
    tokens = any(setting.at("lifecycle").value == "Main" for setting in settings)
    secrets = any(variable.at("secretRef").is_set for variable in variables)
    if pool.at(STATUS).value == "EgressEnabled" and (tokens or secrets):
        what = " and ".join(name for name, there in (("secrets", secrets), ("tokens of an identity", tokens)) if there)
        yield pool.at(STATUS).hit("EgressDisabled", f"its sessions hold {what}")
