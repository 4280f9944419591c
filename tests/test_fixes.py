"""``validate --fix``: the right text at the right place, not a byte elsewhere, and nothing where there is a doubt."""

import json
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import fixes, pipeline
from generator.errors import Finding, Fix, Misuse, Refused
from generator.origins import Origin
from generator.spelling import meant
from tests.conftest import Poolgen
from tests.test_bad_input import BODY
from tests.test_bad_input import PROFILE as HEAD
from tests.tools import tool

ENUM = ["None", "SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned"]
PROFILE = HEAD + "ignore: [SP202, SP203, SP902]\n"  # what the bodies here lack besides
FILE = "profiles/dev.yaml"
POOL = "templates/pools/pool.yaml.j2"


@pytest.mark.parametrize(
    ("text", "choices", "choice"),
    [
        ("pythonlts", ["CustomContainer", "PythonLTS"], "PythonLTS"),
        ("python-lts", ["CustomContainer", "PythonLTS"], "PythonLTS"),
        ("Custom Container", ["CustomContainer", "PythonLTS"], "CustomContainer"),
        ("PytonLTS", ["CustomContainer", "PythonLTS"], "PythonLTS"),
        ("PythnoLTS", ["CustomContainer", "PythonLTS"], "PythonLTS"),
        ("PythonLTSS", ["CustomContainer", "PythonLTS"], "PythonLTS"),
        ("PythonLTX", ["CustomContainer", "PythonLTS"], "PythonLTS"),
        ("NodeLTS", ["CustomContainer", "PythonLTS"], ""),
        ("Python", ["CustomContainer", "PythonLTS"], ""),
        ("PythonLTS", ["CustomContainer", "PythonLTS"], ""),
        ("", ["CustomContainer", "PythonLTS"], ""),
        ("egressenabled", ["EgressEnabled", "EgressDisabled"], "EgressEnabled"),
        ("Egress", ["EgressEnabled", "EgressDisabled"], ""),
        ("Enabled", ["EgressEnabled", "EgressDisabled"], ""),
        ("none", ENUM, "None"),
        ("Nine", ENUM, ""),
        ("SystemAssigned, UserAssigned", ENUM, "SystemAssigned,UserAssigned"),
        ("userassigned,systemassigned", ENUM, "SystemAssigned,UserAssigned"),
        ("systemassigned", ENUM, "SystemAssigned"),
        ("SystemAssigned,", ENUM, "SystemAssigned"),
        ("Mani", ["Main", "Mani2"], ""),
        ("ABCDEX", ["ABCDEF", "ABCDEG"], ""),
        ("🐍PythonLTS", ["PythonLTS"], "PythonLTS"),
    ],
)
def test_what_was_meant(text: str, choices: list[str], choice: str) -> None:
    assert meant(text, choices) == choice


def block(text: str, top: str = "") -> str:
    """A profile whose pool's properties are ``text``, in block style."""
    rows = "".join(f"      {row}\n" for row in text.splitlines())
    return f"{PROFILE}{top}values:\n  body:\n    location: x\n    properties:\n{rows}"


def identity(text: str) -> str:
    """A profile whose body has this identity."""
    return (
        PROFILE
        + f"values:\n  body:\n    location: x\n    properties: {{poolManagementType: Dynamic}}\n    identity: {text}\n"
    )


