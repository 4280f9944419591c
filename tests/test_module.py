"""One module for all environments: with the arguments of a profile it is that profile's body again."""

import functools
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from generator import codemodel, naming, pipeline
from generator.codemodel import Field, List, Object, Parameter, Scalar
from generator.declarations import is_secret
from generator.emit import emit_module, fold_requests
from generator.executors import Executor
from generator.module import Module, fold
from generator.module.declare import declared
from generator.targets import Example, Request, targets
from generator.walk import parameters
from tests import answers
from tests.conftest import HERE, SOUND, Poolgen, inputs
from tests.instantiate import ASKED, answered, instantiate, value
from tests.mutations import family
from tests.readback import doubles, wire
from tests.readers import arm, bicep
from tests.sdk.bodies import collect

VERSION = "2025-07-01"
Body = dict[str, Any]


def module(bodies: Mapping[str, Body], names: Mapping[str, str] | None = None) -> Module:
    trees = {profile: codemodel.build(body, VERSION) for profile, body in bodies.items()}
    return fold(trees, names or dict.fromkeys(bodies, "pool"), VERSION)


@functools.cache
def families() -> list[dict[str, Body]]:
    """300 sets of bodies, two to four in each, which share much."""
    bodies = collect(300, 5, VERSION)
    return [family(body, bodies, Random(number), VERSION) for number, body in enumerate(bodies)]  # noqa: S311


def samples() -> dict[str, dict[str, Body]]:
    found: dict[str, dict[str, Body]] = {}
    for request in inputs().values():
        if request.profile in ("dev", "staging", "prod"):
            found.setdefault(request.example.name, {})[request.profile] = wire(request.body)
    return found


def holds(bodies: Mapping[str, Body]) -> Module:
    made = module(bodies)
    for profile, body in bodies.items():
        found = answered(instantiate(made, profile), body)
        assert doubles(found) == doubles(body), profile
    declarations = declared(made)
    names = [declaration.name.lower() for declaration in declarations]
    assert len({*names}) == len(names)
    assert len({naming.environment(declaration.name) for declaration in declarations}) == len(names)
    for declaration in declarations:
        assert re.fullmatch("[a-z][A-Za-z0-9]*", declaration.name)
        assert declaration.parameter.name == declaration.name, "a name that is spelled otherwise"
        assert declaration.parameter.secure or not is_secret(declaration.name)
        assert declaration.description.endswith(".")
        assert len(declaration.name) < 70
    return made


@pytest.mark.parametrize("pool", samples())
def test_a_sample_is_itself_again(pool: str) -> None:
    holds(samples()[pool])


def test_random_profiles_are_themselves_again() -> None:
    sizes = [len(parameters(holds(bodies).body)) for bodies in families()]
    assert sum(size > 1 for size in sizes) > 200, "or they had nothing that differs"


ID = "/subscriptions/0/resourceGroups/rg-{0}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-{0}"
Said = dict[str, tuple[Any, ...]]  # by the parameter's name: what dev says and what prod says, None where it is silent


def container(name: str = "main", **more: Any) -> Body:
    return {"name": name, **more}


def pool(*containers: Body, **more: Any) -> Body:
    return {"customContainerTemplate": {"containers": list(containers)}, **more}


def lifecycle(**more: Any) -> Body:
    return {"dynamicPoolConfiguration": {"lifecycleConfiguration": more}}


def env(**variables: str) -> Body:
    return container(env=[{"name": name, "value": text} for name, text in variables.items()])


