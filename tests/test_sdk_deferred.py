"""What asks for values at deploy time sends what it is told, or says what is missing and sends nothing. See tests/sdk.

The readers say the same of more cases (tests/test_variables.py); here the languages themselves run the programs.
"""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from generator.targets import targets
from generator.targets.rest import TAKEN
from generator.variables import variables
from tests.answers import ALL, NEEDED, answered
from tests.asking import asking
from tests.readback import wire
from tests.sdk import Failures, go, java, python, rest
from tests.sdk.azure import Azure, bearer
from tests.test_sdk import Case, check, write
from tests.tools import tool

pytestmark = pytest.mark.sdk
Service = tuple[Azure, dict[str, str]]
PROGRAMS = ("python", "go", "java")


def told(folder: Path, answers: dict[str, str]) -> tuple[list[Case], dict[str, str]]:
    """The pools that ask, and all answers to them."""
    pools = asking(folder / "pools")
    every = {name: text for pool in pools.values() for name, text in pool.answers.items()} | answers
    cases = [
        Case(name, pool.request, wire(answered(pool.request.body, every)), folder / name)
        for name, pool in pools.items()
    ]
    return cases, every


def run(language: str, files: list[Path], variables: dict[str, str], tools: Path, folder: Path) -> Failures:
    if language == "python":
        return python.ready(tools, python.pinned(files[0])).run(files, variables)
    if language == "go":
        return go.ready(tools, files[0]).run(files, variables, folder / "go")
    return java.ready(tools, files[0]).run(files, variables)


@pytest.mark.parametrize("answers", [NEEDED, ALL], ids=["needed", "all"])
@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_sends_the_deferred_values(
    language: str, answers: dict[str, str], tools: Path, azure: Service, tmp_path: Path
) -> None:
    cases, every = told(tmp_path, answers)
    files = write(cases, language)
    assert len(files) == len(cases)
    failures = run(language, list(files), azure[1] | every, tools, tmp_path)
    assert check(azure[0], files, failures) == []


def test_go_vet_likes_deferred_values(tools: Path, tmp_path: Path) -> None:
    files = list(write(told(tmp_path, NEEDED)[0], "go"))
    go.ready(tools, files[0]).vet(files)


@pytest.mark.parametrize("answers", [NEEDED, ALL], ids=["needed", "all"])
def test_a_request_sends_the_deferred_values(
    answers: dict[str, str], tools: Path, azure: Service, tmp_path: Path
) -> None:
    """By a user who keeps what it wants where the token is, and changes what the file itself declares."""
    cases, every = told(tmp_path, answers)
    files = write(cases, "rest")
    given: dict[str, str] = {}
    for file, case in files.items():
        text = file.read_text(encoding="utf-8")
        for variable in variables(case.request.body, str, TAKEN, "Value").values():
            value = every.get(variable.environment, variable.default or "")
            value = json.dumps(value, ensure_ascii=False)[1:-1]
            declared = f"@{variable.name} = {variable.default}\n"
            if declared in text:
                text = text.replace(declared, f"@{variable.name} = {value}\n")
            else:
                assert f"\n#   {variable.name}: " in text
                given[variable.name] = value
        file.write_text(text, encoding="utf-8")
    rest.ready(tools).run(list(files), azure[1], bearer(azure[0]), given)
    assert check(azure[0], files, {}) == []


def alone(language: str, file: Path, variables: dict[str, str], tools: Path, folder: Path) -> tuple[int, str]:
    """The exit status of a program that runs by itself, and what it writes to the standard error."""
    if language == "go":
        (said,) = go.ready(tools, file).run([file], variables, folder / "go").values()
        return 1, said.partition("at 0\n")[2]
    command: list[str | Path]
    if language == "python":
        command = [python.ready(tools, python.pinned(file)).python, file]
    else:
        command = [tool("java"), "-cp", java.ready(tools, file).classpath, file]
    done = subprocess.run(command, env=os.environ | variables, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


# What is wrong with the answers, and what must be said, line by line.
WRONG: dict[str, tuple[dict[str, str], list[str]]] = {
    "a secret": ({"REGISTRY_PASSWORD": ""}, ["set REGISTRY_PASSWORD: .+"]),
    "an integer": ({"PORT": "hidden"}, ["set PORT to an integer: .+"]),
    "all kinds": (
        {"OWNER": "", "READY_SESSIONS": "", "DB_PASSWORD": "", "CPU": "hidden"},
        ["set OWNER: .+", "set READY_SESSIONS to an integer: .+", "set DB_PASSWORD: .+", "set CPU to a number: .+"],
    ),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.parametrize("language", PROGRAMS)
def test_a_program_without_a_deferred_value_says_so(
    language: str, case: str, tools: Path, azure: Service, tmp_path: Path
) -> None:
    changed, says = WRONG[case]
    cases, _ = told(tmp_path, NEEDED)
    (file,) = write(cases[:1], language)
    status, said = alone(language, file, azure[1] | NEEDED | changed, tools, tmp_path)
    assert status == 1
    lines = [re.sub(r"^\d+/\d+/\d+ [\d:]+ ", "", line) for line in said.splitlines()]  # Go's log begins with the time
    assert len(lines) == len(says), said
    assert all(map(re.fullmatch, says, lines)), said
    assert "hidden" not in said
    assert azure[0].calls == []


def test_a_request_without_a_deferred_value_is_not_sent(tools: Path, azure: Service, tmp_path: Path) -> None:
    cases, _ = told(tmp_path, NEEDED)
    (file,) = write(cases[:1], "rest")
    with pytest.raises(AssertionError, match="owner"):
        rest.ready(tools).run([file], azure[1], bearer(azure[0]))
    assert azure[0].calls == []


def test_all_targets_take_the_pools(tmp_path: Path) -> None:
    """What is refused here would be proved by nobody."""
    for case in told(tmp_path, NEEDED)[0]:
        for language in (*PROGRAMS, "csharp", "rest"):
            assert not list(targets()[language].refuses(case.request))
