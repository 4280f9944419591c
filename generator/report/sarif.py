"""Findings as SARIF 2.1.0, which code scanning services and editors read."""

import json
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.errors import Finding
from generator.report.kinds import Kind, kind_of, kinds
from generator.report.places import Source, message, place, sources, writable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "advice": "note"}
ROOT = "%SRCROOT%"  # files are named from here: the working directory


def printed(findings: Sequence[Finding]) -> str:
    """A log of one run; every rule is described in it, broken or not."""
    catalogue = list(kinds())
    index = {kind.id: number for number, kind in enumerate(catalogue)}
    source = sources()
    run = {
        "tool": {
            "driver": {
                "name": "poolgen",
                "semanticVersion": __version__,
                "rules": [_rule(kind) for kind in catalogue],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The working directory of the run."}}},
        "newlineSequences": ["\r\n", "\n", "\r"],
        "columnKind": "utf16CodeUnits",
        "results": [_result(finding, index, source) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(kind: Kind) -> dict[str, Any]:
    parts = [("Why", kind.why), ("Fix", kind.fix), ("Source", kind.source)]
    parts = [(name, text) for name, text in parts if text]
    return {
        "id": kind.id,
        "shortDescription": {"text": kind.sentence},
        "fullDescription": {"text": f"{kind.sentence} {kind.why}".strip()},
        "help": {
            "text": "\n".join([kind.sentence, *(f"{name}: {text}" for name, text in parts)]),
            "markdown": "\n\n".join([kind.sentence, *(f"**{name}:** {text}" for name, text in parts)]),
        },
        "defaultConfiguration": {"level": LEVELS[kind.severity]},
    }


def _result(finding: Finding, index: dict[str, int], source: Source) -> dict[str, Any]:
    kind = kind_of(finding)
    result: dict[str, Any] = {
        "ruleId": kind,
        "ruleIndex": index[kind],
        "level": LEVELS[finding.severity],
        "message": {"text": message(finding)},
    }
    location: dict[str, Any] = {}
    if finding.origin:
        where = place(finding.origin, source)
        region = {"startLine": where.line, "startColumn": where.column}
        if where.end:
            region["endColumn"] = where.end
        file = {"uri": quote(os.fsencode(where.file)), "uriBaseId": ROOT}
        location["physicalLocation"] = {"artifactLocation": file, "region": region}
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": writable(finding.path)}]
    if location:
        result["locations"] = [location]
    return result
