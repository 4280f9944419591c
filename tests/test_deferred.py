"""Values known only at deploy time pass from profile and template to the tree, typed, checked and with their place."""

from pathlib import Path

import pytest

from generator import pipeline
from generator.codemodel import Choice, Map, Node, Object, Parameter, Scalar, Text
from generator.errors import Finding, Refused
from generator.walk import nodes, parameters, settled

HEAD = "apiVersion: 2025-07-01\nsubscriptionId: 34adfa4f-cedf-4dc0-ba29-b6d1a69ab345\nresourceGroup: rg\n"
LOCATION = "location: westeurope\n"
DYNAMIC = (
    "  poolManagementType: Dynamic\n"
    "  dynamicPoolConfiguration:\n"
    "    lifecycleConfiguration: {cooldownPeriodInSeconds: {{ parameter('idle', default=300) }}}\n"
)


def body(folder: Path, template: str, profile: str = "") -> Object:
    """The tree of a pool's body."""
    for name, text in (("profiles/dev.yaml", HEAD + profile), ("pools/box.yaml.j2", template)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return pipeline.check(pipeline.Project(folder / "profiles", folder / "pools")).requests["dev", "box"].body


def at(node: Node, *path: str | int) -> Node:
    return dict(nodes(node))[path]


def refused(folder: Path, template: str, profile: str = "") -> list[Finding]:
    with pytest.raises(Refused) as caught:
        body(folder, template, profile)
    return list(caught.value.findings)


@pytest.mark.parametrize(
    ("template", "profile"),
    [
        ("tags: {x: {{ parameter('owner', default='me') }}}\n", ""),
        ("tags: {x: {{ parameter('owner', 'me') }}}\n", ""),
        ("tags: {x: {{ values.x }}}\n", "values:\n  x: parameter('owner', default='me')\n"),
        ("tags: {{ tags }}\n", 'tags:\n  x: parameter("owner", default="me")\n'),
        ('tags:\n  x: parameter("owner", default="me")\n', ""),
        ("{% set me = parameter('owner', default='me') %}\ntags: {x: {{ me | default('you') }}}\n", ""),
    ],
)
def test_a_parameter_is_placed(tmp_path: Path, template: str, profile: str) -> None:
    tree = body(tmp_path, LOCATION + template, profile)
    assert at(tree, "tags", "x") == Parameter("owner", "string", secure=False, default="me", property="x")


def test_its_type_is_that_of_its_place(tmp_path: Path) -> None:
    tree = body(
        tmp_path,
        LOCATION + "properties:\n" + DYNAMIC + "  environmentId: {{ parameter('env') }}\n"
        "  containerType: {{ parameter('kind', default='PythonLTS') }}\n"
        "  scaleConfiguration: {maxConcurrentSessions: {{ parameter('most', default=20) }}}\n"
        "  secrets: [{name: a, value: {{ secret('A_KEY', description='What opens a.') }}}]\n",
    )
    asked = parameters(tree)
    assert [(asked[name].kind, asked[name].type) for name in asked] == [
        ("int32", ""),
        ("arm-id", ""),
        ("string", "ContainerType"),
        ("int32", ""),
        ("string", ""),
    ]
    assert asked["kind"].choices == ("CustomContainer", "PythonLTS")
    assert asked["A_KEY"] == Parameter("A_KEY", "string", True, None, "What opens a.", property="value")
    assert at(settled(tree), "properties", "containerType") == Choice("ContainerType", "PythonLTS", known=True)


def test_it_stands_among_text_and_is_a_key(tmp_path: Path) -> None:
    tree = body(
        tmp_path,
        LOCATION + "tags:\n  a: {{ 'x' ~ parameter('tag') ~ 1 }}\n  b: v{{ parameter('tag') }}\n"
        "  c: {{ ['x', parameter('tag')] | join('/') }}\n  {{ parameter('tag') }}: d\n",
    )
    tag = Parameter("tag", "string", secure=False, default=None)
    tags = at(tree, "tags")
    assert isinstance(tags, Map)
    values = {key: value for key, value in tags.entries if isinstance(key, str)}
    whole = tag._replace(property="tags")
    assert values == {
        "a": Text("string", ("x", whole, "1")),
        "b": Text("string", ("v", whole)),
        "c": Text("string", ("x/", whole)),
    }
    assert tags.entries[-1][0] == whole


def test_a_number_may_stand_among_text(tmp_path: Path) -> None:
    tree = body(
        tmp_path,
        LOCATION
        + "tags: {port: {{ 'port ' ~ parameter('port', default=80) }}}\nproperties:\n"
        + DYNAMIC
        + "  scaleConfiguration: {maxConcurrentSessions: {{ parameter('port', default=80) }}}\n",
    )
    assert parameters(tree)["port"].kind == "int32"
    assert at(settled(tree), "tags", "port") == Scalar("port 80", "string")


SET = "{% set x = parameter('x') %}\n"
CPU = "{customContainerTemplate: {containers: [{resources: {cpu: {{ x }}}}]}}"
WRONG = {
    "looked at": ("tags: {x: {% if parameter('x') %}a{% else %}b{% endif %}}\n", "known only at deploy time"),
    "compared": ("tags: {x: {% if parameter('x') == 'a' %}a{% endif %}}\n", "known only at deploy time"),
    "worked with": ("tags: {x: {{ parameter('x') | upper }}}\n", "filter 'upper' needs text"),
    "added to": ("tags: {x: {{ parameter('x') + 1 }}}\n", "known only at deploy time"),
    "a bad name": ("tags: {x: {{ parameter('my image') }}}\n", "cannot name what is asked for"),
    "a reserved name": ("tags: {x: {{ parameter('null') }}}\n", "cannot name what is asked for"),
    "a list as default": ("tags: {x: {{ parameter('x', default=[1]) }}}\n", "default is text"),
    "a secret with a default": ("tags: {x: {{ secret('x', 'hunter2') }}}\n", "cannot be called"),
    "a list": ("tags: {{ parameter('x') }}\n", "cannot be left to deploy time"),
    "a choice with no default": (
        "properties: {containerType: {{ parameter('x') }}}\n",
        "a choice that is left to deploy time needs a default",
    ),
    "a default of another type": (
        "properties: {scaleConfiguration: {maxConcurrentSessions: {{ parameter('x', default='many') }}}}\n",
        "value is not of its type",
    ),
    "a default that breaks a rule": (
        "properties: {scaleConfiguration: {maxConcurrentSessions: {{ parameter('x', default=0) }}}}\n",
        "a pool must hold at least one session",
    ),
    "two defaults": (
        "tags: {a: {{ parameter('x', default='1') }}, b: {{ parameter('x', default='2') }}}\n",
        "asked for otherwise",
    ),
    "two spellings": ("tags: {a: {{ parameter('imageTag') }}, b: {{ parameter('IMAGE_TAG') }}}\n", "otherwise"),
    "the system's own": ("tags: {a: {{ parameter('path', default='/') }}}\n", "PATH is the system's own"),
    "two types": (
        SET + "tags: {a: {{ x }}}\nproperties: {scaleConfiguration: {maxConcurrentSessions: {{ x }}}}\n",
        "a parameter is of one type",
    ),
    "a decimal among text": (
        f"{SET}tags: {{a: v{{{{ x }}}}}}\nproperties: {CPU}\n",
        "a decimal number cannot stand among text",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_is_refused_at_its_place(tmp_path: Path, case: str) -> None:
    template, says = WRONG[case]
    finding = next(finding for finding in refused(tmp_path, LOCATION + template) if says in finding.says)
    assert finding.origin
    assert finding.origin.file.endswith("box.yaml.j2")
    assert finding.origin.line > 1


WRONG_SCALARS = {
    "parameter('x'": "no call",
    "parameter(x)": "no call",
    "parameter('x', other=1)": "these arguments",
    "parameter('x', 1, 'y')": "these arguments",
    "secret()": "these arguments",
    "secret('x').y": "no call",
    "secret(__import__('os').name)": "no call",
    "secret('my key')": "cannot name",
    "prefix-parameter('x')": "does not stand among other text",
    "secret('ghp_0123456789abcdefghijABCDEFGHIJ012345')": "looks like a secret",
}


@pytest.mark.parametrize("scalar", WRONG_SCALARS)
def test_a_profile_is_told_what_is_wrong(tmp_path: Path, scalar: str) -> None:
    (finding,) = refused(tmp_path, LOCATION + "tags: {{ tags }}\n", f"tags:\n  x: {scalar}\n")
    assert WRONG_SCALARS[scalar] in finding.says
    assert finding.origin
    assert (finding.origin.line, finding.origin.column) == (5, 6)


def test_in_quotes_it_is_text(tmp_path: Path) -> None:
    tree = body(tmp_path, LOCATION + "tags: {{ tags }}\n", "tags:\n  x: 'parameter(\"x\")'\n")
    assert at(tree, "tags", "x") == Scalar('parameter("x")', "string")


@pytest.mark.parametrize("key", ["subscriptionId", "resourceGroup", "sessionPoolName", "apiVersion"])
def test_the_address_cannot_wait(tmp_path: Path, key: str) -> None:
    line = f"{key}: parameter('x', default='y')\n"
    profile = f"pools:\n  box:\n    {line}" if key == "sessionPoolName" else line
    head = "".join(row for row in HEAD.splitlines(keepends=True) if not row.startswith(key))
    (tmp_path / "profiles").mkdir()
    (tmp_path / "pools").mkdir()
    (tmp_path / "profiles/dev.yaml").write_text(head + profile)
    (tmp_path / "pools/box.yaml.j2").write_text(LOCATION)
    with pytest.raises(Refused) as caught:
        pipeline.check(pipeline.Project(tmp_path / "profiles", tmp_path / "pools"))
    (finding,) = caught.value.findings
    assert 'parameter("x")' in finding.found


def test_a_rule_takes_an_unknown_value_for_what_it_may_be(tmp_path: Path) -> None:
    """The identity of a registry is one of the pool's, whichever that will be."""
    body(
        tmp_path,
        LOCATION
        + "identity:\n  type: UserAssigned\n  userAssignedIdentities:\n    {{ parameter('id') }}: {}\n"
        + "properties:\n"
        + DYNAMIC
        + "  containerType: CustomContainer\n"
        "  environmentId: {{ parameter('environmentId') }}\n"
        "  scaleConfiguration: {maxConcurrentSessions: {{ parameter('most') }}, readySessionInstances: 1}\n"
        "  customContainerTemplate:\n"
        "    registryCredentials: {server: a.azurecr.io, identity: {{ parameter('id') }}}\n"
        "    containers:\n"
        "      - {name: x, image: 'a.azurecr.io/x:{{ parameter('tag') }}', resources: {cpu: 1, memory: 2Gi}}\n"
        "    ingress: {targetPort: 80}\n"
        "  managedIdentitySettings: [{identity: {{ parameter('id') }}, lifecycle: None}]\n",
    )


def test_a_default_with_a_colon_is_for_a_template(tmp_path: Path) -> None:
    (finding,) = refused(tmp_path, LOCATION, "tags:\n  x: parameter('x', default='a: b')\n")
    assert finding.hint == "write a default that holds ': ' in the template"
    tree = body(tmp_path, LOCATION + "tags: {x: {{ parameter('x', default='a: b') }}}\n")
    assert at(settled(tree), "tags", "x") == Scalar("a: b", "string")


@pytest.mark.parametrize("key", ["parameter('x')", "secret('x')"])
def test_a_profile_has_no_such_key(tmp_path: Path, key: str) -> None:
    (finding,) = refused(tmp_path, LOCATION + "tags: {{ tags }}\n", f"tags:\n  {key}: a\n")
    assert finding.says == "a key cannot be left to deploy time here"


@pytest.mark.parametrize("name", ["hunter 2", "hunter2!"])
def test_a_name_that_may_be_the_secret_is_not_shown(tmp_path: Path, name: str) -> None:
    """Who puts the secret itself into secret() does not see it again."""
    for template, profile in (
        (f"tags: {{x: {{{{ secret('{name}') }}}}}}\n", ""),
        ("", f"tags:\n  x: secret('{name}')\n"),
    ):
        (finding,) = refused(tmp_path, LOCATION + template, profile)
        assert "hunter" not in f"{finding.says}{finding.found}{finding.expected}{finding.hint}"
