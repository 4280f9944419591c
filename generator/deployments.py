"""What an Azure deployment, which runs ARM templates and what Bicep compiles to, cannot hold."""

from collections.abc import Iterator

from generator.codemodel import Object
from generator.refusal import Refusal, size, twins

RESOURCE = (1 << 20) - (1 << 10)  # bytes of a resource, less room for its type, API version and name

TEMPLATE = (4 << 20) - (1 << 18)  # bytes of a template, less room for all that is not the resource


def refuses(body: Object) -> Iterator[Refusal]:
    """What both targets refuse of a body."""
    if size(body) > RESOURCE:
        yield Refusal((), "a deployment takes a resource of at most 1 MB", f"at most {RESOURCE:,} bytes of JSON")
    for path, _, first in twins(body):
        says = "to a deployment, names that differ in case alone are one name"
        yield Refusal(path, says, f"a name other than '{first}'", "take one of the two out", of_key=True)


def number(value: float) -> float:
    """A number as deployments read it: whole ones have 64 bits, those beyond are decimals."""
    return value if -(2**63) <= value < 2**63 else float(value)