FIXED = {
    "plain": (block("containerType: pythonlts # why"), block("containerType: PythonLTS # why")),
    "single quotes": (block("containerType: 'pythonlts'"), block("containerType: 'PythonLTS'")),
    "double quotes": (block('"containerType" : "pythonlts"'), block('"containerType" : "PythonLTS"')),
    "an escape": (block('containerType: "\\x70ythonlts"'), block('containerType: "PythonLTS"')),
    "flow": (block("{containerType:   pythonlts  }"), block("{containerType:   PythonLTS  }")),
    "two on a line": (
        block("{containerType: pythonlts, poolManagementType: dynamic, environmentId: é}"),
        block("{containerType: PythonLTS, poolManagementType: Dynamic, environmentId: é}"),
    ),
    "the same text twice on a line": (
        block("{environmentId: pythonlts, containerType: pythonlts}"),
        block("{environmentId: pythonlts, containerType: PythonLTS}"),
    ),
    "unicode before it": (
        block('{environmentId: "👩‍🚀é\u2028日本", containerType: pythonlts}'),
        block('{environmentId: "👩‍🚀é\u2028日本", containerType: PythonLTS}'),
    ),
    "a tag": (block("containerType: !!str pythonlts"), block("containerType: !!str PythonLTS")),
    "an anchor that nobody shares": (block("containerType: &t pythonlts"), block("containerType: &t PythonLTS")),
    "tabs": (block("containerType:\tpythonlts\t# x\t"), block("containerType:\tPythonLTS\t# x\t")),
    "CRLF": (
        block("containerType: pythonlts\nenvironmentId: |\n  a\n  b").replace("\n", "\r\n"),
        block("containerType: PythonLTS\nenvironmentId: |\n  a\n  b").replace("\n", "\r\n"),
    ),
    "CR alone": (
        block("containerType: pythonlts").replace("\n", "\r"),
        block("containerType: PythonLTS").replace("\n", "\r"),
    ),
    "line ends of all kinds": (
        "# x\r\n# y\r# z\n" + block("containerType: pythonlts"),
        "# x\r\n# y\r# z\n" + block("containerType: PythonLTS"),
    ),
    "a byte order mark": ("\ufeff" + block("containerType: pythonlts"), "\ufeff" + block("containerType: PythonLTS")),
    "a byte order mark, one line": (
        "\ufeff{"
        + PROFILE.replace("\n", ",")
        + "values: {body: {location: x, properties: {containerType: pythonlts}}}}",
        "\ufeff{"
        + PROFILE.replace("\n", ",")
        + "values: {body: {location: x, properties: {containerType: PythonLTS}}}}",
    ),
    "no final line end": (block("containerType: pythonlts")[:-1], block("containerType: PythonLTS")[:-1]),
    "blanks and comments": (
        block("# a\n\n\n# b\ncontainerType:    pythonlts   # c\n\n# d"),
        block("# a\n\n\n# b\ncontainerType:    PythonLTS   # c\n\n# d"),
    ),
    "the value in the next line": (block("containerType:\n  pythonlts"), block("containerType:\n  PythonLTS")),
    "identity": (identity("{type: 'UserAssigned, SystemAssigned'}"), identity("{type: 'SystemAssigned,UserAssigned'}")),
    "identity in block style": (
        identity("\n      type: systemAssigned, userAssigned"),
        identity("\n      type: SystemAssigned,UserAssigned"),
    ),
    "a range is not ours to choose": (
        block("containerType: pythonlts\nscaleConfiguration: {maxConcurrentSessions: 99999999999}"),
        block("containerType: PythonLTS\nscaleConfiguration: {maxConcurrentSessions: 99999999999}"),
    ),
}


@pytest.mark.parametrize("case", FIXED)
def test_fixed(case: str, poolgen: Poolgen, tmp_path: Path) -> None:
    old, new = FIXED[case]
    files = {FILE: old, POOL: BODY, "profiles/other.yaml": f"abstract: true\n{PROFILE}values: {{kind: pythonlts}}\n"}
    result = poolgen("validate", "--fix", files=files)
    assert (tmp_path / FILE).read_bytes() == new.encode()
    assert result.exit_code == ("range" in case)
    assert ": fixed: " in result.stderr
    for name in files.keys() - {FILE}:
        assert (tmp_path / name).read_bytes() == files[name].encode()
    assert sorted(file.name for file in tmp_path.rglob("*")) == [
        "dev.yaml",
        "other.yaml",
        "pool.yaml.j2",
        "pools",
        "profiles",
        "templates",
    ]
    again = poolgen("validate", "--fix")
    assert "fixed" not in again.stderr
    assert (tmp_path / FILE).read_bytes() == new.encode()