# Properties in dev and in prod, and what is said of them.
CASES: dict[str, tuple[Body, Body, Said]] = {
    "nothing that differs": ({"containerType": "PythonLTS"}, {"containerType": "PythonLTS"}, {}),
    "a number": (
        {"scaleConfiguration": {"maxConcurrentSessions": 1}},
        {"scaleConfiguration": {"maxConcurrentSessions": 2}},
        {"maxConcurrentSessions": (1, 2)},
    ),
    "a choice": (
        {"sessionNetworkConfiguration": {"status": "EgressEnabled"}},
        {"sessionNetworkConfiguration": {"status": "EgressDisabled"}},
        {"sessionNetworkStatus": ("EgressEnabled", "EgressDisabled")},
    ),
    "an image's tag": (pool(container(image="a.io/x:1")), pool(container(image="a.io/x:2")), {"imageTag": ("1", "2")}),
    "an image": (
        pool(container(image="a.io:50/x")),
        pool(container(image="a.io:51/x")),
        {"image": ("a.io:50/x", "a.io:51/x")},
    ),
    "a digest": (
        pool(container(image="x@sha256:0")),
        pool(container(image="x@sha256:1")),
        {"image": ("x@sha256:0", "x@sha256:1")},
    ),
    "two images": (
        pool(container("main", image="x:1"), container("side", image="y:1")),
        pool(container("main", image="x:2"), container("side", image="y:3")),
        {"mainImageTag": ("1", "2"), "sideImageTag": ("1", "3")},
    ),
    "two images of one tag": (
        pool(container("main", image="x:1"), container("side", image="y:1")),
        pool(container("main", image="x:2"), container("side", image="y:2")),
        {"imageTag": ("1", "2")},
    ),
    "texts in a list": (
        pool(container(args=["a"])),
        pool(container(args=["a", "b"])),
        {"args": (["a"], ["a", "b"])},
    ),
    "a variable": (pool(env(LOG_LEVEL="x")), pool(env(LOG_LEVEL="y")), {"logLevel": ("x", "y")}),
    "a variable more": (
        pool(env(A="1", B="2")),
        pool(env(A="1", TRACE="2", B="2")),
        {"hasTrace": (False, True)},
    ),
    "variables in another order": (
        pool(env(A="1", B="2")),
        pool(env(B="2", A="1")),
        {
            "env": (
                [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}],
                [{"name": "B", "value": "2"}, {"name": "A", "value": "1"}],
            )
        },
    ),
    "a variable called as the region": (
        pool(env(LOCATION="1")),
        pool(env(LOCATION="2")),
        {"mainLocation": ("1", "2")},
    ),
    "a variable called as a function": (
        pool(env(RESOURCE_GROUP="1")),
        pool(env(RESOURCE_GROUP="2")),
        {"resourceGroupValue": ("1", "2")},
    ),
    "a variable called as a secret": (
        pool(env(DB_PASSWORD="1")),  # noqa: S106
        pool(env(DB_PASSWORD="2")),  # noqa: S106
        {"dbCredential": ("1", "2")},
    ),
    "a variable with no letter": (
        pool(env(**{"1": "1"})),
        pool(env(**{"1": "2"})),
        {"environmentVariable1": ("1", "2")},
    ),
    "a container renamed": (
        pool(container("dev", image="x")),
        pool(container("prod", image="x")),
        {"containerName": ("dev", "prod")},
    ),
    "a secret's name": (
        {"customContainerTemplate": {"registryCredentials": {"passwordSecretRef": "a"}}},
        {"customContainerTemplate": {"registryCredentials": {"passwordSecretRef": "b"}}},
        {"registryCredentialName": ("a", "b")},
    ),
    "what prod alone has": (
        {},
        pool(container(image="x")),
        {"hasCustomContainerTemplate": (False, True)},
    ),
    "what comes together": (
        {"scaleConfiguration": {}},
        {"scaleConfiguration": {"maxConcurrentSessions": 1, "readySessionInstances": 2}},
        {"hasMaxConcurrentSessions": (False, True)},
    ),
    "one way or the other": (
        lifecycle(lifecycleType="Timed", cooldownPeriodInSeconds=300),
        lifecycle(lifecycleType="OnContainerExit", maxAlivePeriodInSeconds=60),
        {
            "lifecycleType": ("Timed", "OnContainerExit"),
            "hasCooldownPeriodInSeconds": (True, False),
            "hasMaxAlivePeriodInSeconds": (False, True),
        },
    ),
}


