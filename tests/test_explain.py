"""Where every value comes from: a line a value, in columns, with what the messages call it."""

import re

import pytest

from generator import pipeline
from generator.origins import leaves
from tests.conftest import HERE, ROOT, Poolgen
from tests.test_write import FILES

SAMPLES: dict[str, str | bytes] = {
    file.relative_to(ROOT).as_posix(): file.read_text()
    for folder in ("profiles", "templates/pools")
    for file in (ROOT / folder).iterdir()
}
DEFERRED: dict[str, str | bytes] = {
    f"{'profiles' if folder == 'profiles' else 'templates/pools'}/{file.name}": file.read_text()
    for folder in ("profiles", "templates")
    for file in (HERE / "deferred" / folder).iterdir()
}
LINE = re.compile(r"  (\S.*?) += (.+?) +(\S+):(\d+):(\d+)")


def test_a_value_stands_where_it_says(poolgen: Poolgen) -> None:
    result = poolgen("explain", "prod", "properties.scaleConfiguration", files=SAMPLES)
    assert result.exit_code == 0
    assert result.stdout == (
        "prod/code-interpreter\n"
        "  properties.scaleConfiguration.maxConcurrentSessions = 600  profiles/prod.yaml:28:23\n"
        "prod/custom-container\n"
        "  properties.scaleConfiguration.maxConcurrentSessions = 300  profiles/prod.yaml:15:23\n"
        "  properties.scaleConfiguration.readySessionInstances = 40   profiles/prod.yaml:15:35\n"
    )


def test_every_value_is_there_and_stands_there(poolgen: Poolgen) -> None:
    result = poolgen("explain", files=SAMPLES)
    rows = {name: text.split("\n") for name, text in SAMPLES.items() if isinstance(text, str)}
    lines = [LINE.fullmatch(line) for line in result.stdout.splitlines() if line.startswith("  ")]
    for line in lines:
        assert line
        _, value, file, row, column = line.groups()
        stands = rows[file][int(row) - 1][int(column) - 1 :]
        given = value.strip('"')  # or it begins with what stands there, or an expression or the file gives it
        word = re.split(r"[ ,}\]]|\{\{", stands)[0]
        assert stands.startswith((value, given, "{{", "#")) or given.startswith(word), line[0]
    run = pipeline.survey(pipeline.Project(ROOT / "profiles", ROOT / "templates/pools"))
    assert len(lines) == sum(len(list(leaves(body))) for body in run.bodies.values())
    assert poolgen("explain", files=SAMPLES).stdout == result.stdout


def test_a_pool_and_its_list(poolgen: Poolgen) -> None:
    path = "properties.customContainerTemplate.containers[0].env[1]"
    result = poolgen("explain", "dev", "--pool", "custom-container", path, files=SAMPLES)
    assert result.stdout.splitlines() == [
        "dev/custom-container",
        f'  {path}.name  = "TELEMETRY"  profiles/base.yaml:22:18',
        f'  {path}.value = "on"         profiles/base.yaml:22:36',
    ]


def test_what_is_asked_for_is_shown_as_it_is_written(poolgen: Poolgen) -> None:
    stdout = re.sub(" +", " ", poolgen("explain", files=DEFERRED).stdout)
    for shown in (
        'location = parameter("location", default="westeurope")',
        'properties.secrets[0].value = secret("REGISTRY_PASSWORD")',
        'properties.secrets[1].value = "Server=db;Password=" ~ secret("dbPassword") ~ ";"',
        'image = "registry.contoso.example/app:" ~ parameter("imageTag", default="1.10")',
        'maxConcurrentSessions = parameter("maxSessions", default=20)',
        'tags.owner = parameter("owner")',
    ):
        assert shown in stdout


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("properties.scaleConfig", "did you mean 'properties.scaleConfiguration'?"),
        ("locaton", "did you mean 'location'?"),
        ("properties.containerType.x", "did you mean 'properties.containerType'?"),
        ("9", "a path is as messages show it, such as location"),
    ],
)
def test_a_path_that_is_none(path: str, hint: str, poolgen: Poolgen) -> None:
    result = poolgen("explain", "dev", path, files=SAMPLES)
    assert result.exit_code == 2
    assert result.stderr == f"error: there is no profile and no value '{path}'\n   = hint: {hint}\n"


def test_what_is_refused_is_explained_too(poolgen: Poolgen) -> None:
    """By a rule, and by the schema; what cannot be rendered is told alone."""
    template = "templates/pools/code-interpreter.yaml.j2"
    text = str(SAMPLES[template])
    for bad, says in (("identity: {type: SystemAssigned}\n", "SP701"), ("nodeCount: 3\n", "no such property")):
        result = poolgen("explain", "dev", files={**SAMPLES, template: bad + text})
        assert result.exit_code == 1
        assert says in result.stderr
        assert "dev/code-interpreter\n" in result.stdout
    result = poolgen("explain", "dev", files={**SAMPLES, template: text + "{{ nothing }}: x\n"})
    assert result.exit_code == 1
    assert "there is no 'nothing' here" in result.stderr
    assert "dev/code-interpreter\n" not in result.stdout
    assert "dev/custom-container\n" in result.stdout


def test_an_empty_map_and_list_are_values(poolgen: Poolgen) -> None:
    files = {**FILES, "templates/pools/x.yaml.j2": "location: x\ntags: {}\nproperties: {secrets: []}\n"}
    stdout = poolgen("explain", "--pool", "x", files=files).stdout
    assert "tags               = {} " in stdout
    assert "properties.secrets = [] " in stdout