SHARED = "other places share the value by its anchor"
LITERAL = "what stands there is not the value itself"
TWICE = "the same text stands for something else, too"
LEFT = {
    "shared by anchor": ({FILE: block("containerType: &t pythonlts\nenvironmentId: *t"), POOL: BODY}, SHARED),
    "shared by alias": ({FILE: block("environmentId: &t pythonlts\ncontainerType: *t"), POOL: BODY}, SHARED),
    "in a shared map": (
        {FILE: block("sessionNetworkConfiguration: *n", "tags: &n {status: egressenabled}\n"), POOL: BODY},
        SHARED,
    ),
    "folded plain text": ({FILE: block("poolManagementType: dyna\n  mic"), POOL: BODY}, LITERAL),
    "folded quoted text": ({FILE: block('containerType: "python\\\n  lts"'), POOL: BODY}, LITERAL),
    "block text": ({FILE: block("containerType: |-\n  pythonlts"), POOL: BODY}, LITERAL),
    "an expression": (
        {FILE: PROFILE, POOL: 'location: x\nproperties: {containerType: "{{ "python" ~ "lts" }}"}\n'},
        LITERAL,
    ),
    "a text in an expression": (
        {FILE: PROFILE, POOL: "location: x\nproperties: {containerType: {{ 'pythonlts' }}}\n"},
        LITERAL,
    ),
    "a set variable": (
        {FILE: PROFILE, POOL: "{% set t = 'pythonlts' %}\nlocation: x\nproperties: {containerType: {{ t }}}\n"},
        LITERAL,
    ),
    "partly an expression": (
        {
            FILE: PROFILE + "values: {lts: lts}\n",
            POOL: "location: x\nproperties: {containerType: python{{ values.lts }}}\n",
        },
        LITERAL,
    ),
    "what a filter made": (
        {
            FILE: PROFILE + "values: {t: PythonLTS}\n",
            POOL: "location: x\nproperties: {containerType: {{ values.t | lower }}}\n",
        },
        LITERAL,
    ),
    "also a tag": (
        {
            FILE: PROFILE + "values: {t: pythonlts}\n",
            POOL: "location: x\ntags: {kind: {{ values.t }}}\nproperties: {containerType: {{ values.t }}}\n",
        },
        TWICE,
    ),
    "also a condition": (
        {
            FILE: PROFILE + "values: {t: pythonlts}\n",
            POOL: "location: x\nproperties: {containerType: {{ values.t }}}\n"
            "{% if values.t == 'pythonlts' %}\ntags: {a: b}\n{% endif %}\n",
        },
        TWICE,
    ),
    "also in a body that is not asked for": (
        {
            FILE: PROFILE + "values: {t: pythonlts}\n",
            POOL: "location: x\nproperties: {containerType: {{ values.t }}}\n",
            "templates/pools/other.yaml.j2": "location: {{ values.t }}\n",
        },
        TWICE,
    ),
}


@pytest.mark.parametrize("case", LEFT)
def test_left(case: str, poolgen: Poolgen, tmp_path: Path) -> None:
    files, why = LEFT[case]
    result = poolgen("validate", "--fix", "--pool", "pool", files=files)
    assert result.exit_code == 1
    assert ": not fixed: properties." in result.stderr
    assert why in result.stderr
    assert ": fixed: " not in result.stderr
    for name, text in files.items():
        assert (tmp_path / name).read_bytes() == text.encode()


def test_templates_are_mended_too(poolgen: Poolgen, tmp_path: Path) -> None:
    template = (
        "{# pythonlts #}{% if true %}\nlocation: {{ location }}\n{% endif %}\nproperties:\n"
        "{% include '_net.yaml' %}\n  containerType: {# pythonlts #} pythonlts  # pythonlts\n"
    )
    choice = "{% if values.open %}egressenabled{% else %}egressDisabled{% endif %}"
    net = f"  sessionNetworkConfiguration: {{status: {choice}}}\n"
    files = {
        FILE: PROFILE + "location: x\nvalues: {open: true}\n",
        "profiles/prod.yaml": PROFILE + "location: x\nvalues: {open: false}\n",
        POOL: template.replace("\n", "\r\n"),
        "templates/pools/_net.yaml": net,
    }
    result = poolgen("validate", "--fix", files=files)
    assert result.exit_code == 0
    mended = template.replace("pythonlts  #", "PythonLTS  #").replace("\n", "\r\n")
    assert (tmp_path / POOL).read_bytes() == mended.encode()
    assert (tmp_path / "templates/pools/_net.yaml").read_text() == net.replace(
        "egressenabled", "EgressEnabled"
    ).replace("egressDisabled", "EgressDisabled")
    assert result.stdout == "2 pools valid\n"
    assert "_net.yaml:1:61: fixed: properties.sessionNetworkConfiguration.status: egressenabled -> EgressEnabled" in (
        result.stderr
    )


