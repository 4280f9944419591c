"""What a template declares for a value known only at deploy time: its name, bounds, choices and meaning."""

from pathlib import Path

import pytest

from generator import pipeline, schemas
from generator.bounds import BOUNDS, OF_BUILT_IN, OF_CUSTOM
from generator.codemodel import Parameter, Scalar
from generator.declarations import Declaration, declarations
from generator.errors import Refused
from generator.executors import Executor
from generator.expressions import LONGEST
from generator.targets import Request, targets
from tests.conftest import Poolgen
from tests.test_deferred import HEAD, LOCATION

TAGS = LOCATION + "tags:\n"
PROPERTIES = LOCATION + "properties:\n  poolManagementType: Dynamic\n"
IDLE = "  dynamicPoolConfiguration: {lifecycleConfiguration: {cooldownPeriodInSeconds: %s}}\n"
SCALE = PROPERTIES + IDLE % 300 + "  containerType: %s\n  scaleConfiguration: {maxConcurrentSessions: %s}\n"
ID = "11111111-2222-4333-8444-555555555555"


def request(folder: Path, template: str, profile: str = "") -> Request:
    """The checked request of a pool."""
    for name, text in (("profiles/dev.yaml", HEAD + profile), ("pools/box.yaml.j2", template)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return pipeline.check(pipeline.Project(folder / "profiles", folder / "pools")).requests["dev", "box"]


def declared(folder: Path, template: str, profile: str = "") -> Declaration:
    (found,) = declarations(request(folder, template, profile).body)
    return found


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("IMAGE_TAG", "imageTag"),
        ("image-tag", "imageTag"),
        ("imageTag", "imageTag"),
        ("v2", "v2"),
        ("description", "descriptionValue"),  # it would hide the decorator
        ("AZ", "azValue"),
        ("string", "stringValue"),
        ("json", "jsonValue"),
        ("sessionPool", "sessionPoolValue"),
        ("user-assigned-identity2", "userAssignedIdentity2Value"),
        ("RESOURCE_GROUP", "resourceGroupValue"),
        ("if", "ifValue"),
        ("location", "location"),
        ("environment", "environment"),
    ],
)
def test_its_name_hides_nothing(tmp_path: Path, asked: str, name: str) -> None:
    assert declared(tmp_path, f"{TAGS}  x: {{{{ parameter('{asked}') }}}}\n").name == name


@pytest.mark.parametrize("asked", ["dbPassword", "API_SECRET", "dbPwd", "sshKeys", "secretName", "tokenUrl"])
def test_what_is_called_a_secret_is_asked_for_as_one(tmp_path: Path, asked: str) -> None:
    body = request(tmp_path, f"{TAGS}  x: {{{{ parameter('{asked}') }}}}\n")
    for name in ("arm", "bicep"):
        (refusal,) = targets()[name].refuses(body)
        assert "for a secret" in refusal.says
        assert (refusal.path, f'secret("{asked}")' in refusal.hint) == (("tags", "x"), True)
    for name in ("python", "rest"):
        assert not list(targets()[name].refuses(body))


@pytest.mark.parametrize("call", ["parameter('keyVault')", "parameter('sshPublicKey')", "secret('dbPassword')"])
def test_what_is_no_open_secret_is_not_refused(tmp_path: Path, call: str) -> None:
    profile = "ignore: [SP607]\n" if call.startswith("secret") else ""  # that is in the open, for the rules
    assert not list(targets()["bicep"].refuses(request(tmp_path, f"{TAGS}  x: {{{{ {call} }}}}\n", profile)))


@pytest.mark.parametrize("names", [("imageTag", "imagetag"), ("image2", "IMAGE_2")])
def test_names_that_are_one_to_a_deployment_are_refused(tmp_path: Path, names: tuple[str, str]) -> None:
    tags = "".join(f"  {key}: {{{{ parameter('{name}') }}}}\n" for key, name in zip("ab", names, strict=True))
    (refusal,) = targets()["arm"].refuses(request(tmp_path, TAGS + tags))
    assert (refusal.path, refusal.says) == (
        ("tags", "b"),
        "to a deployment, names that differ in case or signs alone are one name",
    )


