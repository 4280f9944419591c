"""Findings of the rules: where they stand, what ignores them, what asks for more, and what a run then does."""

import re
from pathlib import Path

import pytest

from generator.jsonsource import Document
from tests.conftest import HERE, SOUND, Poolgen, documented


def project(profile: str, template: str = "", **more: str) -> dict[str, str | bytes]:
    """A project of one profile and one built-in pool, whose values stand in the profile."""
    head = "apiVersion: 2025-07-01\nsubscriptionId: 00000000-0000-0000-0000-000000000000\nresourceGroup: rg\n"
    body = "location: westeurope\n" + SOUND + "  containerType: PythonLTS\n  scaleConfiguration: {{ values.scale }}\n"
    files = {"profiles/dev.yaml": head + profile, "templates/pools/pool.yaml.j2": body + template}
    return {**files, **{f"profiles/{name}.yaml": text for name, text in more.items()}}


TOO_MANY = "values: {scale: {maxConcurrentSessions: 601}}"
TAG = "tags: {azure-team: x}\n"


def test_a_finding_stands_where_the_value_was_set(poolgen: Poolgen) -> None:
    """In the profile, if it comes from there; else in the template; for what is not set, at the map that lacks it."""
    result = poolgen(
        "validate", files=project(TOO_MANY + "\n", "tags: {azure-team: x}\nidentity: {type: SystemAssigned}\n")
    )
    assert result.exit_code == 1
    assert result.stderr == (
        "profiles/dev.yaml:4:41: warning[SP105]: properties.scaleConfiguration.maxConcurrentSessions: "
        "a built-in pool can hold at most 600 sessions\n"
        "    4 | values: {scale: {maxConcurrentSessions: 601}}\n"
        "      |                                         ^^^\n"
        "   = found: 601 (a number)\n"
        "   = expected: an integer from 1 to 600\n"
        "templates/pools/pool.yaml.j2:7:8: error[SP905]: tags.azure-team: "
        "the name of a tag must not begin with azure, microsoft or windows\n"
        "    7 | tags: {azure-team: x}\n"
        "      |        ^^^^^^^^^^\n"
        "   = found: 'azure-team'\n"
        "   = expected: another name\n"
        "templates/pools/pool.yaml.j2:8:18: error[SP701]: identity.type: "
        "only a custom container pool can have a managed identity\n"
        "    8 | identity: {type: SystemAssigned}\n"
        "      |                  ^^^^^^^^^^^^^^\n"
        '   = found: "SystemAssigned" (a string)\n'
        "   = expected: None\n"
        "   = hint: take identity out\n"
        "2 errors and 1 warning\n"
    )


def test_warnings_are_refused_only_by_strict(poolgen: Poolgen, tmp_path: Path) -> None:
    files = project(TOO_MANY + "\n")
    for command in ("validate", "generate"):
        strict = poolgen(command, "--strict", files=files)
        assert (strict.exit_code, strict.stderr.count("warning[SP105]")) == (1, 1)
        assert not (tmp_path / "output").exists()
    for command in ("validate", "generate"):
        result = poolgen(command)
        assert (result.exit_code, result.stderr.count("warning[SP105]")) == (0, 1)
    assert (tmp_path / "output/dev/pool/main.bicep").exists()


def test_an_error_is_refused_and_nothing_is_written(poolgen: Poolgen, tmp_path: Path) -> None:
    result = poolgen("generate", files=project("values: {scale: {}}\n", TAG))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[SP905]" in result.stderr
    assert not (tmp_path / "output").exists()


def test_all_is_said_at_once(poolgen: Poolgen) -> None:
    """A pool that does not fit the schema does not hide what rules others break."""
    files = project(
        TOO_MANY + "\n", prod="extends: dev\nresourceGroup: prod\nvalues: {scale: {maxConcurrentSessions: x}}\n"
    )
    stderr = poolgen("validate", files=files).stderr
    assert "profiles/dev.yaml:4:41: warning[SP105]" in stderr
    assert "profiles/prod.yaml:3:41: error: properties.scaleConfiguration.maxConcurrentSessions" in stderr
    assert stderr.endswith("1 error and 1 warning\n")


