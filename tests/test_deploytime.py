"""ARM and Bicep with what is known only at deploy time: whatever is answered, the right body arrives."""

import itertools
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from generator import pipeline
from generator.codemodel import Field, Map, Node, Object, Parameter, Scalar, Text
from generator.emit import emit
from generator.executors import Executor
from generator.resourceids import ResourceId
from generator.targets import Request, targets
from generator.walk import parameters
from tests.answers import ALL, GIVEN, NEEDED, answered
from tests.conftest import HERE, inputs
from tests.readback import doubles, drop, wire
from tests.readers import arm, bicep
from tests.sdk.bodies import HOSTILE
from tests.test_declarations import request as declared_request

SUBSCRIPTION = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345"
VAULT = ResourceId(SUBSCRIPTION, "rg-secrets-of-all-teams-in-europe", "Microsoft.KeyVault/vaults", "kv-agents")
CALLER = Parameter("CALLER", "uuid", secure=False, default=None, description="Who calls.")
ONE, OTHER = "11111111-2222-4333-8444-555555555555", "22222222-2222-4333-8444-555555555555"
EXECUTORS = (Executor(Scalar(ONE, "uuid"), "Group"), Executor(CALLER))
FILES = {"arm": "azuredeploy.json", "bicep": "main.bicep"}


@cache
def request(**settings: object) -> Request:
    """The request of the project that asks for a value in every way, with settings of deployments."""
    run = pipeline.check(pipeline.Project(HERE / "deferred/profiles", HERE / "deferred/templates"))
    return run.requests["parameters", "box"]._replace(**settings)  # type: ignore[arg-type]


def printed(target: str, asked: Request) -> dict[str, str]:
    """The artifacts of a target, by their paths."""
    return {artifact.path: artifact.text for artifact in emit(asked, [targets()[target]])}


def deployed(target: str, files: Mapping[str, str], given: Mapping[str, str]) -> dict[str, object]:
    """What a deployment of files comes to."""
    source = files[FILES[target]].encode()
    others = {path: text.encode() for path, text in files.items() if path != FILES[target]}
    if target == "arm":
        return arm.run(source, FILES[target], arm.template_schema(), others, given)
    return bicep.run(source, FILES[target], others, given)


def in_vault(given: dict[str, str]) -> dict[str, str]:
    """The answers, with the secrets in the vault and not in the environment."""
    where = f"{VAULT.subscription}/{VAULT.group}/{VAULT.name}"
    secrets = {"REGISTRY_PASSWORD": "registry-password", "DB_PASSWORD": "db-password"}
    return {f"{where}/{secrets[name]}" if name in secrets else name: text for name, text in given.items()}


SETTINGS: dict[str, dict[str, object]] = {
    "plain": {},
    "vault": {"key_vault": VAULT},
    "existing": {"existing_resources": True},
    "executors": {"executors": EXECUTORS},
    "all": {"key_vault": VAULT, "existing_resources": True, "executors": EXECUTORS},
}


@pytest.mark.parametrize(("target", "answers", "settings"), list(itertools.product(FILES, ("NEEDED", "ALL"), SETTINGS)))
def test_what_is_answered_arrives(target: str, answers: str, settings: str) -> None:
    asked = request(**SETTINGS[settings])
    answer = {"NEEDED": NEEDED, "ALL": ALL}[answers]
    given = in_vault(answer) if asked.key_vault else answer
    found = deployed(target, printed(target, asked), given | ({"CALLER": OTHER} if asked.executors else {}))
    assert found.pop("executors", []) == ([(ONE, "Group"), (OTHER, "")] if asked.executors else [])
    assert doubles(found) == doubles(
        {
            "subscriptionId": asked.subscription_id,
            "resourceGroupName": asked.resource_group_name,
            "sessionPoolName": asked.session_pool_name,
            "body": wire(answered(asked.body, answer)),
        }
    )


