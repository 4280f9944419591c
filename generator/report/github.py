"""Findings as GitHub's workflow commands: lines in a job's log that become annotations of the files.

Escapes are those of GitHub's own toolkit: ``%``, CR and LF, and in properties also ``:`` and ``,``.
"""

from collections.abc import Sequence

from generator.errors import Finding
from generator.report.kinds import kind_of
from generator.report.places import Source, message, place, sources, writable

COMMANDS = {"error": "error", "warning": "warning", "advice": "notice"}


def printed(findings: Sequence[Finding]) -> str:
    """A line a finding."""
    source = sources()
    return "".join(f"::{_command(finding, source)}::{_data(message(finding))}\n" for finding in findings)


def _command(finding: Finding, source: Source) -> str:
    properties: dict[str, str | int] = {}
    if finding.origin:
        where = place(finding.origin, source)
        properties = {"file": where.file, "line": where.line, "col": where.column}
        if where.end:
            properties["endColumn"] = where.end
    properties["title"] = f"poolgen {kind_of(finding)}"
    pairs = ",".join(f"{name}={_property(writable(str(value)))}" for name, value in properties.items())
    return f"{COMMANDS[finding.severity]} {pairs}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
