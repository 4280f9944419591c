"""Lifecycle (SP2): who manages a pool, and what ends its sessions."""

from collections.abc import Iterator

from generator.bounds import BOUNDS
from generator.pool import Hit, Place, Pool
from generator.rules import rule

MANAGEMENT = "properties.poolManagementType"
DYNAMIC = "properties.dynamicPoolConfiguration"
COOLDOWN = "cooldownPeriodInSeconds"
MAX_ALIVE = "maxAlivePeriodInSeconds"
CLIENTS = "azure-cli; terraform azurerm; Microsoft Learn: session pools"


def _lifecycle(pool: Pool) -> Place:
    return pool.at(f"{DYNAMIC}.lifecycleConfiguration")


def _ends(pool: Pool) -> str:
    """What ends a session of a dynamic pool: Timed where nothing is said."""
    return (_lifecycle(pool).at("lifecycleType").text or "Timed") if pool.at(DYNAMIC).is_set else ""


@rule("SP201", "error", "service code SessionPoolInvalidPoolManagementType; terraform azurerm; azure-cli")
def dynamic(pool: Pool) -> Iterator[Hit]:
    """A pool must be managed dynamically.

    Why: The API lists Manual, but the service refuses to create such a pool.
    Fix: Set poolManagementType to Dynamic.
    """
    if pool.at(MANAGEMENT).text not in ("", "Dynamic"):
        yield pool.at(MANAGEMENT).hit("Dynamic")


@rule("SP202", "warning", "azure-cli always sends it; terraform azurerm")
def management_is_set(pool: Pool) -> Iterator[Hit]:
    """A pool must say that it is managed dynamically.

    Why: No client leaves poolManagementType out, and no documentation says what the service then takes.
    Fix: Set poolManagementType to Dynamic.
    """
    if not pool.at(MANAGEMENT).is_set:
        yield pool.at(MANAGEMENT).hit("Dynamic", fix="Dynamic")


@rule("SP203", "error", "terraform azurerm: the API refuses a dynamic pool without it")
def dynamic_configuration_is_set(pool: Pool) -> Iterator[Hit]:
    """A dynamic pool must have a dynamicPoolConfiguration.

    Why: The service refuses a pool whose poolManagementType is Dynamic without one.
    Fix: Say under dynamicPoolConfiguration.lifecycleConfiguration what ends a session.
    """
    if pool.at(MANAGEMENT).value == "Dynamic" and not pool.at(DYNAMIC).is_set:
        yield pool.at(DYNAMIC).hit("a map with lifecycleConfiguration")


@rule("SP204", "warning", CLIENTS)
def exit_is_for_custom_containers(pool: Pool) -> Iterator[Hit]:
    """Only the sessions of a custom container pool can end with their container.

    Why: The clients refuse OnContainerExit for a built-in pool, and the documentation gives it to custom containers.
    Fix: Set lifecycleType to Timed, with cooldownPeriodInSeconds.
    """
    if pool.is_built_in and _ends(pool) == "OnContainerExit":
        yield _lifecycle(pool).at("lifecycleType").hit("Timed")


@rule("SP205", "warning", CLIENTS)
def timed_has_no_max_alive(pool: Pool) -> Iterator[Hit]:
    """A Timed session must have no maxAlivePeriodInSeconds.

    Why: The clients refuse it. A session is Timed where lifecycleType is not set, too.
    Fix: Take maxAlivePeriodInSeconds out, or set lifecycleType to OnContainerExit.
    """
    if _ends(pool) == "Timed" and _lifecycle(pool).at(MAX_ALIVE).is_set:
        yield _lifecycle(pool).at(MAX_ALIVE).hit(hint=f"a Timed session has {COOLDOWN}, one OnContainerExit has this")