def said(made: Module) -> Said:
    found: Said = {}
    for name in parameters(made.body):
        of = [arguments.get(name) for arguments in made.arguments.values()]
        found[name] = tuple(
            None if node is None else name if isinstance(node, Parameter) else value(node, {}) for node in of
        )
    return found


@pytest.mark.parametrize("case", CASES)
def test_what_differs_has_a_name(case: str) -> None:
    dev, prod, wanted = CASES[case]
    made = holds({"dev": {"location": "x", "properties": dev}, "prod": {"location": "x", "properties": prod}})
    assert said(made) == {"location": ("x", "x"), **wanted}


def test_an_identity_is_one_parameter_wherever_it_stands() -> None:
    """Even one that is the same in all profiles: no module has an ID in it."""

    def body(of: str) -> Body:
        one, other = ID.format(of), ID.format("shared")
        return {
            "location": "x",
            "identity": {"type": "UserAssigned", "userAssignedIdentities": {other: {}, one: {}}},
            "properties": {
                "customContainerTemplate": {"registryCredentials": {"identity": one}},
                "managedIdentitySettings": [{"identity": one, "lifecycle": "None"}, {"identity": other}],
            },
        }

    made = holds({"dev": body("dev"), "prod": body("prod")})
    assert said(made) == {
        "location": ("x", "x"),
        "identityId": (ID.format("dev"), ID.format("prod")),
        "identityId2": (ID.format("shared"), ID.format("shared")),
    }


def test_what_some_lack_has_a_default() -> None:
    def body(tags: Body) -> Body:
        return {"location": "x", "tags": tags}

    made = holds({"a": body({}), "b": body({"team": "blue"}), "c": body({"team": "red"})})
    assert said(made) == {
        "location": ("x", "x", "x"),
        "hasTagTeam": (False, True, True),
        "tagTeam": (None, "blue", "red"),
    }
    assert {declaration.name: declaration.default for declaration in declared(made)} == {
        "location": "resourceGroup().location",
        "hasTagTeam": False,
        "tagTeam": "blue",
    }


def test_a_secret_in_clear_is_asked_for() -> None:
    def body(text: str) -> Body:
        return {
            "location": "x",
            "properties": {"secrets": [{"name": "key", "value": text}, {"name": "b", "value": "same"}]},
        }

    made = holds({"dev": body("hunter2"), "prod": body("hunter3")})
    assert said(made) == {"location": ("x", "x"), "key": ("key", "key"), "b": ("b", "b")}
    assert "hunter" not in repr(made)
    assert "same" not in repr(made)
    assert all(declaration.parameter.secure and declaration.default is None for declaration in declared(made)[1:])


def test_the_pool_s_name_is_a_parameter_where_it_differs() -> None:
    body = {"location": "x"}
    made = module({"dev": body, "prod": body}, {"dev": "devpool", "prod": "prodpool"})
    assert [declaration.name for declaration in declared(made)] == ["sessionPoolName", "location"]
    assert made.arguments["prod"]["sessionPoolName"] == codemodel.Scalar("prodpool", "string")
    assert module({"dev": body, "prod": body}).name == codemodel.Scalar("pool", "string")


def test_one_profile_has_a_module_too() -> None:
    made = holds({"dev": {"location": "x", "tags": {"a": "b"}}})
    assert said(made) == {"location": ("x",)}


# Where the artifacts come in.


def request(profile: str, body: Body, name: str = "pool") -> Request:
    return Request(
        subscription_id="34adfa4f-cedf-4dc0-ba29-b6d1a69ab345",
        resource_group_name=f"rg-{profile}",
        session_pool_name=name,
        api_version=VERSION,
        body=codemodel.build(body, VERSION),
        example=Example("box", "", "", ""),
        profile=profile,
    )


