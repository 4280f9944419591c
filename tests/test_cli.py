"""The command line: what it prints, and how it exits."""

import subprocess
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import ROOT, Poolgen
from tests.test_write import FILES


@pytest.mark.parametrize(
    "args", ["--help", "generate --help", "validate --help", "example --help", "models --help", "targets", "--version"]
)
def test_help(args: str, poolgen: Poolgen, snapshot: SnapshotAssertion) -> None:
    result = poolgen(*args.split())
    assert result.exit_code == 0
    assert result.output == snapshot


@pytest.mark.parametrize(
    "args",
    [
        "generate nobody",
        "generate deev",
        "generate --pool nobody",
        "generate --target pyhton",
        "generate --target bicep --style documented",
        "generate --style pretty",
        "generate --check --diff",
        "generate --nonsense",
        "validate prdo",
        "example",
        "example missing.json",
        "frobnicate",
    ],
)
def test_misuse(args: str, poolgen: Poolgen, snapshot: SnapshotAssertion, tmp_path: Path) -> None:
    result = poolgen(*args.split(), files=FILES)
    assert result.exit_code == 2
    assert result.output == snapshot
    assert not (tmp_path / "output").exists()


EXAMPLES = {
    "not JSON": '{"parameters": }',
    "a list": "[]",
    "not a number": '{"parameters": {"x": NaN}}',
    "half a surrogate pair": '{"parameters": {"x": "\\ud800"}}',
    "no parameters": "{}",
    "no body": '{"parameters": {"subscriptionId": "s", "resourceGroupName": "r", "sessionPoolName": "p", '
    '"api-version": "2025-07-01"}}',
    "no pool name": '{"parameters": {"subscriptionId": "s", "resourceGroupName": "r", "api-version": "2025-07-01"}}',
    "unknown version": '{"parameters": {"subscriptionId": "s", "resourceGroupName": "r", "sessionPoolName": "p", '
    '"api-version": "2025-07-02", "sessionPoolEnvelope": {}}}',
    "bad responses": '{"parameters": {"subscriptionId": "s", "resourceGroupName": "r", "sessionPoolName": "p", '
    '"api-version": "2025-07-01", "sessionPoolEnvelope": {}}, "responses": {"200": []}}',
    "too deep": "[" * 100_000,
}


@pytest.mark.parametrize("case", EXAMPLES)
def test_bad_examples(case: str, poolgen: Poolgen, snapshot: SnapshotAssertion, tmp_path: Path) -> None:
    result = poolgen("example", "-o", "out", "x.json", files={"x.json": EXAMPLES[case]})
    assert result.exit_code == 1
    assert result.output == snapshot
    assert not (tmp_path / "out").exists()


def test_two_examples_that_would_be_one_file(poolgen: Poolgen, tmp_path: Path) -> None:
    text = (ROOT / "tests/documented/SessionPools_LifecycleTimed_CreateOrUpdate.json").read_text()
    result = poolgen("example", "-o", "out", "a/x.json", "b/x.json", files={"a/x.json": text, "b/x.json": text})
    assert result.exit_code == 2
    assert "two examples would both be" in result.output
    assert not (tmp_path / "out").exists()


def test_warnings_do_not_stop_a_run(poolgen: Poolgen) -> None:
    files = {**FILES, "profiles/dev.yaml": FILES["profiles/dev.yaml"] + "values: {unread: 1}\n"}
    result = poolgen("generate", files=files)
    assert result.exit_code == 0
    assert "profiles/dev.yaml:5:18: warning: values.unread: nothing reads this value" in result.stderr
    assert "created" in result.stdout


def test_no_colour_where_it_is_not_wanted(poolgen: Poolgen, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in poolgen("generate", "--diff", files=FILES).output, "no terminal, no colour"
    command = [sys.executable, "-m", "generator", "validate", "nobody"]
    terminal = ["script", "-qec", " ".join(command), "/dev/null"]
    coloured = subprocess.run(terminal, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "\x1b" in coloured.stdout
    monkeypatch.setenv("NO_COLOR", "1")
    plain = subprocess.run(terminal, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "\x1b" not in plain.stdout
    assert plain.returncode == coloured.returncode == 2


def test_help_imports_neither_pydantic_nor_jinja() -> None:
    code = (
        "import sys, generator.cli as c\n"
        "try: c.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('pydantic', 'jinja2', 'yaml', 'black') if m in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stderr.strip() == "[]"