IGNORED = {
    "by a comment in the profile": project(TOO_MANY + "  # poolgen: ignore[SP105]\n"),
    "by a comment that says why": project(TOO_MANY + "  #poolgen:ignore [ SP105 ]  (agreed with support)\n"),
    "by a comment in the template": project("values: {scale: {}}\n", TAG.strip() + " # poolgen: ignore[SP905]\n"),
    "by one comment for two rules": project(
        "values: {scale: {maxConcurrentSessions: 601, readySessionInstances: 1}}  # poolgen: ignore[SP103, SP105]\n"
    ),
    "by a comment behind text that looks like one": project(
        "values: {scale: {maxConcurrentSessions: 601}, x: ' # poolgen: ignore'}  # poolgen: ignore[SP105]\n",
        "tags: {a: {{ values.x }}}\n",
    ),
    "by the profile": project(TOO_MANY + "\nignore: [SP105]\n"),
    "by a profile that it extends": project(TOO_MANY + "\nextends: base\n", base="abstract: true\nignore: [SP105]\n"),
    "by what is added to such a profile's": project(
        TOO_MANY + "\nextends: base\nignore: {$append: [SP105]}\n", TAG, base="abstract: true\nignore: [SP905]\n"
    ),
}


@pytest.mark.parametrize("case", IGNORED)
def test_what_is_ignored_is_not_said(case: str, poolgen: Poolgen) -> None:
    result = poolgen("validate", "--strict", files=IGNORED[case])
    assert (result.exit_code, result.stderr) == (0, "")


NOT_IGNORED = {
    "another rule": project(TOO_MANY + "  # poolgen: ignore[SP104]\n"),
    "another line": project("# poolgen: ignore[SP105]\n" + TOO_MANY + "\n"),
    "replaced by the profile's own": project(
        TOO_MANY + "\nextends: base\nignore: []\n", base="abstract: true\nignore: [SP105]\n"
    ),
    "text, and no comment": project(
        "values: {scale: {maxConcurrentSessions: 601}, x: 'a # poolgen: ignore[SP105] b'}\n",
        "tags: {a: {{ values.x }}}\n",
    ),
}


def test_a_comment_with_a_line_break_of_yaml_1_1(poolgen: Poolgen) -> None:
    """It is part of the comment, and hides nothing that comes behind it."""
    for text in ("  # poolgen: ignore[SP105] a\u2028'b\n", "  # poolgen: ignore[SP105] \u0085- b\n"):
        assert poolgen("validate", "--strict", files=project(TOO_MANY + text)).exit_code == 0


@pytest.mark.parametrize("case", NOT_IGNORED)
def test_what_ignores_something_else(case: str, poolgen: Poolgen) -> None:
    assert "warning[SP105]" in poolgen("validate", files=NOT_IGNORED[case]).stderr


