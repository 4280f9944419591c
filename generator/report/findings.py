"""Findings as JSON, in the shape of ``findings.schema.json`` beside this module."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.errors import Finding, Fix
from generator.report.kinds import kind_of
from generator.report.places import relative, writable

SCHEMA = Path(__file__).with_name("findings.schema.json")
VERSION = 1


def printed(findings: Sequence[Finding]) -> str:
    """One JSON document."""
    severities = [finding.severity for finding in findings]
    counts = {name: severities.count(name) for name in ("error", "warning", "advice")}
    document = {"version": VERSION, "counts": counts, "findings": [_finding(finding) for finding in findings]}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    origin = finding.origin
    return {
        "rule": kind_of(finding),
        "severity": finding.severity,
        "message": writable(finding.says),
        "file": writable(relative(origin.file)) if origin else None,
        "line": origin.line if origin else None,
        "column": origin.column if origin else None,
        "endColumn": origin.column + len(origin.text) if origin and origin.text else None,
        **{name: writable(getattr(finding, name)) for name in ("path", "found", "expected", "hint")},
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _fix(fix: Fix) -> dict[str, str | None]:
    return {"key": fix.key or None, "old": writable(fix.old) or None, "new": fix.new}
