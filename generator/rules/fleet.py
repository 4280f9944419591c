"""Fleet (SP95): what the pools of all profiles are together."""

from collections.abc import Iterator
from itertools import islice

from generator.pool import Hit, Pool
from generator.rules import rule

QUOTA = 6


def _differences(pool: Pool, *names: str) -> Iterator[Hit]:
    """A hit for each property in which a pool differs from the first of the same resource ID."""
    first = pool.rivals[0]
    for name in names:
        mine, other = pool.at(name), first.at(name)
        if mine.is_set and other.is_set and _folded(mine.text) != _folded(other.text):
            yield mine.hit(
                f"'{other.text}', as at {first.origin(other.path)}", "give one of the two pools another name"
            )


def _folded(text: str) -> str:
    """Regions and resource IDs are the same in upper and lower case, and regions with blanks or without."""
    return text.lower().replace(" ", "")


@rule("SP951", "error", "azure-rest-api-specs: both are set once; service code InvalidResourceLocation")
def one_pool_one_place(pool: Pool) -> Iterator[Hit]:
    """A pool that is described twice must have one location and one environment.

    Why: Neither can be changed once the pool is there: the second deployment fails, or is not what the profile says.
    Fix: Give the pools different names or resource groups, or make them agree.
    """
    yield from _differences(pool, "location", "properties.environmentId")


@rule("SP952", "warning", "azure-cli; terraform azurerm makes the pool anew")
def one_pool_one_type(pool: Pool) -> Iterator[Hit]:
    """A pool that is described twice must have one container type and one kind of management.

    Why: The clients refuse to change either once the pool is there.
    Fix: Give the pools different names or resource groups, or make them agree.
    """
    yield from _differences(pool, "properties.containerType", "properties.poolManagementType")


@rule("SP953", "warning", "Microsoft Learn: quotas for Azure Container Apps")
def pools_within_quota(pool: Pool) -> Iterator[Hit]:
    """A subscription can hold at most 6 session pools.

    Why: That is the documented limit until support raises it; the next deployment fails.
    Fix: Ask support for more and ignore this rule, or use another subscription.
    """
    first_too_many = next(islice(pool.neighbours.values(), QUOTA, None), None)
    if pool is first_too_many:
        found = f"{len(pool.neighbours)} pools in all profiles"
        yield pool.parameter("subscriptionId").hit(f"at most {QUOTA}", found=found)


@rule("SP954", "warning", "azure-rest-api-specs: a PUT replaces the whole pool")
def one_pool_one_description(pool: Pool) -> Iterator[Hit]:
    """A pool must not be described in two ways.

    Why: Each deployment replaces what the one before has made, so what runs depends on which came last.
    Fix: Give the pools different names or resource groups, or keep one of them.
    """
    first = pool.rivals[0]
    if pool.body != first.body:
        expected, hint = "a name or resource group of its own", f"the other is {first.label}"
        yield pool.parameter("sessionPoolName").hit(expected, hint, found=pool.label)
