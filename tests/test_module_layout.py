"""The module layout: its files deploy each profile's body, and the command line writes, checks and removes them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from generator import naming, pipeline
from generator.agreement import disagreements
from generator.build import build
from generator.codemodel import Scalar
from generator.emit import emit_module, fold_requests
from generator.executors import Executor
from generator.module.declare import declared
from generator.origins import Map, Origin
from generator.targets import Example, Request, targets
from tests import answers
from tests.conftest import HERE, SOUND, Poolgen, inputs
from tests.instantiate import ASKED, answered
from tests.readback import doubles, wire
from tests.readers import arm, bicep
from tests.test_module import VERSION, Body, env, families, module, pool, said, samples


def request(profile: str, body: Body, name: str = "pool") -> Request:
    return Request(
        subscription_id="34adfa4f-cedf-4dc0-ba29-b6d1a69ab345",
        resource_group_name=f"rg-{profile}",
        session_pool_name=name,
        api_version=VERSION,
        body=build(body, VERSION),
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
@pytest.mark.parametrize("pool", samples())
def test_a_sample_is_deployed_as_it_asks(target: str, pool: str) -> None:
    """With secrets from the environment and from a Key Vault, and each profile's own defaults."""
    requests = [each for each in inputs().values() if each.example.name == pool and each.profile in samples()[pool]]
    found = deployed(requests, target, answers.GIVEN)
    for each in requests:
        assert doubles(found[each.profile]["body"]) == doubles(samples()[pool][each.profile])


@pytest.mark.parametrize("target", ["arm", "bicep"])
@pytest.mark.parametrize("first", ["asking", "knowing"])
def test_some_ask_for_what_others_know(target: str, first: str) -> None:
    """The pool that asks for values in every way, and one that has them all, and a third with some of each."""
    project = pipeline.Project(HERE / "deferred/profiles", HERE / "deferred/templates")
    (asking,) = pipeline.check(project).requests.values()
    known = wire(answers.answered(asking.body, answers.ALL))
    part = build(known, VERSION)
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
        "sessionExecutorId": "",
        "hasSessionExecutor2": False,
        "sessionExecutorId2": "",
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


def test_a_module_is_for_all_profiles(poolgen: Poolgen, tmp_path: Path) -> None:
    """To name one would take the others' parameters away."""
    poolgen(*GENERATE, files=FILES)
    before = tree(tmp_path / "output")
    result = poolgen(*GENERATE, "dev", "--pool", "one")
    assert result.exit_code == 2
    assert "a module is made of all profiles: name none with --layout module" in result.stderr
    assert tree(tmp_path / "output") == before


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


def test_a_secret_is_said_nowhere(poolgen: Poolgen, tmp_path: Path) -> None:
    """Not even by the profile that has a literal where the other asks for a secret."""
    files = asking("  x: hunter2\n", '  x: secret("owner")  # poolgen: ignore[SP607]\n')
    assert poolgen(*GENERATE, files=files).exit_code == 0
    found = tree(tmp_path / "output/modules/one")
    assert "@secure()\nparam owner string\n" in found["main.bicep"]
    assert "...(hasTagXAsInProd ? { x: owner } : {})" in found["main.bicep"]
    assert "param owner = readEnvironmentVariable('OWNER', '')\n" in found["dev.bicepparam"], "there is none"
    assert "param owner = readEnvironmentVariable('OWNER')\n" in found["prod.bicepparam"]
    assert "hunter2" in found["main.bicep"], "a tag is no secret"


def test_a_number_is_one_among_text_too(poolgen: Poolgen, tmp_path: Path) -> None:
    """Even if it stands among text alone in the profile that comes first."""
    most = "  scaleConfiguration: {maxConcurrentSessions: {{ values.most }}}\n"
    files = asking("  x: y\n", "  x: y\n", "location: {{ location }}\ntags: {a: 'v{{ parameter('n') }}'}\n")
    files["templates/pools/one.yaml.j2"] += most
    files["profiles/dev.yaml"] += "values: {most: 7}\n"
    files["profiles/prod.yaml"] += "values:\n  most: parameter('n')\n"
    assert poolgen(*GENERATE, files=files).exit_code == 0
    found = tree(tmp_path / "output/modules/one")
    assert "param n int\n" in found["main.bicep"]
    assert "param n = int(readEnvironmentVariable('N'))\n" in found["dev.bicepparam"]


VAULT = (
    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-prod"
)


def test_each_profile_has_its_own_key_vault(poolgen: Poolgen, tmp_path: Path) -> None:
    files = asking(
        '  x: secret("owner")  # poolgen: ignore[SP607]\n',
        f'  x: secret("owner")  # poolgen: ignore[SP607]\nkeyVault: {VAULT}\n',
    )
    assert poolgen(*GENERATE, files=files).exit_code == 0
    found = tree(tmp_path / "output/modules/one")
    assert "param owner = readEnvironmentVariable('OWNER')\n" in found["dev.bicepparam"]
    assert "'kv-prod', 'owner')\n" in found["prod.bicepparam"]
    assert f'"id": "{VAULT}"' in found["parameters.prod.json"]
    assert "owner" not in found["parameters.dev.json"]


REFUSED = {
    "a secret and none": (
        '  x: secret("owner")  # poolgen: ignore[SP607]\n',
        '  x: parameter("owner")\n',
        "asks for something else by the name",
    ),
    "the text of a number, and a number": (
        "  x: parameter('n', default='1')\n",
        "  x: '1'\nvalues:\n  most: parameter('n', default=1)\n",
        "asks for something else by the name",
    ),
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


def test_a_module_speaks_one_version() -> None:
    at = Origin("profiles/prod.yaml", 2, 13, "2030-01-01")
    put = Map(at)
    put.put("api-version", "2030-01-01", at, at)
    dev, prod = request("dev", {"location": "x"}), request("prod", {"location": "x"})
    (finding,) = disagreements([dev, prod._replace(api_version="2030-01-01")], {"dev": put, "prod": put})
    assert finding.says == "a module speaks one API version, and profile 'dev' has 2025-07-01"
    assert (finding.origin, finding.found, finding.expected) == (at, "2030-01-01", "2025-07-01")
    assert not [*disagreements([dev, prod], {"dev": put, "prod": put})]


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
