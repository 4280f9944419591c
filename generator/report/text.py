"""Findings as text: where, what, and what would be right, with the source line and a caret under the value."""

from collections.abc import Iterable, Iterator, Sequence

import click

from generator.errors import Finding, masked
from generator.masking import NOTHING, Secrets, column, hidden
from generator.origins import Origin
from generator.report.places import Source, sources

LONGEST = 160
MOST = 200
_COLOURS = {"error": "red", "warning": "yellow", "advice": "blue"}


def lines(findings: Sequence[Finding], secrets: Secrets = NOTHING) -> Iterator[str]:
    """The lines that show findings and count them, with colours that click takes away where they are not wanted."""
    if not findings:
        return
    source = sources()
    for finding in findings[:MOST]:
        yield from _finding(masked(finding, secrets), source, secrets)
    if len(findings) > MOST:
        yield f"... and {len(findings) - MOST} more"
    yield summary(findings)


def _finding(finding: Finding, source: Source, secrets: Secrets) -> Iterator[str]:
    kind = click.style(_kind(finding), fg=_COLOURS[finding.severity], bold=True)
    place = f"{finding.origin}: " if finding.origin else ""
    path = f"{_short(finding.path)}: " if finding.path else ""
    yield f"{place}{kind}: {path}{_short(finding.says)}"
    yield from _excerpt(finding.origin, source, secrets)
    for name in ("found", "expected", "hint"):
        if text := getattr(finding, name):
            yield f"   = {name}: {_short(text)}"


def _kind(finding: Finding) -> str:
    return f"{finding.severity}[{finding.rule}]" if finding.rule else finding.severity


def _excerpt(origin: Origin | None, source: Source, secrets: Secrets) -> Iterator[str]:
    if origin is None or not origin.text:
        return
    row = "".join(source(origin.file)[origin.line - 1 : origin.line])
    if not row:  # the file has changed since
        return
    spans = secrets.spans(row, origin.file, origin.line)
    first, end = (column(index, spans) for index in (origin.column - 1, origin.column - 1 + len(origin.text)))
    row = hidden(row, spans)
    start = max(0, first - LONGEST // 2)  # a long line is shown around the value
    row, indent = row[start : start + LONGEST].replace("\t", " "), first - start
    width = max(1, min(end - first, len(row) - indent))
    number = str(origin.line)
    yield f"{number:>5} | {visible(row)}"
    yield f"{'':>5} | {' ' * indent}{click.style('^' * width, fg='cyan')}"


def _short(text: str) -> str:
    """Text on one line, control characters made visible, cut where it is very long."""
    clean = visible(text)
    return clean if len(clean) <= LONGEST else clean[:LONGEST] + "..."


def visible(text: str) -> str:
    """Text that does nothing to a terminal, and that every terminal can print."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def summary(findings: Iterable[Finding]) -> str:
    """``2 errors, 1 warning and 3 hints of advice``."""
    kinds = [finding.severity for finding in findings]
    words = {"error": "error", "warning": "warning", "advice": "hint"}
    parts = [
        f"{kinds.count(kind)} {word}{'s' if kinds.count(kind) > 1 else ''}{' of advice' if kind == 'advice' else ''}"
        for kind, word in words.items()
        if kind in kinds
    ]
    return " and ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]])) or "no findings"
