"""The command line: what it prints, and how it exits."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from generator import pipeline, report
from generator.errors import Finding, Misuse
from generator.origins import Origin
from tests.conftest import ROOT, Poolgen
from tests.test_write import FILES


@pytest.mark.parametrize(
    "args",
    [
        "--help",
        "generate --help",
        "validate --help",
        "example --help",
        "explain --help",
        "models --help",
        "rules --help",
        "schema --help",
        "targets",
        "--version",
    ],
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
        "generate --output=",
        "example --output= x.json",
        "validate prdo",
        "explain prdo",
        "explain dev properties.containrType",
        "explain dev --pool nobody",
        "validate --diff",
        "validate --fix --diff --format json",
        "validate --format xml",
        "schema bicep",
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


def test_names_that_no_folder_can_have(poolgen: Poolgen, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    for option in ("--output", "--profiles", "--templates"):
        for name in ("x" * 300, "loop", "loop/x"):
            for mode in ("generate", "generate --check"):
                result = poolgen(*mode.split(), option, name, files=FILES)
                assert result.exit_code == 2
                assert "rror: " in result.stderr


def test_an_output_folder_inside_which_a_link_leads_to_itself(poolgen: Poolgen, tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    (tmp_path / "output/dev").symlink_to("dev")
    result = poolgen("generate", files=FILES)
    assert result.exit_code == 2
    assert "'output/dev' is in the way" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_an_output_folder_whose_name_is_no_text(encoding: str, poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("validate", files=FILES)
    name = b"caf\xe9-\xc3\xa9"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": encoding}
    command: list[str | bytes] = [sys.executable, "-m", "generator", "generate", "--output", name]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env=environment)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.startswith(name + b": ")
    (tmp_path / os.fsdecode(name) / ".poolgen.json").write_text("")
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env=environment)
    assert result.returncode == 2
    assert b"is not a manifest" in result.stderr


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.EIO, "Input/output error", "x\x1b"), "error: [Errno 5] Input/output error: 'x\\x1b'\n"),
        (RecursionError("too deep"), "error: the input is too large, or nested too deep\n   = hint: too deep\n"),
        (Misuse("no \x1b[1m", "x\ny"), "error: no \\u001b[1m\n   = hint: x\\u000ay\n"),
        (MemoryError(), "error: the input is too large, or nested too deep\n"),
    ],
)
def test_any_error_is_a_message(error: Exception, says: str, poolgen: Poolgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "check", check)
    result = poolgen("validate", files=FILES)
    assert (result.exit_code, result.stderr) == (2, says)


def test_an_error_of_the_program_is_not_hidden(poolgen: Poolgen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "check", None)
    with pytest.raises(TypeError):
        poolgen("validate", files=FILES)


def test_many_findings_are_cut_short_and_read_their_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("key: value\n" * 300)
    reads = []
    read = Path.read_text

    def counted(self: Path, encoding: str) -> str:
        reads.append(self)
        return read(self, encoding=encoding)

    monkeypatch.setattr(Path, "read_text", counted)
    findings = [Finding("wrong", Origin(str(file), line, 6, "value")) for line in range(1, 301)]
    lines = list(report.lines(findings))
    assert len(reads) == 1
    assert lines[-2:] == ["... and 100 more", "300 errors"]
    assert sum("wrong" in line for line in lines) == 200
    file.write_text("other: value\n")
    assert "    1 | other: value" in report.lines(findings[:1]), "another report reads it anew"


def test_an_example_into_an_output_folder_leaves_its_manifest(poolgen: Poolgen, tmp_path: Path) -> None:
    text = (ROOT / "tests/documented/SessionPools_LifecycleTimed_CreateOrUpdate.json").read_text()
    poolgen("generate", files={**FILES, "x.json": text})
    assert poolgen("example", "-o", "output", "x.json").exit_code == 0
    assert poolgen("generate", "--check").exit_code == 0