@pytest.mark.parametrize("target", FILES)
@pytest.mark.parametrize("name", sorted(NEEDED))
def test_what_is_not_answered_is_not_deployed(target: str, name: str) -> None:
    given = {other: text for other, text in NEEDED.items() if other != name}
    with pytest.raises(AssertionError, match=name):
        deployed(target, printed(target, request()), given)


@pytest.mark.parametrize(
    ("name", "answer", "says"),
    [
        ("PORT", "0", "minimum"),
        ("PORT", "65536", "maximum"),
        ("MAX_SESSIONS", "0", "minimum"),
        ("READY_SESSIONS", "0", "minimum"),
        ("LIFECYCLE_TYPE", "Never", "may not be"),
    ],
)
@pytest.mark.parametrize("target", FILES)
def test_an_answer_out_of_bounds_is_not_deployed(target: str, name: str, answer: str, says: str) -> None:
    with pytest.raises(AssertionError, match=says):
        deployed(target, printed(target, request()), {**ALL, name: answer})


@pytest.mark.parametrize("target", FILES)
@pytest.mark.parametrize("settings", ["plain", "vault"])
def test_no_file_holds_a_secret_s_value_or_default(target: str, settings: str) -> None:
    for text in printed(target, request(**SETTINGS[settings])).values():
        assert "fakeTokenPlaceholder" not in text
    (parameters,) = (text for path, text in printed(target, request()).items() if path != FILES[target])
    if target == "arm":
        assert "registryPassword" not in parameters
    else:
        assert "param registryPassword = readEnvironmentVariable('REGISTRY_PASSWORD')\n" in parameters


# What Bicep would not take, or take for something else: a file, text of it, what to make of it, what is said.
BICEP = {
    "a parameter that nothing uses": ("main", "memory: memory", "memory: '1Gi'", "no-unused"),
    "a name that is not declared": ("main", "memory: memory", "memory: ram", "BCP057"),
    "a parameter twice": ("main", "param owner string", "param location string", "BCP028"),
    "names alike but for case": ("main", "param owner string", "param LOCATION string", "BCP028"),
    "no description": ("main", "@description('Azure region of the pool.')\n", "@secure()\n", "default|description"),
    "no decorator": ("main", "@description('Azure region of the pool.')\n", "", ""),
    "a secret with a default": ("main", "param dbPassword string", "param dbPassword string = ''", "secure-parameter"),
    "a secret that is not secure": ("main", "@secure()\nparam dbPassword", "param dbPassword", "secure-secrets"),
    "decorators in another order": ("main", "@minValue(1)\n@maxValue(65535)", "@maxValue(65535)\n@minValue(1)", "deco"),
    "another type": ("main", "param port int", "param port string", "BCP033|BCP166"),
    "no type": ("main", "param port int", "param port number", "BCP302|syntax|format"),
    "a bound of a text": ("main", "param owner", "@minValue(1)\nparam owner", "BCP166|decorators"),
    "a default out of bounds": ("main", "param port int = 8080", "param port int = 0", "minimum"),
    "a default that is no choice": ("main", "= 'OnContainerExit'", "= 'Never'", "may not be"),
    "a reserved name": ("main", "param owner string", "param az string", "BCP084"),
    "a name alone in a text": ("main", "memory: memory", "memory: '${memory}'", "simplify-interpolation"),
    "a name as a key": ("main", "'${identityId}': {}", "identityId: {}", "BODY"),
    "text as a number": ("main", "cpu: json(cpu)", "cpu: cpu", "not of type"),
    "a number as text": ("main", "memory: memory", "memory: port", "not of type"),
    "a decorator on a line with another": ("main", "@minValue(1)\n@maxValue(65535)", "@minValue(1) @maxValue(1)", ""),
    "an empty line in a declaration": ("main", "@secure()\nparam dbPassword", "@secure()\n\nparam dbPassword", ""),
    "another existing type": ("main", "Microsoft.App/managedEnvironments@", "Microsoft.App/jobs@", "existing"),
    "an existing resource of another group": (
        "main", "name: environmentName\n", "name: environmentName\n  scope: resourceGroup('x')\n", "BODY",
    ),
    "an existing resource that nothing uses": ("main", "Id: managedEnvironment.id", "Id: 'x'", "no-unused"),
    "a property that it has not": ("main", "managedEnvironment.id", "managedEnvironment.name", "has no name"),
    "another role": ("main", "'0fb8eba5-a2bb", "'0fb8eba5-a2bc", "executors' role"),
    "another scope": ("main", "scope: sessionPool\n", "scope: managedEnvironment\n", "elsewhere"),
    "a role assignment of no name of its own": ("main", "sessionPool.id, caller", "sessionPool.id, 'x'", "role"),
    "a long call on one line": ("parameters", "getSecret(\n  '34", "getSecret('34", "format"),
    "a short call on several lines": (
        "parameters", "readEnvironmentVariable('OWNER')", "readEnvironmentVariable(\n  'OWNER'\n)", "format",
    ),
    "a parameter that is not assigned": ("parameters", "param owner = readEnvironmentVariable('OWNER')\n", "", "8"),
    "a parameter that is not declared": ("parameters", "param owner =", "param owners =", "BCP258"),
    "another file": ("parameters", "using 'main.bicep'", "using 'other.bicep'", "using"),
    "a text for a number": ("parameters", "int(readEnvironmentVariable('PORT', '8080'))", "'8080'", "BCP033"),
    "another function": ("parameters", "readEnvironmentVariable('OWNER')", "env('OWNER')", "calls env"),
    "another command": ("main", "--parameters parameters.bicepparam", "--template-file main.bicep", "parameters"),
}  # fmt: skip


