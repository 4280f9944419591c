"""Findings as text: where, what, and what would be right, with the source line and a caret under the value."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.errors import Finding
from generator.origins import Origin

LONGEST = 160


def lines(finding: Finding) -> Iterator[str]:
    """The lines that show a finding, with colours that click takes away where they are not wanted."""
    kind = click.style(finding.severity, fg="red" if finding.severity == "error" else "yellow", bold=True)
    place = f"{finding.origin}: " if finding.origin else ""
    path = f"{_short(finding.path)}: " if finding.path else ""
    yield f"{place}{kind}: {path}{_short(finding.says)}"
    yield from _excerpt(finding.origin)
    for name in ("found", "expected", "hint"):
        if text := getattr(finding, name):
            yield f"   = {name}: {_short(text)}"


def _excerpt(origin: Origin | None) -> Iterator[str]:
    if origin is None or not origin.text:
        return
    try:
        row = Path(origin.file).read_text(encoding="utf-8-sig").split("\n")[origin.line - 1]
    except (OSError, IndexError, UnicodeDecodeError):
        return
    start = max(0, origin.column - 1 - LONGEST // 2)  # a long line is shown around the value
    row, column = row[start : start + LONGEST].replace("\t", " "), origin.column - 1 - start
    width = max(1, min(len(origin.text), len(row) - column))
    number = str(origin.line)
    yield f"{number:>5} | {_visible(row)}"
    yield f"{'':>5} | {' ' * column}{click.style('^' * width, fg='cyan')}"


def _short(text: str) -> str:
    """Text on one line, control characters made visible, cut where it is very long."""
    clean = _visible(text)
    return clean if len(clean) <= LONGEST else clean[:LONGEST] + "..."


def _visible(text: str) -> str:
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)


def summary(findings: Iterable[Finding]) -> str:
    """``2 errors and 1 warning``."""
    kinds = [finding.severity for finding in findings]
    counts = [(kinds.count(kind), kind) for kind in ("error", "warning") if kind in kinds]
    return " and ".join(f"{count} {kind}{'s' if count > 1 else ''}" for count, kind in counts) or "no findings"
