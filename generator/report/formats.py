"""The formats for tools. Each is a function from findings to text, the same bytes for the same findings."""

from collections.abc import Callable, Mapping, Sequence

from generator.errors import Finding
from generator.report import findings, github, sarif

FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "json": findings.printed,
    "github": github.printed,
    "sarif": sarif.printed,
}