@pytest.mark.parametrize("case", BICEP)
def test_what_bicep_would_not_take_is_found(case: str) -> None:
    asked = request(**SETTINGS["all"])
    good = printed("bicep", asked)
    given = {**in_vault(ALL), "CALLER": OTHER}
    right = deployed("bicep", good, given)
    part, old, new, says = BICEP[case]
    path = {"main": "main.bicep", "parameters": "parameters.bicepparam"}[part]
    bad = {**good, path: good[path].replace(old, new, 1)}
    assert bad != good
    if says == "BODY":
        assert deployed("bicep", bad, given) != right
        return
    with pytest.raises((AssertionError, ValueError), match=says or None):
        deployed("bicep", bad, given)


# The same of ARM: a file, text of it, what to make of it, what is said.
ARM = {
    "a parameter that nothing uses": ("main", "\"[parameters('memory')]\"", '"1Gi"', "nothing uses"),
    "a name that is not declared": ("main", "parameters('memory')", "parameters('ram')", "ram"),
    "names alike but for case": ("main", '"owner": {\n      "type"', '"LOCATION": {\n      "type"', "twice"),
    "no type": ("main", '"type": "securestring"', '"type": "secret"', "secret"),
    "no description": ("main", '"description": "Who answers for the pool, as a tag."', '"x": ""', "described"),
    "a secret with a default": ("main", '"securestring"', '"securestring", "defaultValue": ""', "default"),
    "a secret that is not secure": ("main", '"type": "securestring"', '"type": "string"', "not secure"),
    "a default of another type": ("main", '"defaultValue": 8080', '"defaultValue": "8080"', "port is '8080'"),
    "a default out of bounds": ("main", '"defaultValue": 8080', '"defaultValue": 0', "minimum"),
    "a default that is no choice": ("main", '"defaultValue": "OnContainerExit"', '"defaultValue": "x"', "may not be"),
    "a bound of a text": ("main", '"defaultValue": "1Gi"', '"defaultValue": "1Gi", "minValue": 1', "minValue"),
    "an unknown part": ("main", '"defaultValue": "1Gi"', '"default": "1Gi"', "default"),
    "a brace that stands alone": ("main", "format('{{ {0}", "format('{ {0}", "brace|out of range"),
    "an argument that nothing uses": ("main", "app:{0}'", "app:'", "nothing uses"),
    "a text that never ends": ("main", "it''s", "it's", "an expression"),
    "an unknown function": ("main", "format('registry", "concat('registry", "an expression"),
    "text as a number": ("main", "[json(parameters('cpu'))]", "[parameters('cpu')]", "not of type"),
    "another role": ("main", "'0fb8eba5-a2bb", "'0fb8eba5-a2bc", "executors' role"),
    "another scope": ("main", '"scope": "[resourceId(', '"scope": "[string(\'x\')]", "x": "[(', "x"),
    "a role before the pool": ("main", '"dependsOn"', '"comments"', "comments|dependsOn"),
    "a value of another type": ("parameters", '"value": 8080', '"value": "8080"', "port is '8080'"),
    "a value for what is not declared": ("parameters", '"memory": {', '"ram": {', "no such parameter"),
    "a name twice": ("parameters", '"memory": {', '"CPU": {', "twice"),
    "another schema": ("parameters", "deploymentParameters.json#", "deploymentTemplate.json#", "header"),
    "no vault": ("parameters", "Microsoft.KeyVault/vaults", "Microsoft.KeyVault/managedHSMs", "managedHSMs"),
    "a value that is said twice": ("main", "--parameters owner=", "--parameters location=", "twice"),
    "a value that is not a variable's": ("main", '\\"$OWNER\\"', "me", "no variable"),
}  # fmt: skip