def printed(requests: Sequence[Request], target: str) -> dict[str, bytes]:
    return {artifact.path: artifact.text.encode() for artifact in emit_module("box", requests, [targets()[target]])}


def deployed(requests: Sequence[Request], target: str, given: Mapping[str, str] = {}) -> dict[str, Any]:
    """What comes of the files of a module, by profile; a secret that is not given is ``ASKED`` and its name."""
    files = printed(requests, target)
    secrets = [d.name for d in declared(fold_requests(requests)) if d.parameter.secure]
    given = {**{naming.environment(name): f"{ASKED}{name}" for name in secrets}, **given}
    if target == "arm":
        return arm.module(files.pop("azuredeploy.json"), files, given)
    found = bicep.module(files.pop("main.bicep"), files, given)
    return {file.removesuffix(".bicepparam"): deployment for file, deployment in found.items()}


@pytest.mark.parametrize("target", ["arm", "bicep"])
def test_what_is_deployed_is_what_the_profile_asks_for(target: str) -> None:
    refused = 0
    for number, bodies in enumerate([*samples().values(), *families()]):
        requests = [request(profile, body) for profile, body in bodies.items()]
        if any([*targets()[target].refuses(each)] for each in requests):
            refused += 1
            continue
        found = deployed(requests, target)
        for profile, body in bodies.items():
            got = answered(found[profile]["body"], body)
            assert doubles(got) == doubles(body), (number, profile)
            assert found[profile]["resourceGroupName"] == f"rg-{profile}"
    assert refused < 100


@pytest.mark.parametrize("target", ["arm", "bicep"])
@pytest.mark.parametrize("first", ["asking", "knowing"])
def test_some_ask_for_what_others_know(target: str, first: str) -> None:
    """The pool that asks for values in every way, and one that has them all, and a third with some of each."""
    project = pipeline.Project(HERE / "deferred/profiles", HERE / "deferred/templates")
    (asking,) = pipeline.check(project).requests.values()
    known = wire(answers.answered(asking.body, answers.ALL))
    part = codemodel.build(known, VERSION)
    fields = {field.name: field for field in asking.body.fields}
    half = part._replace(fields=tuple(fields[f.name] if f.name == "properties" else f for f in part.fields))
    bodies = {"asking": asking.body, "knowing": part, "half": half}
    order = sorted(bodies, key=lambda profile: profile != first)
    requests = [asking._replace(profile=profile, body=bodies[profile], executors=()) for profile in order]
    found = deployed(requests, target, answers.NEEDED)
    for profile, body in bodies.items():
        wanted = wire(answers.answered(body, answers.NEEDED))
        assert doubles(answered(found[profile]["body"], wanted)) == doubles(wanted), profile
    texts = " ".join(text.decode() for text in printed(requests, target).values())
    assert answers.ALL["DB_PASSWORD"] not in texts


SOMEBODY = ("11111111-2222-4333-8444-555555555555", "66666666-7777-4888-9999-aaaaaaaaaaaa")


@pytest.mark.parametrize("target", ["arm", "bicep"])
def test_who_may_run_code_is_a_parameter(target: str) -> None:
    """In order, apart by their types; who is there in one environment only is there under a condition."""
    one, other = SOMEBODY
    of = {"dev": [(one, "User"), (other, "")], "prod": [(other, "User")], "test": []}
    users = {profile: tuple(Executor(Scalar(who, "uuid"), type_) for who, type_ in of[profile]) for profile in of}
    requests = [request(profile, {"location": "x"})._replace(executors=users[profile]) for profile in of]
    found = deployed(requests, target)
    assert {profile: found[profile].get("executors", []) for profile in of} == of
    assert said(fold_requests(requests)) == {"location": ("x", "x", "x")}
    assert {declaration.name: declaration.default for declaration in declared(fold_requests(requests))} == {
        "location": "resourceGroup().location",
        "hasSessionExecutor": False,
        "sessionExecutorId": SOMEBODY[0],
        "hasSessionExecutor2": False,
        "sessionExecutorId2": SOMEBODY[1],
    }