BAD = {
    "unknown in a comment": (
        project(TOO_MANY + "  # poolgen: ignore[SP15, SP105]\n"),
        ["profiles/dev.yaml:4:66: error: there is no such rule", "did you mean 'SP105'?"],
    ),
    "unknown in the profile": (
        project("ignore: [SP1055]\n" + TOO_MANY + "\n"),
        ["profiles/dev.yaml:4:10: error: there is no such rule", "did you mean 'SP105'?"],
    ),
    "unknown to select": (project("select: [advise]\n" + TOO_MANY + "\n"), ["did you mean 'advice'?"]),
    "advice is nothing to ignore": (project("ignore: [advice]\n" + TOO_MANY + "\n"), ["there is no such rule"]),
    "no list": (project("ignore: SP105\n" + TOO_MANY + "\n"), ["'ignore' is a list of rules"]),
    "a number": (project("select: [105]\n" + TOO_MANY + "\n"), ["'select' names rules", "found: 105"]),
    "no id": (
        project(TOO_MANY + "  # poolgen: ignore\n"),
        ["profiles/dev.yaml:4:48: error: this ignores nothing", "expected: # poolgen: ignore[SP101]"],
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_ignore_is_an_error(case: str, poolgen: Poolgen) -> None:
    files, texts = BAD[case]
    result = poolgen("validate", files=files)
    assert result.exit_code == 1
    for text in texts:
        assert text in result.stderr
    assert "nothing here breaks" not in result.stderr
    assert ("warning[SP105]" in result.stderr) == ("ignore[SP15, SP105]" not in str(files)), (
        "the rules are asked all the same"
    )


def test_an_ignore_of_no_use_is_named(poolgen: Poolgen) -> None:
    """Not in a run that leaves out what it may be for, nor where one of several profiles needs it."""
    files = project(
        "extends: base\nvalues: {scale: {}}  # poolgen: ignore[SP105]\n",
        "tags: {a: b}  # poolgen: ignore[SP905]\n",
        base="abstract: true\nignore: [SP103, SP104]\n",
        prod="extends: dev\nresourceGroup: prod\nvalues: {scale: {maxConcurrentSessions: 0}}\n",
    )
    result = poolgen("validate", files=files)
    assert result.exit_code == 0
    for place, rule in (("base.yaml:2:10", "SP103"), ("dev.yaml:5:40", "SP105")):
        assert f"profiles/{place}: warning: nothing here breaks {rule}" in result.stderr
    assert "templates/pools/pool.yaml.j2:7:33: warning: nothing here breaks SP905" in result.stderr
    assert result.stderr.endswith("3 warnings\n")
    assert poolgen("validate", "dev").stderr == ""
    assert poolgen("validate", "--pool", "pool").stderr == ""


def test_advice_is_heard_where_it_is_asked_for(poolgen: Poolgen) -> None:
    both = {"SP106", "SP211", "SP801"}
    for select, heard in (("", set()), ("[advice]", both), ("[SP211]", {"SP211"}), ("[advice, SP211]", both)):
        files = project("values: {scale: {}}\n" + (f"select: {select}\n" if select else ""))
        result = poolgen("validate", "--strict", files=files)
        assert result.exit_code == 0, "advice is never refused"
        assert set(re.findall(r"advice\[(SP\d+)\]", result.stderr)) == heard
    assert result.stderr.endswith("3 hints of advice\n")


def test_two_profiles_that_fight_over_a_pool(poolgen: Poolgen) -> None:
    """Both places are named; pools of different environments may differ in all."""
    files = project("values: {scale: {}}\n", prod="extends: dev\npools: {pool: {patch: {location: uksouth}}}\n")
    result = poolgen("validate", files=files)
    assert result.exit_code == 1
    assert "profiles/prod.yaml:2:34: error[SP951]: location" in result.stderr
    assert "expected: 'westeurope', as at templates/pools/pool.yaml.j2:1:11" in result.stderr
    more = {"profiles/other.yaml": "extends: prod\nresourceGroup: other\n"}
    assert poolgen("validate", "dev", "other", files=more).exit_code == 0


@pytest.mark.parametrize("name", sorted(documented()))
def test_documented_examples_break_one_rule(name: str, poolgen: Poolgen) -> None:
    """They let an identity fetch the image that they do not give to the pool; so they are warned of, and printed."""
    text = (HERE / f"documented/{name}.json").read_text()
    result = poolgen("example", "x.json", "-o", "out", files={"x.json": text})
    assert result.exit_code == 0
    assert re.findall(r"(\S+): (\w+)\[(\w+)\]: (\S+):", result.stderr) == [
        ("x.json:49:25", "warning", "SP708", "properties.customContainerTemplate.registryCredentials.identity")
    ]


def test_every_value_of_an_example_has_its_place() -> None:
    text = '{"a": {"b": [1, {"c": "x, [y]: \\"z"}, []], "d": {}},\n"e": null}'
    places = Document({}, "x.json", text).places()
    assert {path: (at.line, at.column, at.text) for path, at in places.items()} == {
        (): (1, 1, "{"),
        ("a",): (1, 7, "{"),
        ("a", "b"): (1, 13, "["),
        ("a", "b", 0): (1, 14, "1"),
        ("a", "b", 1): (1, 17, "{"),
        ("a", "b", 1, "c"): (1, 23, '"x, [y]: \\"z"'),
        ("a", "b", 2): (1, 39, "["),
        ("a", "d"): (1, 49, "{"),
        ("e",): (2, 6, "null"),
    }