@pytest.mark.parametrize("case", ARM)
def test_what_a_deployment_would_not_take_is_found(case: str) -> None:
    asked = request(**SETTINGS["all"])
    good = printed("arm", asked)
    given = {**in_vault(NEEDED), "CALLER": OTHER}
    deployed("arm", good, given)
    part, old, new, says = ARM[case]
    path = {"main": "azuredeploy.json", "parameters": "parameters.parameters.json"}[part]
    bad = {**good, path: good[path].replace(old, new, 1)}
    assert bad != good
    with pytest.raises((AssertionError, KeyError, IndexError), match=says or None):
        deployed("arm", bad, given)


def test_who_asks_for_nothing_is_asked_nothing() -> None:
    """Pools that ask for nothing have no parameters, and no files of them."""
    settled = request()._replace(body=answered(request().body, ALL))
    assert list(printed("arm", settled)) == ["azuredeploy.json"]
    assert list(printed("bicep", settled)) == ["main.bicep"]
    assert "param" not in printed("bicep", settled)["main.bicep"].replace("parameterized", "")


@pytest.mark.parametrize("name", sorted(inputs()))
def test_by_name_or_by_id_it_is_the_same_resource(name: str) -> None:
    asked = inputs()[name]._replace(existing_resources=True, executors=EXECUTORS[:1])
    given = GIVEN if parameters(asked.body) else {}
    for target in FILES:
        found = deployed(target, printed(target, asked), given)
        wanted = wire(answered(asked.body, given))
        for refusal in targets()[target].refuses(asked):
            drop(wanted, refusal.path)
            drop(found["body"], refusal.path)
        assert doubles(found["body"]) == doubles(wanted)


