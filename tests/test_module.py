"""One module for all environments: with the arguments of a profile it is that profile's body again."""

import functools
import re
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from generator import naming
from generator.build import build
from generator.codemodel import Field, List, Object, Parameter, Scalar
from generator.declarations import is_secret
from generator.module import Module, fold
from generator.module.asks import contradictions
from generator.module.declare import declared
from generator.walk import parameters
from tests import answers
from tests.conftest import inputs
from tests.instantiate import ASKED, answered, instantiate, value
from tests.mutations import asking, family
from tests.readback import doubles, wire
from tests.sdk.bodies import collect

VERSION = "2025-07-01"
Body = dict[str, Any]


def module(bodies: Mapping[str, Body], names: Mapping[str, str] | None = None) -> Module:
    trees = {profile: build(body, VERSION) for profile, body in bodies.items()}
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
            body = answers.answered(request.body, answers.GIVEN)
            found.setdefault(request.example.name, {})[request.profile] = wire(body)
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


def test_random_profiles_that_ask_are_themselves_again() -> None:
    """What has no default is the same wherever it is asked for; a secret in clear is asked for where another one is."""
    for number, bodies in enumerate(families()[::2]):
        random = Random(number)  # noqa: S311
        trees = {profile: build(body, VERSION) for profile, body in bodies.items()}
        trees |= {profile: asking(tree, random) for profile, tree in trees.items() if random.random() < 0.6}
        assert [*contradictions(trees)] == []
        made = fold(trees, dict.fromkeys(trees, "pool"), VERSION)
        for profile, tree in trees.items():
            asked = [ask for ask in parameters(tree).values() if ask.default is None]
            defaults = {ask.name: ask.default for ask in parameters(tree).values()}
            wanted = value(tree, defaults | {ask.name: f"{ASKED}{ask.name}" for ask in asked})
            assert doubles(answered(instantiate(made, profile), wanted)) == doubles(wanted), (number, profile)


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
        "tagTeam": "",  # and not what another environment has
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
    assert made.arguments["prod"]["sessionPoolName"] == Scalar("prodpool", "string")
    assert module({"dev": body, "prod": body}).name == Scalar("pool", "string")


def test_one_profile_has_a_module_too() -> None:
    made = holds({"dev": {"location": "x", "tags": {"a": "b"}}})
    assert said(made) == {"location": ("x",)}


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