def test_a_key_is_refused_at_its_map(poolgen: Poolgen) -> None:
    files = {"profiles/dev.yaml": HEAD, "templates/pools/box.yaml.j2": TAGS + "  {{ parameter('secretName') }}: x\n"}
    result = poolgen("generate", "--target", "arm", "--target", "bicep", files=files)
    assert result.exit_code == 1
    assert "box.yaml.j2:3:3: error: tags.<secretName>: arm and bicep cannot carry this: linters take" in result.stderr


def test_a_text_too_long_for_an_expression_is_refused(tmp_path: Path) -> None:
    room = LONGEST - len("[format('{0}', parameters('x'))]")
    for size, refused in ((room, 0), (room + 1, 1)):
        asked = request(tmp_path, f"{TAGS}  x: \"{'y' * size}{{{{ parameter('x') }}}}\"\n")
        assert [len(list(targets()[name].refuses(asked))) for name in ("arm", "bicep", "rest")] == [refused, refused, 0]


def test_too_many_parameters_are_refused(tmp_path: Path) -> None:
    for count, refused in ((256, 0), (257, 1)):
        text = " ".join(f"{{{{ parameter('p{number}') }}}}" for number in range(count))
        asked = request(tmp_path, f'{PROPERTIES}{IDLE % 300}tags: {{x: "{text}"}}\n')
        assert len(list(targets()["bicep"].refuses(asked))) == refused


@pytest.mark.parametrize(
    ("kind", "call", "bounds"),
    [
        ("PythonLTS", "parameter('x')", OF_BUILT_IN["maxConcurrentSessions"]),
        ("PythonLTS", "parameter('x', 600)", OF_BUILT_IN["maxConcurrentSessions"]),
        ("PythonLTS", "parameter('x', 601)", None),  # there is but a warning
        ("{{ parameter('kind', 'PythonLTS') }}", "parameter('x', 601)", BOUNDS["maxConcurrentSessions"]),
    ],
)
def test_bounds_are_those_of_the_rules(tmp_path: Path, kind: str, call: str, bounds: object) -> None:
    found = declarations(request(tmp_path, SCALE % (kind, f"{{{{ {call} }}}}")).body)
    assert found[-1].bounds == bounds


def test_bounds_of_all_places_hold(tmp_path: Path) -> None:
    both = "  scaleConfiguration: {maxConcurrentSessions: {{ parameter('x', 300) }}}\n"
    found = declared(tmp_path, PROPERTIES + IDLE % "{{ parameter('x', 300) }}" + both)
    assert found.bounds == (300, 3600)
    built_in = declared(
        tmp_path, PROPERTIES + "  containerType: PythonLTS\n" + IDLE % "{{ parameter('x', 300) }}" + both
    )
    assert built_in.bounds == (300, 600)


def test_a_custom_pool_keeps_a_session_ready() -> None:
    assert OF_CUSTOM["readySessionInstances"] == (1, None)


@pytest.mark.parametrize("name", sorted(BOUNDS))
def test_bounds_name_properties_of_the_schema(name: str) -> None:
    definitions = schemas.load(schemas.versions()[-1])["$defs"].values()
    assert any(name in definition.get("properties", {}) for definition in definitions)


def test_a_choice_has_its_members_and_its_default(tmp_path: Path) -> None:
    found = declared(tmp_path, PROPERTIES + IDLE % 300 + "  containerType: {{ parameter('kind', 'Shell') }}\n")
    assert (found.allowed, found.default) == (("CustomContainer", "PythonLTS", "Shell"), "Shell")


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("tags: {x: {{ parameter('p', description='Mine.') }}}\n", "Mine."),
        ("tags: {x: {{ parameter('p') }}}\n", "Value of tags.x."),
        ("tags: {x: 'v{{ parameter('p') }}'}\n", "Part of tags.x."),
        ("tags: { {{ parameter('p') }}: x }\n", "A name in tags."),
        ("tags: {'v{{ parameter('p') }}': x}\n", "Part of a name in tags."),
        ("location: {{ parameter('p') }}\n", "Azure region of the pool."),
        ("location: 'v{{ parameter('p') }}'\n", "Part of location."),
    ],
)
def test_it_has_a_meaning(tmp_path: Path, template: str, says: str) -> None:
    head = "" if "location" in template else LOCATION
    assert declared(tmp_path, head + template).description == says


