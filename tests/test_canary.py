"""No secret leaves: a marked value in the place of every secret, every command, every way to fail; then a search."""

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import schemas
from generator.emit import STYLES
from generator.targets import targets
from tests.conftest import Poolgen

VERSION = "2025-07-01"
HEAD = f"apiVersion: {VERSION}\nsubscriptionId: 34adfa4f-cedf-4dc0-ba29-b6d1a69ab345\nresourceGroup: rg\n"
CANARY = "qzjxvkwy-7f3a-bgmptdhc"  # no part of it is a part of anything else
SIZE = 6  # so much of it is a leak


def leaks(text: str, secret: str = CANARY) -> bool:
    """Whether a part of the secret stands in a text."""
    return any(secret[at : at + SIZE] in text for at in range(len(secret) - SIZE + 1))


BODY = """\
location: westeurope
tags: {product: agents}
properties:
  poolManagementType: Dynamic
  containerType: CustomContainer
  environmentId: /subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/e
  scaleConfiguration: {maxConcurrentSessions: 10, readySessionInstances: 5}
  dynamicPoolConfiguration: {lifecycleConfiguration: {lifecycleType: Timed, cooldownPeriodInSeconds: 300}}
  secrets:
SECRETS
  customContainerTemplate:
    containers:
      - name: sandbox
        image: contoso.azurecr.io/agents/sandbox:1.4.2
        env: [{name: LOG_LEVEL, value: info}, {name: TOKEN, secretRef: token}]
        resources: {cpu: 0.5, memory: 1Gi}
    ingress: {targetPort: 8080}
  sessionNetworkConfiguration: {status: EgressDisabled}
"""
TEMPLATE = "templates/pools/box.yaml.j2"
PROFILE = "profiles/dev.yaml"


def project(secrets: str, profile: str = "", **more: str) -> dict[str, str | bytes]:
    """A project whose template has these lines for secrets."""
    lines = "\n".join(f"    {line}" for line in secrets.split("\n"))
    files = {TEMPLATE: BODY.replace("SECRETS", lines), PROFILE: HEAD + profile}
    return files | {
        f"{'profiles' if name == 'base' else 'templates/pools'}/{name}.yaml": text for name, text in more.items()
    }


def in_profile(lines: str, values: str = "values:\n  body:\n") -> dict[str, str | bytes]:
    """A project whose whole body stands in the profile."""
    body = "".join(f"    {line}\n" for line in BODY.replace("SECRETS", lines).splitlines())
    template = "{% for name, value in values.body.items() %}\n{{ name }}: {{ value }}\n{% endfor %}\n"
    return {TEMPLATE: template, PROFILE: f"{HEAD}{values}{body}"}


