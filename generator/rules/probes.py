"""Probes (SP45): how the service sees that a container runs. Only some API versions have them."""

from collections.abc import Iterator

from generator.pool import Hit, Place, Pool, repeated
from generator.rules import rule

VERSIONS = ("2025-02-02-preview", "2025-10-02-preview", "2026-07-01")
SPECS = "azure-rest-api-specs: descriptions of SessionProbe"
BOUNDS = {
    "failureThreshold": (1, 10),
    "initialDelaySeconds": (1, 60),
    "periodSeconds": (1, 240),
    "successThreshold": (1, 1),  # 1 to 10, but 1 for Liveness and Startup, and there are no others
    "timeoutSeconds": (1, 240),
    "terminationGracePeriodSeconds": (0, 3600),
    "httpGet.port": (1, 65535),
    "tcpSocket.port": (1, 65535),
}


def _probes(pool: Pool) -> list[Place]:
    return [probe for container in pool.containers for probe in container.at("probes").items]


@rule("SP451", "warning", SPECS, VERSIONS)
def probe_type(pool: Pool) -> Iterator[Hit]:
    """A probe must be for Liveness or Startup.

    Why: Sessions know no Readiness probe.
    Fix: Set type to Liveness or Startup, or take the probe out.
    """
    for probe in _probes(pool):
        if probe.at("type").value not in ("Liveness", "Startup"):
            yield probe.at("type").hit("Liveness or Startup")


@rule("SP452", "warning", SPECS, VERSIONS)
def probe_types_differ(pool: Pool) -> Iterator[Hit]:
    """A container must have no more than one probe of a type.

    Why: Probes are told apart by their types.
    Fix: Remove one.
    """
    for container in pool.containers:
        yield from repeated(container.at("probes").items, "type")


@rule("SP453", "warning", SPECS, VERSIONS)
def probe_asks_one_way(pool: Pool) -> Iterator[Hit]:
    """A probe must have either httpGet or tcpSocket.

    Why: It asks in one way.
    Fix: Keep one of the two.
    """
    for probe in _probes(pool):
        if probe.at("httpGet").is_set == probe.at("tcpSocket").is_set:
            yield probe.hit("either httpGet or tcpSocket")


@rule("SP454", "warning", SPECS, VERSIONS)
def probe_within_bounds(pool: Pool) -> Iterator[Hit]:
    """The numbers of a probe must be within the bounds that the specification names.

    Why: The specification describes these bounds, though its schema does not hold them.
    Fix: Set the number within the bounds.
    """
    for probe in _probes(pool):
        for name, (least, most) in BOUNDS.items():
            number = probe.at(name).number
            if number is not None and not least <= number <= most:
                yield probe.at(name).hit(f"an integer from {least} to {most}" if least < most else str(most))