@pytest.mark.parametrize(
    ("default", "text"),
    [("'1.10'", "1.10"), ("8080", "8080"), ("true", "true"), ("1.5", "1.5"), ("'[x]'", "[x]"), ("''", "")],
)
def test_a_default_among_text_is_text(tmp_path: Path, default: str, text: str) -> None:
    found = declared(tmp_path, f"{TAGS}  x: v{{{{ parameter('p', default={default}) }}}}\n")
    assert (found.type, found.default) == ("string", text)


SETTINGS = {
    "a vault's name": ("keyVault: kv-agents\n", "named by its resource ID"),
    "a vault's address": ("keyVault: https://kv-agents.vault.azure.net/\n", "named by its resource ID"),
    "another resource": (
        f"keyVault: /subscriptions/{ID}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/x\n",
        "named by its resource ID",
    ),
    "a vault known at deploy time": ("keyVault: parameter('x')\n", "named by its resource ID"),
    "existing": ("existingResources: all\n", "true or false"),
    "no list": (f"sessionExecutors: {ID}\n", "is a list"),
    "a name": ("sessionExecutors: [me]\n", "named by its object ID"),
    "a secret": ("sessionExecutors: [secret('x')]\n", "named by its object ID"),
    "a default that is no ID": ("sessionExecutors:\n  - parameter('x', 'me')\n", "named by its object ID"),
    "no principal": ("sessionExecutors: [{principalType: User}]\n", "named by its object ID"),
    "another type": (f"sessionExecutors: [{{principalId: {ID}, principalType: Robot}}]\n", "no such type"),
    "another setting": (f"sessionExecutors: [{{principalId: {ID}, role: x}}]\n", "no such setting"),
    "one twice": (f"sessionExecutors: [{ID}, {{principalId: {ID}}}]\n", "named twice"),
}  # fmt: skip


@pytest.mark.parametrize("case", SETTINGS)
def test_settings_are_refused_at_their_line(tmp_path: Path, case: str) -> None:
    text, says = SETTINGS[case]
    with pytest.raises(Refused) as caught:
        request(tmp_path, LOCATION, text)
    (finding,) = caught.value.findings
    assert says in finding.says
    assert finding.origin
    assert finding.origin.line in (4, 5)


def test_settings_are_read(tmp_path: Path) -> None:
    vault = f"/subscriptions/{ID}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-agents"
    found = request(
        tmp_path,
        LOCATION,
        f"keyVault: {vault}\nexistingResources: true\nsessionExecutors:\n  - {ID}\n"
        "  - {principalId: parameter('caller'), principalType: User}\n",
    )
    assert str(found.key_vault) == vault
    assert found.existing_resources
    principal = Parameter(
        "caller", "uuid", False, None, "Object ID of who may run code in the pool's sessions.", property="principalId"
    )
    assert found.executors == (Executor(Scalar(ID, "uuid")), Executor(principal, "User"))


def test_an_executor_s_parameter_is_no_other(tmp_path: Path) -> None:
    profile = "sessionExecutors: [parameter('x')]\n"
    same = request(tmp_path, TAGS + "  x: {{ parameter('x') }}\n", profile)
    assert not list(targets()["bicep"].refuses(same))
    assert [found.name for found in declarations(same.body, same.executors)] == ["x"]
    other = request(tmp_path, TAGS + "  x: {{ parameter('x', 'y') }}\n", profile)
    (refusal,) = targets()["bicep"].refuses(other)
    assert "asked for otherwise" in refusal.says


def test_files_are_named_after_the_profile(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {"profiles/prod.yaml": HEAD, "templates/pools/box.yaml.j2": TAGS + "  x: {{ parameter('x', 'y') }}\n"}
    assert poolgen("generate", "--target", "arm", "--target", "bicep", files=files).exit_code == 0
    printed = {file.name: file.read_text() for file in (tmp_path / "output/prod/box").iterdir()}
    assert sorted(printed) == ["azuredeploy.json", "main.bicep", "parameters.prod.json", "prod.bicepparam"]
    assert "--parameters prod.bicepparam\n" in printed["main.bicep"]
    assert '--parameters @parameters.prod.json"\n' in printed["azuredeploy.json"]
    (tmp_path / "templates/pools/box.yaml.j2").write_text(LOCATION)
    assert poolgen("generate", "--target", "arm", "--target", "bicep").exit_code == 0
    assert sorted(file.name for file in (tmp_path / "output/prod/box").iterdir()) == ["azuredeploy.json", "main.bicep"]