# Through the command line, with values that are known only at deploy time.

HEAD = "apiVersion: 2025-07-01\nsubscriptionId: 34adfa4f-cedf-4dc0-ba29-b6d1a69ab345\nresourceGroup: rg-"
FILES = {
    "profiles/dev.yaml": HEAD + "dev\nlocation: westeurope\ntags: {stage: dev}\n",
    "profiles/prod.yaml": HEAD + "prod\nlocation: northeurope\ntags: {stage: prod}\n",
    "templates/pools/one.yaml.j2": "location: {{ location }}\ntags: {{ tags }}\n" + SOUND,
    "templates/pools/two.yaml.j2": "location: {{ location }}\n" + SOUND,
}
GENERATE = ("generate", "--layout", "module")


def tree(folder: Path) -> dict[str, str]:
    found = (file for file in folder.rglob("*") if file.is_file() and file.name != ".poolgen.json")
    return {file.relative_to(folder).as_posix(): file.read_text() for file in found}


def module_files(*profiles: str, pools: Sequence[str] = ("one", "two")) -> set[str]:
    of = [f"{profile}.bicepparam" for profile in profiles] + [f"parameters.{profile}.json" for profile in profiles]
    return {f"modules/{pool}/{file}" for pool in pools for file in ("main.bicep", "azuredeploy.json", *of)}


def test_a_module_and_a_parameter_file_for_each(poolgen: Poolgen, tmp_path: Path) -> None:
    result = poolgen(*GENERATE, files=FILES)
    assert result.exit_code == 0, result.output
    found = tree(tmp_path / "output")
    assert {*found} == module_files("dev", "prod")
    assert "param tagStage = 'prod'\n" in found["modules/one/prod.bicepparam"]
    assert poolgen(*GENERATE, "--check").exit_code == 0