@rule("SP206", "warning", CLIENTS)
def exit_has_no_cooldown(pool: Pool) -> Iterator[Hit]:
    """A session that ends with its container must have no cooldownPeriodInSeconds.

    Why: The clients refuse it: such a session does not end by being idle.
    Fix: Take cooldownPeriodInSeconds out, or set lifecycleType to Timed.
    """
    if _ends(pool) == "OnContainerExit" and _lifecycle(pool).at(COOLDOWN).is_set:
        yield _lifecycle(pool).at(COOLDOWN).hit(hint=f"a session OnContainerExit has {MAX_ALIVE}, a Timed one has this")


@rule("SP207", "warning", "terraform azurerm; azure-cli always sends it")
def timed_has_cooldown(pool: Pool) -> Iterator[Hit]:
    """A Timed session must say after how many idle seconds it ends.

    Why: Terraform refuses a pool that does not say it, and no documentation says what the service then takes.
    Fix: Set cooldownPeriodInSeconds, from 300 to 3600.
    """
    lifecycle = _lifecycle(pool)
    if _ends(pool) == "Timed" and not lifecycle.at(COOLDOWN).is_set and not lifecycle.at(MAX_ALIVE).is_set:
        yield lifecycle.at(COOLDOWN).hit(str(BOUNDS[COOLDOWN]))


@rule("SP208", "warning", "terraform azurerm; azure-cli always sends it")
def exit_has_max_alive(pool: Pool) -> Iterator[Hit]:
    """A session that ends with its container must say after how many seconds it ends at the latest.

    Why: Terraform refuses a pool that does not say it, and no documentation says what the service then takes.
    Fix: Set maxAlivePeriodInSeconds.
    """
    if _ends(pool) == "OnContainerExit" and not _lifecycle(pool).at(MAX_ALIVE).is_set:
        yield _lifecycle(pool).at(MAX_ALIVE).hit(str(BOUNDS[MAX_ALIVE]))


@rule("SP209", "warning", "Microsoft Learn: session pools; terraform azurerm")
def cooldown_within_bounds(pool: Pool) -> Iterator[Hit]:
    """A session must end after 300 to 3600 idle seconds.

    Why: The documentation gives these bounds, and Terraform refuses what is outside them.
    Fix: Set cooldownPeriodInSeconds from 300 to 3600.
    """
    cooldown = _lifecycle(pool).at(COOLDOWN)
    if cooldown.number is not None and not BOUNDS[COOLDOWN].hold(cooldown.number):
        yield cooldown.hit(str(BOUNDS[COOLDOWN]))


@rule("SP210", "warning", "terraform azurerm")
def max_alive_is_positive(pool: Pool) -> Iterator[Hit]:
    """A session must be allowed to live for a second.

    Why: Terraform refuses a maxAlivePeriodInSeconds below 1.
    Fix: Set maxAlivePeriodInSeconds to what the longest session needs.
    """
    alive = _lifecycle(pool).at(MAX_ALIVE)
    if alive.number is not None and not BOUNDS[MAX_ALIVE].hold(alive.number):
        yield alive.hit(str(BOUNDS[MAX_ALIVE]))


@rule("SP211", "advice", "Microsoft Learn: session pools")
def lifecycle_is_set(pool: Pool) -> Iterator[Hit]:
    """A dynamic pool should say what ends a session.

    Why: A session is Timed where nothing is said, whichever of the two periods is set.
    Fix: Set lifecycleType to Timed or OnContainerExit.
    """
    if pool.at(DYNAMIC).is_set and not _lifecycle(pool).at("lifecycleType").is_set:
        yield _lifecycle(pool).at("lifecycleType").hit("Timed or OnContainerExit")


@rule("SP212", "advice", "Microsoft Learn: code interpreter sessions, security")
def idle_sessions_end_soon(pool: Pool) -> Iterator[Hit]:
    """A session should end after no more than 15 idle minutes.

    Why: What one user leaves in a session can be read for as long as it lives, and each idle session takes a place.
    Fix: Set cooldownPeriodInSeconds to 900 or less.
    """
    cooldown = _lifecycle(pool).at(COOLDOWN)
    if cooldown.number is not None and cooldown.number > 900:
        yield cooldown.hit("an integer from 300 to 900")
