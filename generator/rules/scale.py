"""Scale (SP1): how many sessions a pool holds, and how many it keeps ready."""

from collections.abc import Iterator

from generator.bounds import BOUNDS, OF_BUILT_IN, OF_CUSTOM
from generator.pool import Hit, Pool
from generator.rules import rule

MOST = "properties.scaleConfiguration.maxConcurrentSessions"
READY = "properties.scaleConfiguration.readySessionInstances"


@rule("SP101", "error", "service code SessionPoolInvalidReadySessionInstances; terraform azurerm")
def ready_within_bounds(pool: Pool) -> Iterator[Hit]:
    """A custom container pool must keep at least one session ready, and fewer than its maximum.

    Why: The service refuses such a pool when it is created and when it is changed. Old pools may still have 0.
    Fix: Set readySessionInstances to 1 or more, and maxConcurrentSessions above it: to 2 at least.
    """
    ready, most = pool.at(READY), pool.at(MOST).number
    bounds = OF_CUSTOM["readySessionInstances"]
    expected = f"{bounds}, and maxConcurrentSessions above it"
    if most is not None and most > bounds.least:
        expected = f"{bounds} to {round(most) - 1}, as maxConcurrentSessions is {round(most)}"
    if not pool.is_custom or ready.number is None:
        return
    if not bounds.hold(ready.number) or (most is not None and ready.number >= most):
        yield ready.hit(expected)


@rule("SP102", "warning", "terraform azurerm; azure-cli always sends it")
def ready_is_set(pool: Pool) -> Iterator[Hit]:
    """A custom container pool must say how many sessions it keeps ready.

    Why: Terraform refuses a pool that does not say it, and the service takes no pool that keeps none.
    Fix: Set scaleConfiguration.readySessionInstances to 1 or more.
    """
    if pool.is_custom and not pool.at(READY).is_set:
        yield pool.at(READY).hit(str(OF_CUSTOM["readySessionInstances"]))


@rule("SP103", "warning", "measurements of the service, published in August 2026")
def ready_is_for_custom_containers(pool: Pool) -> Iterator[Hit]:
    """Only a custom container pool can keep sessions ready.

    Why: The service takes readySessionInstances of a built-in pool without a word, and ignores it.
    Fix: Leave readySessionInstances out.
    """
    if pool.is_built_in and pool.at(READY).number:
        yield pool.at(READY).hit(hint="take it out; it changes nothing")


@rule("SP104", "error", "terraform azurerm; a pool without sessions serves nobody")
def some_sessions(pool: Pool) -> Iterator[Hit]:
    """A pool must hold at least one session.

    Why: A pool that may not have a session can answer no request.
    Fix: Set maxConcurrentSessions to 1 or more; to 2 or more for a custom container pool.
    """
    most = pool.at(MOST).number
    if most is not None and not BOUNDS["maxConcurrentSessions"].hold(most):
        yield pool.at(MOST).hit(str(BOUNDS["maxConcurrentSessions"]))


@rule("SP105", "warning", "Microsoft Learn: session pools, code interpreter settings")
def built_in_sessions_within_limit(pool: Pool) -> Iterator[Hit]:
    """A built-in pool can hold at most 600 sessions.

    Why: The documentation gives 600 as the most that a code interpreter pool can have.
    Fix: Lower maxConcurrentSessions, and spread the load over several pools.
    """
    most, bounds = pool.at(MOST).number, OF_BUILT_IN["maxConcurrentSessions"]
    if pool.is_built_in and most is not None and bounds.most is not None and most > bounds.most:
        yield pool.at(MOST).hit(str(bounds))


@rule("SP106", "advice", "azure-cli, terraform azurerm and the Azure Verified Module all send it")
def most_is_set(pool: Pool) -> Iterator[Hit]:
    """A pool should say how many sessions it may have.

    Why: What the service takes where nothing is said is not documented. At the maximum, requests fail at once.
    Fix: Set maxConcurrentSessions to the rate at which sessions begin, times the time that each is kept.
    """
    if not pool.at(MOST).is_set:
        yield pool.at(MOST).hit(str(BOUNDS["maxConcurrentSessions"]))