PATCH = (
    "pools:\n  box:\n    patch:\n      properties:\n        secrets:\n          - name: token\n            value: {}\n"
)
PROJECTS = {
    "in a template": project(f"- {{name: token, value: {CANARY}}}"),
    "in a template, on lines": project(f"- name: token\n  value: '{CANARY}'"),
    "in a template, as a block": project(f"- name: token\n  value: |\n    {CANARY}\n    {CANARY[::-1]}"),
    "in a template, in an expression": project(f"- {{name: token, value: {{{{ 'x' ~ '{CANARY}' }}}}}}"),
    "among text": project(
        '- {name: token, value: "Server=db;Key={{ values.pw }};"}', f"values: {{pw: {CANARY}, region: x}}\n"
    ),
    "a value": project("- {name: token, value: {{ values.pw }}}", f"values:\n  region: eu\n  pw: {CANARY}\n"),
    "a value by a variable": project(
        "{% set both = values.pw ~ values.region %}\n- {name: token, value: {{ both }}}",
        f"values:\n  region: eu\n  pw: {CANARY}\n",
    ),
    "a list of values": project(
        "{% for item in values.creds %}\n- {name: {{ item.name }}, value: {{ item.value }}}\n{% endfor %}",
        f"values:\n  creds:\n    - {{name: token, value: {CANARY}}}\n",
    ),
    "an included file": project(
        '{% include "_secrets.yaml" %}', _secrets=f"    - name: token\n      value: {CANARY}\n"
    ),
    "in a profile": in_profile(f"    - name: token\n      value: {CANARY}"),
    "in a profile, on one line": in_profile(f'    [{{"name": token, "value": "{CANARY}"}}]'),
    "in a patch": project("- {name: token, value: x}", PATCH.format(CANARY)),
    "by inheritance": project(
        "- {name: token, value: {{ values.pw }}}", "extends: base\n", base=f"abstract: true\nvalues: {{pw: {CANARY}}}\n"
    ),
    "by an anchor": in_profile("    - {name: token, value: *pw}", f"values:\n  keep: &pw {CANARY}\n  body:\n"),
    "a parameter's default": project(
        "- name: token\n  value: {{ values.pw }}", f'values:\n  pw: parameter("pw", default="{CANARY}")\n'
    ),
}
IGNORED = "ignore: [SP606]\n"
COMMANDS = [
    "validate",
    *(f"validate --format {name}" for name in ("json", "github", "sarif")),
    "validate --strict",
    "validate --fix --diff",
    "validate --fix",
    *(f"generate --style {style} {how}".strip() for style in STYLES for how in ("", "--check", "--diff", "--strict")),
    "explain",
    "explain dev properties.secrets[0].value",
    "explain properties.secret",
    "rules",
    "schema",
    "targets",
]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Temporary files lie where they are searched."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield


def written(folder: Path, files: dict[str, str | bytes]) -> str:
    """All that a run has left in a folder, less the input files."""
    return "".join(
        file.read_text(errors="replace")
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.relative_to(folder).as_posix() not in files
    )


@pytest.mark.parametrize("case", PROJECTS)
@pytest.mark.parametrize("ignored", [False, True])
def test_no_command_shows_a_secret(case: str, ignored: bool, poolgen: Poolgen, tmp_path: Path) -> None:
    files = dict(PROJECTS[case])
    if ignored:
        files[PROFILE] = IGNORED + str(files[PROFILE])
    for command in COMMANDS:
        result = poolgen(*command.split(), files=files)
        assert not leaks(result.output), command
        if command == "validate":
            assert result.exit_code == (0 if ignored else 1), result.output
            assert ("SP606" in result.output) is not ignored
        if not ignored:
            assert not leaks(written(tmp_path, files)), command
    if ignored:
        assert CANARY.upper() in written(tmp_path, files).upper(), "who ignores the rule wants it there"


def damaged(text: str) -> Iterator[str]:
    """A text with one thing wrong in it, in or about the line of its secret."""
    draw = random.Random(len(text))  # noqa: S311 - the same each time
    lines = text.split("\n")
    for number in (index for index, line in enumerate(lines) if leaks(line)):
        before, line, after = "\n".join(lines[:number]), lines[number], "\n".join(lines[number + 1 :])
        for _ in range(60):
            at = draw.randrange(len(line) + 1)
            cut = draw.choice([0, 0, 0, 1, 1, 3])
            put = draw.choice(["'", '"', "{", "}", "[", "]", ": ", ",", "#", " #", "\t", "&", "*", "!", "|", ">", "%",
                               "@", "`", "{{ ", " }}", "{% ", "- ", "\n", "\n  ", ":\n", "!x ", "{{ x }}", "\\", ""])  # fmt: skip
            yield f"{before}\n{line[:at]}{put}{line[at + cut :]}\n{after}"


@pytest.mark.parametrize("case", PROJECTS)
def test_no_damage_shows_a_secret(case: str, poolgen: Poolgen) -> None:
    files = PROJECTS[case]
    for name, text in files.items():
        for bad in damaged(str(text)):
            for command in ("validate --format json", "validate", "explain"):
                result = poolgen(*command.split(), files={**files, name: bad})
                assert not leaks(result.output), f"{name}:\n{bad}\n{result.output}"
