"""Findings as a report: as text for people, and as data for tools.

Text goes to stderr, cut short and coloured. The formats for tools go to stdout, whole, and are valid when there is
nothing to say. Each is a function from findings to text, the same bytes for the same findings.
"""

from collections.abc import Callable, Sequence
from types import MappingProxyType

from generator.errors import Finding
from generator.report import findings, github, sarif
from generator.report.text import lines, summary, visible

__all__ = ["FORMATS", "lines", "summary", "visible"]

FORMATS: MappingProxyType[str, Callable[[Sequence[Finding]], str]] = MappingProxyType(
    {"json": findings.printed, "github": github.printed, "sarif": sarif.printed}
)