def test_both_layouts_live_in_one_folder(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("generate", files=FILES)
    before = tree(tmp_path / "output")
    poolgen(*GENERATE)
    assert {path: text for path, text in tree(tmp_path / "output").items() if path in before} == before
    poolgen("generate", "--style", "documented")
    for args in (("generate",), GENERATE, ("generate", "--style", "documented")):
        assert poolgen(*args, "--check").exit_code == 0, args


def test_check_and_diff_write_nothing(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen(*GENERATE, files=FILES)
    before = tree(tmp_path / "output")
    changed = {"profiles/dev.yaml": FILES["profiles/dev.yaml"].replace("stage: dev", "stage: lab")}
    result = poolgen(*GENERATE, "--check", files=changed)
    assert result.exit_code == 1
    assert "-param tagStage = 'dev'\n+param tagStage = 'lab'\n" in result.output
    assert poolgen(*GENERATE, "--diff").exit_code == 0
    assert tree(tmp_path / "output") == before


def test_what_is_no_longer_made_is_removed(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("generate", files=FILES)
    poolgen(*GENERATE)
    (tmp_path / "profiles/prod.yaml").unlink()
    (tmp_path / "templates/pools/two.yaml.j2").unlink()
    poolgen(*GENERATE)
    assert {path for path in tree(tmp_path / "output") if path.startswith("modules")} == module_files(
        "dev", pools=["one"]
    )
    assert (tmp_path / "output/prod/two/main.bicep").exists(), "of the other layout"


def test_the_named_profiles_make_the_module(poolgen: Poolgen, tmp_path: Path) -> None:
    """And no parameter file stays that is for another one."""
    poolgen(*GENERATE, files=FILES)
    poolgen(*GENERATE, "dev", "--pool", "one")
    found = tree(tmp_path / "output")
    assert {*found} == module_files("dev", pools=["one"]) | module_files("dev", "prod", pools=["two"])
    assert "tagStage" not in found["modules/one/main.bicep"]


def test_one_target_alone(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen(*GENERATE, files=FILES)
    before = tree(tmp_path / "output")
    assert poolgen(*GENERATE, "--target", "bicep").exit_code == 0
    assert tree(tmp_path / "output") == before


def test_a_pool_of_one_profile(poolgen: Poolgen, tmp_path: Path) -> None:
    off = {"profiles/dev.yaml": FILES["profiles/dev.yaml"] + "pools: {two: {enabled: false}}\n"}
    poolgen(*GENERATE, files={**FILES, **off})
    assert {*tree(tmp_path / "output")} == module_files("dev", "prod", pools=["one"]) | module_files(
        "prod", pools=["two"]
    )


MISUSE = {
    "another target": (["--target", "python"], "target 'python' has no module layout", "these have: arm, bicep"),
    "the documented style": (["--style", "documented"], "no documented style of a module", ""),
    "no layout": (["--layout", "flat"], "'flat' is not one of", ""),
}


@pytest.mark.parametrize("case", MISUSE)
def test_misuse(case: str, poolgen: Poolgen, tmp_path: Path) -> None:
    args, says, hint = MISUSE[case]
    result = poolgen(*GENERATE, *args, files=FILES)
    assert result.exit_code == 2
    assert says in result.stderr
    assert hint in result.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("first", [["generate"], [*GENERATE]])
def test_a_profile_called_modules_is_in_the_way(first: list[str], poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen(*first, files={**FILES, "profiles/modules.yaml": FILES["profiles/dev.yaml"].replace("rg-dev", "rg-new")})
    before = tree(tmp_path / "output")
    result = poolgen(*([*GENERATE] if first == ["generate"] else ["generate"]))
    assert result.exit_code == 2
    assert "is of another layout" in result.stderr
    assert tree(tmp_path / "output") == before


def asking(dev: str, prod: str, template: str = "location: {{ location }}\ntags: {{ tags }}\n") -> dict[str, str]:
    """A project whose profiles differ in their tags."""
    return {
        "profiles/dev.yaml": f"{HEAD}dev\nlocation: westeurope\ntags:\n{dev}",
        "profiles/prod.yaml": f"{HEAD}prod\nlocation: westeurope\ntags:\n{prod}",
        "templates/pools/one.yaml.j2": template + SOUND,
    }


def test_defaults_that_differ_stand_in_the_parameter_files(poolgen: Poolgen, tmp_path: Path) -> None:
    files = asking('  x: parameter("owner", default="me")\n', '  x: parameter("OWNER", default="you")\n')
    assert poolgen(*GENERATE, files=files).exit_code == 0
    found = tree(tmp_path / "output/modules/one")
    assert "param owner string\n" in found["main.bicep"]
    assert "param owner = readEnvironmentVariable('OWNER', 'me')" in found["dev.bicepparam"]
    assert '"owner": {\n      "value": "you"' in found["parameters.prod.json"]


def test_one_profile_may_say_what_another_leaves_to_deploy_time(poolgen: Poolgen, tmp_path: Path) -> None:
    assert poolgen(*GENERATE, files=asking("  x: me\n", '  x: parameter("owner")\n')).exit_code == 0
    found = tree(tmp_path / "output/modules/one")
    assert "param owner = 'me'\n" in found["dev.bicepparam"]
    assert "param owner = readEnvironmentVariable('OWNER')\n" in found["prod.bicepparam"]
    assert 'owner=\\"$OWNER\\"' in found["azuredeploy.json"]
    assert "hasTag" not in found["main.bicep"]


def test_one_profile_may_say_a_part_of_a_text(poolgen: Poolgen, tmp_path: Path) -> None:
    """So it is where one template serves a profile with an image tag and one with a parameter for it."""
    template = "location: {{ location }}\ntags: {a: 'v{{ tags.x }}!'}\n"
    assert poolgen(*GENERATE, files=asking("  x: '1.10'\n", '  x: parameter("release")\n', template)).exit_code == 0
    found = tree(tmp_path / "output/modules/one")
    assert "    a: 'v${release}!'\n" in found["main.bicep"]
    assert "param release = '1.10'\n" in found["dev.bicepparam"]
    assert "param release = readEnvironmentVariable('RELEASE')\n" in found["prod.bicepparam"]


def test_a_secret_in_clear_is_asked_for_by_its_name_elsewhere() -> None:
    def secret(value: Scalar | Parameter) -> Object:
        item = Object(
            "SessionPoolSecret", (Field("name", Scalar("k", "string"), 0), Field("value", value, 1, secret=True))
        )
        properties = Object("SessionPoolProperties", (Field("secrets", List("SessionPoolSecret", (item,)), 0),))
        return Object("SessionPool", (Field("properties", properties, 0),))

    asked = Parameter("DB_KEY", "string", secure=True, default=None)
    made = fold({"dev": secret(Scalar("hunter2", "string")), "prod": secret(asked)}, {"dev": "p", "prod": "p"}, VERSION)
    assert said(made) == {"DB_KEY": ("DB_KEY", "DB_KEY")}
    assert "hunter2" not in repr(made)


def test_a_secret_is_said_nowhere(poolgen: Poolgen, tmp_path: Path) -> None:
    """Not even by the profile that has a literal where the other asks for a secret."""
    files = asking("  x: hunter2\n", '  x: secret("owner")\n')
    assert poolgen(*GENERATE, files=files).exit_code == 0
    found = tree(tmp_path / "output/modules/one")
    assert "@secure()\nparam owner string\n" in found["main.bicep"]
    assert "...(hasTagXAsInProd ? { x: owner } : {})" in found["main.bicep"]
    assert "param owner = readEnvironmentVariable('OWNER', '')\n" in found["dev.bicepparam"], "there is none"
    assert "param owner = readEnvironmentVariable('OWNER')\n" in found["prod.bicepparam"]
    assert "hunter2" in found["main.bicep"], "a tag is no secret"


REFUSED = {
    "a secret and none": ('  x: secret("owner")\n', '  x: parameter("owner")\n', "asks for something else by the name"),
    "texts and numbers": (
        "  x: parameter('n', default='1')\nvalues: {}\n",
        "  x: '1'\nvalues:\n  most: parameter('n', default=5)\n",
        "asks for something else by the name",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_one_name_means_one_thing(case: str, poolgen: Poolgen, tmp_path: Path) -> None:
    dev, prod, says = REFUSED[case]
    template = "location: {{ location }}\ntags: {{ tags }}\n"
    files = asking(dev, prod, template)
    if "most" in prod:
        files["templates/pools/one.yaml.j2"] += (
            "  scaleConfiguration: {maxConcurrentSessions: {{ values.most | default(7) }}}\n"
        )
    result = poolgen(*GENERATE, files=files)
    assert (result.exit_code, says in result.stderr) == (1, True), result.output
    assert "prod.yaml" in result.stderr
    assert "profile 'dev'" in result.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("target", ["arm", "bicep"])
def test_profiles_that_differ_too_much(target: str) -> None:
    of = {profile: pool(env(**{f"V{n}": profile for n in range(257)})) for profile in ("dev", "prod")}
    made = module({profile: {"location": "x", "properties": body} for profile, body in of.items()})
    modular = targets()[target].module
    assert modular
    assert [refusal.says for refusal in modular.refuses(made)] == [
        "the module's template would have more than 256 parameters"
    ]


def test_the_parts_of_an_arm_template_have_their_limit() -> None:
    """Variables that come and go by turns are each an array of its own."""
    names = [f"V{n}" for n in range(520)]
    of = {"dev": names, "prod": names[::2]}
    made = module(
        {profile: {"location": "x", "properties": pool(env(**dict.fromkeys(of[profile], "1")))} for profile in of}
    )
    modular = targets()["arm"].module
    assert modular
    assert [refusal.says for refusal in modular.refuses(made)] == [
        "the module's template would have more than 512 variables",
    ]
