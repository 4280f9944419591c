"""What the documented C# prints for bodies other than the published ones.

The cases are what AutoRest's own C# generator printed for these bodies; ``make reference`` runs it.
"""

from typing import Any

import pytest

from generator.build import build
from generator.emit import emit
from generator.targets import Example, Request, csharp, targets
from tests.readers.csharp import published
from tests.reference.go_csharp.pools import FEATURES, pool


def printed(body: dict[str, Any]) -> str:
    return csharp.literal(build({"location": "x"} | body, "2025-07-01"), csharp.DOCUMENTED)


def properties(**values: Any) -> dict[str, Any]:
    return {"properties": values}


def container(**values: Any) -> dict[str, Any]:
    return properties(customContainerTemplate={"containers": [values]})


MEMBERS: dict[str, tuple[dict[str, Any], str]] = {
    "tags last, in AutoRest's order": (
        {"tags": {"b": "1", "10": "2", "name": "3", ".x": "4"}, "properties": {"containerType": "PythonLTS"}},
        (
            '    ContainerType = ContainerType.PythonLts,\n    Tags =\n    {\n    ["name"] = "3",\n    ["10"] = "2",\n'
            '    ["b"] = "1",\n    [".x"] = "4"\n    },\n}'
        ),
    ),
    "identities": (
        {"identity": {"type": "UserAssigned", "userAssignedIdentities": {"/b": {"clientId": "c"}, "/a": None}}},
        (
            '    Identity = new ManagedServiceIdentity("UserAssigned")\n    {\n'
            "        UserAssignedIdentities =\n        {\n"
            '        [new ResourceIdentifier("/a")] = new UserAssignedIdentity(),\n'
            '        [new ResourceIdentifier("/b")] = new UserAssignedIdentity()\n        },\n    },\n'
        ),
    ),
    "objects in a list": (
        properties(secrets=[{}, {"value": "v", "name": "n"}, {}]),
        (
            '    Secrets = {new SessionPoolSecret(), new SessionPoolSecret\n    {\n    Name = "n",\n    Value = "v",\n'
            "    }, new SessionPoolSecret()},\n"
        ),
    ),
    "nothing in a list, outside one": (properties(secrets=[]), "    Secrets = { },\n"),
    "nothing in a list, inside one": (container(args=[]), "        Args = {},\n"),
    "nothing in a map": ({"tags": {}}, "    Tags = { },\n"),
    "nothing in an object": (properties(scaleConfiguration={}), " = new SessionPoolScaleConfiguration(),\n"),
    "a hidden object": (
        properties(dynamicPoolConfiguration={"lifecycleConfiguration": {"lifecycleType": "timed"}}),
        (
            "    DynamicPoolLifecycleConfiguration = new SessionPoolLifecycleConfiguration\n    {\n"
            '        LifecycleType = new SessionPoolLifecycleType("timed"),\n    },\n'
        ),
    ),
    "null in a hidden object": (
        properties(customContainerTemplate={"ingress": {"targetPort": None}}),
        "        IngressTargetPort = default,\n",
    ),
    "null objects": (properties(scaleConfiguration=None), "    ScaleConfiguration = default,\n"),
    "null lists": (properties(secrets=None), "    Secrets = { },\n"),
    "null texts": (container(name=None, args=["a", None]), '        Name = null,\n        Args = {"a", null},\n'),
    "null in a list of objects": (container(env=[None, {}]), "{default, new ContainerAppEnvironmentVariable()},\n"),
    "a lacking argument": (
        properties(managedIdentitySettings=[{"lifecycle": "Main"}]),
        "{new SessionPoolManagedIdentitySetting(null)\n    {\n    Lifecycle = Contain",
    ),
    "texts": (
        {"tags": {"a": '"\\\n\x1b\x85\xa0\u2028\u200b\ue000\ufffe{0}'}},
        '["a"] = "\\"\\\\\\n\\u001b\\u0085\xa0\\u2028\u200b\ue000\\ufffe{0}"\n',
    ),
    "other types than text": (container(name=True, image=5), '        Image = "5",\n        Name = "true",\n'),
    **{
        f"cpu {number!r}": (container(resources={"cpu": number}), f"        Cpu = {text},\n")
        for number, text in {
            1e-5: "1E-05",
            1e-4: "0.0001",
            1e16: f"{10**16}",
            1e18: "1E+18",
            -0.0: "0",
            "0.5": "0.5",
        }.items()
    },
}


@pytest.mark.parametrize("case", MEMBERS)
def test_members(case: str) -> None:
    body, wanted = MEMBERS[case]
    assert wanted in printed(body)


@pytest.mark.parametrize("name", ["dynamicPoolConfiguration", "sessionNetworkConfiguration", "nodeCount", "x"])
def test_what_the_sdk_hides_is_not_printed(name: str) -> None:
    assert printed(properties(**{name: None})) == printed(properties(**{name: {}})) == printed({})


def program(body: dict[str, Any], group: str = "g") -> str:
    tree = build({"location": "x"} | body, "2025-07-01")
    request = Request("s", group, "p", "2025-07-01", tree, Example("x", "A pool", "x.json", "x.json"))
    (artifact,) = emit(request, [targets()["csharp"]], "documented")
    return artifact.text


def test_names_are_escaped_like_all_texts() -> None:
    assert 'resourceGroupName = "a\xa0b\\u2028";' in program({}, "a\xa0b\u2028")


def sent(body: dict[str, Any]) -> Any:
    """What the samples' program sends: the SDK leaves out empty lists, maps and hidden objects, and names regions."""
    hidden = ("tags", "userAssignedIdentities", "dynamicPoolConfiguration", "sessionNetworkConfiguration", "ingress")

    def kept(value: Any) -> Any:
        match value:
            case dict():
                return {key: kept(item) for key, item in value.items() if item != [] and (item or key not in hidden)}
            case list():
                return [kept(item) for item in value]
        return value

    return kept({"properties": {}} | body | {"location": body["location"].replace(" ", "").lower()})


@pytest.mark.parametrize("feature", range(len(FEATURES)), ids=lambda number: FEATURES[number].__name__)
def test_the_program_sends_the_body(feature: int) -> None:
    for seed in range(feature, 10 * len(FEATURES), len(FEATURES)):
        body = pool(seed)
        assert sent(published(program(body))["body"]) == sent(body), seed