def test_one_harmful_fix_does_not_keep_the_others(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {
        FILE: PROFILE + "values: {t: pythonlts, m: dynamic}\n",
        POOL: "location: {{ values.t }}\n"
        "properties: {containerType: {{ values.t }}, poolManagementType: {{ values.m }}}\n",
    }
    result = poolgen("validate", "--fix", files=files)
    assert result.exit_code == 1
    assert (tmp_path / FILE).read_text() == PROFILE + "values: {t: pythonlts, m: Dynamic}\n"
    assert TWICE in result.stderr


def test_a_shared_profile_is_mended_for_all(poolgen: Poolgen, tmp_path: Path) -> None:
    base = f"abstract: true\n{PROFILE}values: {{t: pythonlts}}\n"
    files = {
        "profiles/base.yaml": base,
        "profiles/dev.yaml": "extends: base\n",
        "profiles/prod.yaml": "extends: base\n",
        POOL: "location: x\nproperties: {containerType: {{ values.t }}}\n",
    }
    assert poolgen("validate", "--fix", "dev", files=files).exit_code == 0
    assert (tmp_path / "profiles/base.yaml").read_text() == base.replace("pythonlts", "PythonLTS")
    assert poolgen("validate").exit_code == 0


def test_diff_writes_nothing(poolgen: Poolgen, tmp_path: Path) -> None:
    old, new = FIXED["CRLF"]
    result = poolgen("validate", "--fix", "--diff", files={FILE: old, POOL: BODY})
    assert (result.exit_code, (tmp_path / FILE).read_bytes()) == (1, old.encode())
    assert "-      containerType: pythonlts\r\n+      containerType: PythonLTS\r\n" in result.stdout_bytes.decode()
    subprocess.run([tool("patch"), "-p1", "--binary"], input=result.stdout_bytes, cwd=tmp_path, check=True)
    assert (tmp_path / FILE).read_bytes() == new.encode()


@pytest.mark.parametrize("args", [["--diff"], ["--fix", "--diff", "--format", "json"]])
def test_misuse(args: list[str], poolgen: Poolgen) -> None:
    assert poolgen("validate", *args, files={FILE: PROFILE, POOL: "location: x\n"}).exit_code == 2


def test_formats_keep_stdout_to_themselves(poolgen: Poolgen) -> None:
    files = {FILE: block("containerType: pythonlts\nkind: x"), POOL: BODY}
    result = poolgen("validate", "--fix", "--format", "json", files=files)
    assert result.stdout.startswith("{\n")
    assert "pythonlts" not in result.stdout
    assert "fixed: properties.containerType: pythonlts -> PythonLTS" in result.stderr


def project(tmp_path: Path, files: dict[str, str]) -> tuple[pipeline.Project, list[Finding]]:
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
    made = pipeline.Project(tmp_path / "profiles", tmp_path / "templates/pools")
    with pytest.raises(Refused) as refused:
        pipeline.check(made)
    return made, list(refused.value.findings)


def test_a_file_that_changes_before_the_plan(tmp_path: Path) -> None:
    made, found = project(tmp_path, {FILE: block("containerType: pythonlts"), POOL: BODY})
    for text in ("", "x: y\n", block("# one more\ncontainerType: pythonlts"), block("containerType: pythonltss")):
        (tmp_path / FILE).write_text(text)
        todo = fixes.plan(made, found)
        assert not todo.fixed
        assert len(todo.left) == 1
    (tmp_path / FILE).write_bytes(b"\xff" * 1000)
    assert not fixes.plan(made, found).fixed
    (tmp_path / FILE).unlink()
    assert not fixes.plan(made, found).fixed


def test_a_file_that_changes_between_plan_and_deed(tmp_path: Path) -> None:
    made, found = project(tmp_path, {FILE: block("containerType: pythonlts"), POOL: BODY})
    todo = fixes.plan(made, found)
    assert todo.fixed
    theirs = block("containerType: pythonlts # theirs")
    (tmp_path / FILE).write_text(theirs)
    with pytest.raises(Misuse, match="has changed while"):
        fixes.carry_out(todo)
    assert (tmp_path / FILE).read_text() == theirs
    (tmp_path / FILE).unlink()
    with pytest.raises(Misuse, match="cannot write"):
        fixes.carry_out(todo)


def test_a_read_only_file(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("validate", files={FILE: block("containerType: pythonlts"), POOL: BODY})
    (tmp_path / FILE).chmod(0o444)
    result = poolgen("validate", "--fix")
    assert result.exit_code == 2
    assert f"'{FILE}' is read-only" in result.stderr
    assert (tmp_path / FILE).read_text() == block("containerType: pythonlts")


def test_who_may_read_a_file_stays_as_it_was(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("validate", files={FILE: block("containerType: pythonlts"), POOL: BODY})
    (tmp_path / FILE).chmod(0o640)
    assert poolgen("validate", "--fix").exit_code == 0
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o640


def test_a_link_is_left(poolgen: Poolgen, tmp_path: Path) -> None:
    text = block("containerType: pythonlts")
    poolgen("validate", files={"theirs.yaml": text, POOL: BODY, "profiles/x": ""})
    (tmp_path / FILE).symlink_to("../theirs.yaml")
    result = poolgen("validate", "--fix")
    assert result.exit_code == 1
    assert "not fixed: properties.containerType: the file is a link" in result.stderr
    assert (tmp_path / "theirs.yaml").read_text() == text


def test_a_failing_write_leaves_all_as_it_was(
    poolgen: Poolgen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        FILE: block("containerType: pythonlts"),
        "profiles/prod.yaml": block("containerType: pythonlts"),
        POOL: BODY,
    }
    poolgen("validate", files=files)
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if target.name == "prod.yaml" and self.suffix == ".new":
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    result = poolgen("validate", "--fix")
    assert result.exit_code == 2
    assert "No space left" in result.stderr
    for name, text in files.items():
        assert (tmp_path / name).read_text() == text


MISSING = {
    "block": (block("containerType: PythonLTS"), block("poolManagementType: Dynamic\ncontainerType: PythonLTS")),
    "comment first": (
        block("# why\ncontainerType: PythonLTS # x"),
        block("# why\npoolManagementType: Dynamic\ncontainerType: PythonLTS # x"),
    ),
    "CRLF": (
        block("containerType: PythonLTS").replace("\n", "\r\n"),
        block("poolManagementType: Dynamic\ncontainerType: PythonLTS").replace("\n", "\r\n"),
    ),
    "flow": (block("{containerType: PythonLTS}"), block("{poolManagementType: Dynamic, containerType: PythonLTS}")),
    "flow with blanks": (
        block("{ containerType: PythonLTS }"),
        block("{ poolManagementType: Dynamic, containerType: PythonLTS }"),
    ),
    "flow over lines": (
        block("{\n  containerType: PythonLTS\n}"),
        block("{poolManagementType: Dynamic,\n  containerType: PythonLTS\n}"),
    ),
    "empty": (block("{}"), block("{poolManagementType: Dynamic}")),
    "empty with a blank": (block("{ }"), block("{ poolManagementType: Dynamic}")),
    "last line without an end": (
        block("containerType: PythonLTS")[:-1],
        block("poolManagementType: Dynamic\ncontainerType: PythonLTS")[:-1],
    ),
    "explicit key": (
        block("? containerType\n: PythonLTS"),
        block("poolManagementType: Dynamic\n? containerType\n: PythonLTS"),
    ),
}


def missing(tmp_path: Path, text: str) -> tuple[pipeline.Project, Finding]:
    """A project, and the finding that its properties lack a key."""
    for name, content in {FILE: text, POOL: BODY}.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_bytes(content.encode())
    made = pipeline.Project(tmp_path / "profiles", tmp_path / "templates/pools")
    (request,) = pipeline.bodies(made).values()
    at: Origin = request["sessionPoolEnvelope"].at["properties"]
    return made, Finding("missing", at, "properties.poolManagementType", fix=Fix("Dynamic", key="poolManagementType"))


@pytest.mark.parametrize("case", MISSING)
def test_a_missing_key(case: str, tmp_path: Path) -> None:
    old, new = MISSING[case]
    made, finding = missing(tmp_path, old)
    todo = fixes.plan(made, [finding])
    assert todo.left == []
    fixes.carry_out(todo)
    assert (tmp_path / FILE).read_bytes() == new.encode()


def test_a_key_missing_from_a_map_that_others_share(tmp_path: Path) -> None:
    made, finding = missing(tmp_path, block("*p", "tags: &p {a: b}\n"))
    assert fixes.plan(made, [finding]).left == [(finding, SHARED)]


def test_rules_bring_fixes(poolgen: Poolgen, tmp_path: Path) -> None:
    """One that is a warning, and one that is advice: unasked, it is heard only where it can be mended."""
    text = HEAD + (
        "values:\n  body:\n    location: westeurope\n    properties:\n"
        "      containerType: CustomContainer # ours\n      managedIdentitySettings: [{identity: 'System'}]\n"
    )
    assert "SP710" not in poolgen("validate", files={FILE: text, POOL: BODY}).stderr
    result = poolgen("validate", "--fix")
    assert (tmp_path / FILE).read_text() == text.replace("'System'", "'system'").replace(
        "containerType", "poolManagementType: Dynamic\n      containerType"
    )
    assert "fixed: properties.poolManagementType: poolManagementType added: Dynamic" in result.stderr
    assert "fixed: properties.managedIdentitySettings[0].identity: System -> system" in result.stderr
    assert "SP202" not in result.stderr


def test_what_can_be_mended_is_told(poolgen: Poolgen) -> None:
    result = poolgen("validate", files={FILE: block("containerType: pythonlts\nkind: x"), POOL: BODY})
    assert result.stderr.endswith("2 errors\n--fix mends 1 of these, where it is safe\n")
    assert "--fix mends" not in poolgen("validate", "--fix").stderr


def test_an_ignored_rule_mends_nothing(poolgen: Poolgen, tmp_path: Path) -> None:
    text = (
        f"{HEAD}ignore: [SP202]\nvalues: {{body: {{location: westeurope, properties: {{containerType: PythonLTS}}}}}}\n"
    )
    poolgen("validate", "--fix", files={FILE: text, POOL: BODY})
    assert (tmp_path / FILE).read_text() == text


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="%\ufeff"), max_size=12)
BLANKS = st.text(" \t", max_size=3)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@settings(max_examples=60, deadline=None)
@given(
    comment=TEXT,
    names=st.lists(TEXT.filter(bool), max_size=4, unique=True),
    values=st.lists(TEXT, min_size=5, max_size=5),
    quote=st.sampled_from(["", "'", '"']),
    blanks=BLANKS,
    flow=st.booleans(),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    mark=st.sampled_from(["", "\ufeff"]),
    last=st.booleans(),
)
def test_any_surroundings(
    *, tmp_path_factory: pytest.TempPathFactory, comment: str, names: list[str], values: list[str], quote: str,
    blanks: str, flow: bool, end: str, mark: str, last: bool,
) -> None:  # fmt: skip
    """Whatever stands around a misspelt choice stays, to the byte."""
    pairs = ", ".join(f"{_quoted('$$' + k)}: {_quoted(v)}" for k, v in zip(names, values, strict=False))
    word = f"{quote}%s{quote}"
    setting = f"containerType: {blanks}{word}"
    body = f"{{environmentId: {_quoted(values[4])}, {setting}}}" if flow else f"{end}      {setting}"
    rows = [PROFILE.rstrip("\n").replace("\n", end), f"# {comment}pythonlts", "values:", "  body:", "    location: x"]
    rows += [f"    tags: {{{pairs}}} # {comment}", f"    properties: {body}{blanks} # {comment}"]
    text = mark + end.join(rows) + (end if last else "")
    folder = tmp_path_factory.mktemp("any")
    made, found = project(folder, {FILE: text.replace("%s", "pythonlts", 1), POOL: BODY})
    fixes.carry_out(fixes.plan(made, [finding for finding in found if finding.fix]))
    assert (folder / FILE).read_bytes() == text.replace("%s", "PythonLTS", 1).encode()