NAMED = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/%s/providers/Microsoft.ManagedIdentity/userAssignedIdentities/%s"
IDS = {
    "the pool's group": (NAMED % ("rg", "it's"), ["name: 'it\\'s'"]),
    "another group": (NAMED % ("rg-ids", "id"), ["name: 'id'", "scope: resourceGroup('rg-ids')"]),
    "another subscription": (
        (NAMED % ("rg", "id")).replace(SUBSCRIPTION, ONE),
        ["name: 'id'", f"scope: resourceGroup('{ONE}', 'rg')"],
    ),
    "a group that is not known": (
        NAMED % ("rg-{{ parameter('stage') }}", "id-{{ parameter('stage') }}"),
        ["name: 'id-${stage}'", "scope: resourceGroup('rg-${stage}')"],
    ),
    "another case": ((NAMED % ("rg", "id")).replace("resourceGroups", "resourcegroups"), []),
    "an ID that is not known": ("{{ parameter('stage') }}", []),
    "another resource": ((NAMED % ("rg", "id")).replace("userAssignedIdentities", "vaults"), []),
    "a resource in it": (NAMED % ("rg", "id") + "/federatedIdentityCredentials/x", []),
    "no name": (NAMED % ("rg", ""), []),
}


STAGE = "  stage: {{ parameter('stage') }}\n"


@pytest.mark.parametrize("case", IDS)
def test_what_has_a_name_is_named(case: str, tmp_path: Path) -> None:
    """Where the ID that Azure would make of the name is the same, to the letter; else the ID stands."""
    text, lines = IDS[case]
    asked = declared_request(tmp_path, f'location: westeurope\ntags:\n  id: "{text}"\n{STAGE}')
    asked = asked._replace(existing_resources=True)
    for target in FILES:
        found = deployed(target, printed(target, asked), {"STAGE": "dev"})
        assert found["body"] == wire(answered(asked.body, {"STAGE": "dev"}))
    assert ('"id": "[resourceId(' in printed("arm", asked)["azuredeploy.json"]) == bool(lines)
    source = printed("bicep", asked)["main.bicep"]
    _, _, rest = source.partition(" existing = {\n")
    assert bool(rest) == bool(lines)
    if rest:
        assert rest.partition("\n}")[0].split("\n") == [f"  {line}" for line in lines]
        assert "id: userAssignedIdentity.id\n" in rest


def test_resources_of_one_type_have_symbols_of_their_own(tmp_path: Path) -> None:
    first, second = (NAMED % ("rg", name) for name in ("a", "b"))
    text = f"location: westeurope\ntags: {{a: '{first}', b: '{second}', c: '{first}'}}\n"
    text += f"identity: {{type: UserAssigned, userAssignedIdentities: {{'{second}': {{}}, '{first}': {{}}}}}}\n"
    asked = declared_request(tmp_path, text)._replace(existing_resources=True)
    source = printed("bicep", asked)["main.bicep"]
    assert source.count(" existing = ") == 2
    assert "    c: userAssignedIdentity.id\n" in source
    keys = "      '${userAssignedIdentity2.id}': {}\n      '${userAssignedIdentity.id}': {}\n"
    assert f"    userAssignedIdentities: {{\n{keys}    }}\n" in source
    assert deployed("bicep", {"main.bicep": source}, {})["body"] == wire(asked.body)


@pytest.mark.parametrize("target", FILES)
def test_text_arrives_whatever_it_is(target: str) -> None:
    """As a default, as an answer, and around both."""
    asked = [Parameter(f"p{i}", "string", secure=False, default=text) for i, text in enumerate(HOSTILE)]
    shifted = [*HOSTILE[1:], HOSTILE[0]]
    tags: list[tuple[str, Node]] = [(f"t{i}", parameter) for i, parameter in enumerate(asked)]
    parts = [(text, parameter, text, parameter) for text, parameter in zip(shifted, asked, strict=True)]
    tags += [(f"u{i}", Text("string", part)) for i, part in enumerate(parts)]
    fields = (Field("location", Scalar("westeurope", "string"), 0), Field("tags", Map("string", tuple(tags)), 1))
    pool = request()._replace(body=Object("SessionPool", fields))
    assert not list(targets()[target].refuses(pool))
    for given in ({}, {f"P{i}": text for i, text in enumerate(reversed(HOSTILE))}):
        found = deployed(target, printed(target, pool), given)
        assert found["body"] == wire(answered(pool.body, given))
