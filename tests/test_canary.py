"""No secret leaves: a marked value in the place of every secret, every command, every way to fail; then a search."""

import json
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator import schemas
from generator.emit import STYLES
from generator.rules import rules
from generator.targets import targets
from tests.conftest import HERE, Poolgen

VERSION = "2025-07-01"
HEAD = f"apiVersion: {VERSION}\nsubscriptionId: 34adfa4f-cedf-4dc0-ba29-b6d1a69ab345\nresourceGroup: rg\n"
CANARY = "qzjxvkwy-7f3a-bgmptdhc"  # no part of it is a part of anything else
SIZE = 6  # so much of it is a leak


DAMAGES = int(os.environ.get("POOLGEN_DAMAGES", "10"))  # to a line
Files = dict[str, str | bytes]


def leaks(text: str, secret: str = CANARY) -> bool:
    """Whether a part of the secret stands in a text."""
    return any(secret[at : at + SIZE] in text for at in range(len(secret) - SIZE + 1))


BODY = """\
location: westeurope
tags: {product: agents}
properties:
  poolManagementType: Dynamic
  containerType: CustomContainer
  environmentId:
    /subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/e
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


def project(secrets: str, profile: str = "", **more: str) -> Files:
    """A project whose template has these lines for secrets."""
    lines = "\n".join(f"    {line}" for line in secrets.split("\n"))
    files: Files = {TEMPLATE: BODY.replace("SECRETS", lines), PROFILE: HEAD + profile}
    for name, text in more.items():
        files[f"{'profiles' if name == 'base' else 'templates/pools'}/{name}.yaml"] = text
    return files


def in_profile(lines: str, values: str = "values:\n  body:\n") -> Files:
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
    *(f"generate --layout module {how}".strip() for how in ("", "--check", "--diff")),
    "explain",
    "explain dev properties.secrets[0].value",
    "explain properties.secret",
    "rules",
    "schema",
    "targets",
]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary files lie where they are searched."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr(tempfile, "tempdir", None)


def written(folder: Path, files: Files) -> str:
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
        assert leaks(written(tmp_path, files)), "who ignores the rule wants it there"


def test_a_diff_shows_no_secret_that_is_gone(poolgen: Poolgen, tmp_path: Path) -> None:
    """Nor its length, nor what came in its place; that it was another is seen."""
    before, after = (f"- name: token\n  value: {value}" for value in (CANARY, f"{CANARY[::-1]}0"))
    assert poolgen("generate", files=project(before, IGNORED)).exit_code == 0
    for lines in (after, "- name: token\n  value: abc", "- {name: other, value: ''}"):
        for command in ("generate --check", "generate --diff"):
            output = poolgen(*command.split(), files=project(lines, IGNORED)).output
            assert not leaks(output)
            assert not leaks(output, CANARY[::-1])
            assert "abc" not in output
            assert "****" in output
            for name in ("main.bicep", "main.go", "CreateSessionPool.cs", "azuredeploy.json", "body.json"):
                assert f"a/dev/box/{name}" in output


def damaged(text: str) -> Iterator[str]:
    """A text with one thing wrong in it, in or about the line of its secret."""
    draw = random.Random(len(text))  # noqa: S311 - the same each time
    lines = text.split("\n")
    for number in (index for index, line in enumerate(lines) if leaks(line)):
        before, line, after = "\n".join(lines[:number]), lines[number], "\n".join(lines[number + 1 :])
        for _ in range(DAMAGES):
            at = draw.randrange(len(line) + 1)
            cut = draw.choice([0, 0, 0, 1, 1, 3])
            put = draw.choice(SLIPS)
            yield f"{before}\n{line[:at]}{put}{line[at + cut :]}\n{after}"


SLIPS = [*"'\"{}[],#\t&*!|>%@`\\\n", ": ", " #", "{{ ", " }}", "{% ", "- ", "\n  ", ":\n", "!x ", "{{ x }}", ""]


@pytest.mark.parametrize("case", PROJECTS)
def test_no_damage_shows_a_secret(case: str, poolgen: Poolgen) -> None:
    files = PROJECTS[case]
    for name, text in files.items():
        for bad in damaged(str(text)):
            for command in ("validate --format json", "validate"):
                result = poolgen(*command.split(), files={**files, name: bad})
                assert not leaks(result.output), f"{name}:\n{bad}\n{result.output}"


PATCHED = f"values: {{pw: {CANARY}}}\n{PATCH.format(CANARY)}"
FROM_VALUE = "- {name: token, value: {{ values.pw }}}"
WRONG: dict[str, Files] = {
    # of another type, or in another place
    "a number": project("- {name: token, value: 918273645546372819}"),
    "a list": project(f"- {{name: token, value: [{CANARY}]}}"),
    "a map": project(f"- {{name: token, value: {{x: {CANARY}}}}}"),
    "no list": project(f"  {CANARY}"),
    "a list of texts": project(f"- {CANARY}"),
    "a map of names": project(f"  token: {CANARY}"),
    "a misspelt property": project(f"- {{name: token, vlaue: {CANARY}}}"),
    "an unknown property": project(f"- {{name: token, value: {CANARY}, version: {CANARY}}}"),
    "a misspelt list": {
        name: str(text).replace("secrets:", "secrest:") for name, text in PROJECTS["in a profile, on one line"].items()
    },
    "another's property": project(f"- {{name: token, value: {CANARY}, secretRef: x}}"),
    "null beside it": project(f"- {{name: null, value: {CANARY}}}"),
    "a name that is one": project(f"- {{name: {CANARY}, value: {CANARY}}}"),
    "a key stands twice": project(f"- {{name: token, value: {CANARY}, value: {CANARY}}}"),
    "half a character": project(f'- {{name: token, value: "{CANARY}\\ud800"}}'),
    "a control character": project(f"- {{name: token, value: {CANARY}\x07}}"),
    "a tag": project(f"- {{name: token, value: !env {CANARY}}}"),
    "a binary": project(f"- {{name: token, value: !!binary {CANARY}}}"),
    # merges
    "a patch of nothing": project(
        FROM_VALUE, f"values: {{pw: {CANARY}}}\n" + PATCH.format(CANARY).replace("token", "tokn")
    ),
    "a patch without a name": project(
        FROM_VALUE, f"values: {{pw: {CANARY}}}\n" + PATCH.format(CANARY).replace("name", "x")
    ),
    "a patch that is text": project(FROM_VALUE, PATCH.format("x").replace("name: token", CANARY)),
    "an append of what is there": project(
        FROM_VALUE,
        f"values: {{pw: {CANARY}}}\npools: {{box: {{patch: {{properties: {{secrets: "
        f"{{$append: [{{name: token, value: {CANARY}}}]}}}}}}}}}}\n",
    ),
    "an append of text": project(
        FROM_VALUE,
        f"values: {{pw: {CANARY}}}\npools: {{box: {{patch: {{properties: {{secrets: {{$append: {CANARY}}}}}}}}}}}\n",
    ),
    "a marker out of place": project(
        FROM_VALUE, f"values: {{pw: {{$delete: {CANARY}}}}}\n".replace("$delete", "$append")
    ),
    # templates
    "a filter": project("- {name: token, value: {{ values.pw | int }}}", f"values: {{pw: {CANARY}}}\n"),
    "a sum": project("- {name: token, value: {{ values.pw + 1 }}}", f"values: {{pw: {CANARY}}}\n"),
    "a value below it": project("- {name: token, value: {{ values.pw.x }}}", f"values: {{pw: {CANARY}}}\n"),
    "a comparison": project("- {name: token, value: {{ values.pw < 1 }}}", f"values: {{pw: {CANARY}}}\n"),
    "a key of a map": project("- {name: token, value: {{ values[values.pw] }}}", f"values: {{pw: {CANARY}}}\n"),
    "a template of its name": project("- {% include values.pw %}", f"values: {{pw: {CANARY}}}\n"),
    "a tag that is open": project(f"- {{name: token, value: {{{{ '{CANARY}' }}"),
    "a value that is not there": project(FROM_VALUE, f"values: {{pwd: {CANARY}}}\n"),
    # rules
    "it stands elsewhere, too": project(
        FROM_VALUE + "\n- {name: {{ values.pw }}, value: x}", f"values: {{pw: {CANARY}}}\ntags: {{x: {CANARY}}}\n"
    ),
    "in capitals elsewhere": project(
        FROM_VALUE + "\n- {name: {{ values.pw | upper }}, value: {{ values.pw }}}", f"values: {{pw: {CANARY}}}\n"
    ),
    "on a line with a mistake": project("- {name: A B, value: " + CANARY + "}"),
    "two parameters": project(
        '- {name: a, value: {{ values.pw }}}\n- name: b\n  value: parameter("pw", default="' + CANARY + '")',
        f'values:\n  pw: parameter("pw", default="{CANARY[::-1]}")\n',
    ),
    "nothing reads the value": project(f"- {{name: token, value: {CANARY}}}", f"values: {{password: {CANARY}}}\n"),
    "the same line twice": project(f"- {{name: token, value: {CANARY}}}\n- {{name: token, value: {CANARY}}}"),
}


@pytest.mark.parametrize("case", WRONG)
def test_no_mistake_shows_a_secret(case: str, poolgen: Poolgen, tmp_path: Path) -> None:
    for format_ in ("text", "json", "github", "sarif"):
        result = poolgen("validate", "--format", format_, files=WRONG[case])
        assert result.exit_code == 1, result.output
        assert not leaks(result.output)
        assert not leaks(result.output.lower())
        assert "918273645546372819" not in result.output
    for command in ("generate", "generate --strict", "explain", "validate --fix --diff", "validate --fix"):
        result = poolgen(*command.split(), files=WRONG[case])
        assert result.exit_code == 1
        assert not leaks(result.output)
        assert "918273645546372819" not in result.output
    assert not leaks(written(tmp_path, WRONG[case]))


ODD = {
    "quotes": "qzj'xvk\"wy",
    "backslashes": "qzjx\\vkwy\\n",
    "lines": "qzjxvkwy\nbgmptdhc\n",
    "a long one": "qzjxvkwybgmptdhc" * 30,
    "braces": "qzjx{{vkwy}}{bgm",
    "blanks": "qzjxvkwy bgmptdhc jxqzvk",
    "comma and colon": "qzjxvkwy, bgmptdhc: jxqzvk",
    "letters of the world": "qzjxvkwy\u00e9\u65e5\U0001f680\u0085",
    "signs": "#qzjxvkwy&*!|>%@`",
    "a short one": "qzj",
}


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
@pytest.mark.parametrize("ignored", [False, True])
def test_no_odd_secret_is_shown(value: str, ignored: bool, poolgen: Poolgen) -> None:
    """In JSON, on one line with names that break rules; once more as a tag, so that it is in another finding, too."""
    parts = {value[at : at + SIZE] for at in range(max(len(value) - SIZE, 0) + 1)}
    parts = {part for part in parts if part.isascii() and part.isalpha()}
    files = project("- {name: token, value: {{ values.pw }}}\n- {{ values.other }}", f"{IGNORED if ignored else ''}")
    text = json.dumps({"pw": value, "other": {"name": "A B", "value": value}})
    files[PROFILE] = f"{files[PROFILE]!s}values: {text}\n"
    for command in COMMANDS:
        output = poolgen(*command.split(), files=files).output
        assert not any(part in output for part in parts), (command, output)


def filled(schema: dict[str, Any], path: str) -> Any:
    """A value with a mark of its own in every text that a schema has."""
    _, schema = schemas.resolve(VERSION, schema)
    match schema["type"]:
        case "object" if "properties" in schema:
            return {
                name: filled(inner, f"{path}.{name}" if path else name)
                for name, inner in schema["properties"].items()
                if not inner.get("readOnly")
            }
        case "object":
            return {f"{MARK}-{path}-key": filled(schema["additionalProperties"], f"{path}.x")}
        case "array":
            return [filled(schema["items"], f"{path}[{index}]") for index in range(2)]
        case "string" if "enum" in schema:
            return schema["enum"][0]
        case "string":
            return CANARY if schema.get("x-ms-secret") else f"{MARK}-{path}-7f3b"
    return 1


MARK = "marked"


PRINTED = [(name, style) for name, target in targets().items() for style in STYLES if getattr(target, style)]


@pytest.mark.parametrize(("target", "style"), PRINTED)
def test_a_mark_in_every_text(target: str, style: str, poolgen: Poolgen, tmp_path: Path) -> None:
    """All rules are ignored: what is no secret stands in artifacts and explanations, a secret in artifacts alone."""
    envelope = schemas.load(VERSION)["properties"][schemas.ENVELOPE]
    body = filled(envelope, "")
    marks = [path for path in _paths(body) if path]
    assert len(marks) > 15
    values = {"apiVersion": VERSION, "subscriptionId": "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345", "resourceGroup": "rg"}
    files: Files = {
        PROFILE: json.dumps({**values, "ignore": list(rules()), "values": {"body": body}}),
        TEMPLATE: "{% for name, value in values.body.items() %}\n{{ name }}: {{ value }}\n{% endfor %}\n",
    }
    for how in ("--diff", "", "--check"):
        result = poolgen(*f"generate --target {target} --style {style} {how}".split(), files=files)
        assert result.exit_code == 0, result.output
        assert not leaks(result.output)
        if how == "--diff" and style == "deployable":
            assert all(mark in result.output for mark in marks)
    explained = poolgen("explain", files=files).output
    assert not leaks(explained)
    assert all(mark in explained for mark in marks)
    artifacts = written(tmp_path, files)
    assert style == "documented" or (leaks(artifacts) and all(mark in artifacts for mark in marks))


def _paths(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, item in value.items():
                yield from (key,) if key.startswith(MARK) else ()
                yield from _paths(item)
        case list():
            for item in value:
                yield from _paths(item)
        case str() if value.startswith(MARK):
            yield value


ASKED = project(
    '- name: token\n  value: secret("TOKEN")\n- {name: db, value: "Key={{ secret(\'db-password\') }};"}\n', ""
)


def test_what_is_asked_for_is_named(poolgen: Poolgen) -> None:
    """There is no value to be shown; who is to give it must know its name."""
    explained = poolgen("explain", "properties.secrets", files=ASKED).stdout
    assert 'properties.secrets[0].value = secret("TOKEN")' in explained
    assert 'properties.secrets[1].value = "Key=" ~ secret("db-password") ~ ";"' in explained
    assert poolgen("generate", files=ASKED).exit_code == 0
    assert poolgen("generate", "--diff", files=ASKED).exit_code == 0


def test_what_looks_like_a_secret_is_not_shown(poolgen: Poolgen) -> None:
    """In an environment variable, a tag, a key and an argument; by whoever ignores the rule, too."""
    random_key = "7Jm2QpX9vRt4LsZ8wNc3KfGh"
    profile = f"tags: {{key: {random_key}, {random_key}: x}}\nvalues:\n  command: run --password=qzjxvkwy --verbose\n"
    files = project('- name: token\n  value: secret("TOKEN")', profile)
    text = str(files[TEMPLATE]).replace("{product: agents}", "{{ tags }}")
    files[TEMPLATE] = text.replace(
        "env: [", "args: [{{ values.command }}]\n        env: [{name: KEY, value: 0f47b1c9a5de83720b6f1c4d9e8a3275}, "
    )
    for start in ("", "ignore: [SP608]\n"):
        files[PROFILE] = f"{start}{HEAD}{profile}"
        for command in [command for command in COMMANDS if "generate" not in command]:
            output = poolgen(*command.split(), files=files).output
            assert random_key not in output
            assert "qzjxvkwy" not in output
            assert "0f47b1c9a5de83720b6f1c4d9e8a3275" not in output


EXAMPLE = json.loads((HERE / "documented/SessionPools_LifecycleTimed_CreateOrUpdate.json").read_text())
SPOILT: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "on one line": lambda text: json.dumps(json.loads(text)),
    "not JSON": lambda text: text.replace(f'"{CANARY}"', f'"{CANARY}'),
    "not JSON, behind it": lambda text: text.replace(f'"{CANARY}"', f'"{CANARY}" x'),
    "half a character": lambda text: text.replace(CANARY, f"{CANARY}\\ud800"),
    "a long number": lambda text: text.replace(f'"{CANARY}"', f'{"9" * 5000}, "{CANARY}": "{CANARY}"'),
    "a name that is none": lambda text: text.replace('"token"', '"A B"'),
}


@pytest.mark.parametrize("case", SPOILT)
def test_no_secret_of_an_example_is_shown(case: str, poolgen: Poolgen, tmp_path: Path) -> None:
    example = json.loads(json.dumps(EXAMPLE))
    body = example["parameters"]["sessionPoolEnvelope"]
    body["properties"]["secrets"] = [{"name": "token", "value": CANARY}]
    files: Files = {"x.json": SPOILT[case](json.dumps(example, indent=2))}
    result = poolgen("example", "-o", "out", "x.json", files=files)
    assert not leaks(result.output), result.output
    assert "SP606" not in result.output, "it is documentation, and made of fakes"
