"""No value changes in silence: a target carries it exactly, as its reader shows, or refuses it at its line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import carry
from generator.build import build
from generator.errors import Refused
from generator.origins import Map
from generator.schemas import ENVELOPE
from generator.targets import Example, Request, targets
from generator.validate import validate
from generator.yamlsource import parse
from tests.conftest import Poolgen, inputs
from tests.readback import difference

VERSION = "2025-07-01"
ADDRESS = {
    "subscriptionId": "00000000-0000-0000-0000-000000000000",
    "resourceGroupName": "rg",
    "sessionPoolName": "pool",
    "api-version": VERSION,
}
ID = "/subscriptions/x/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/"


def body(properties: str = "{poolManagementType: Dynamic}", more: str = "", location: str = "westeurope") -> str:
    return f"{{location: {location}, properties: {properties}{', ' if more else ''}{more}}}"


def container(text: str) -> str:
    return body(f"{{customContainerTemplate: {{containers: [{{{text}}}]}}}}")


def cpus(*numbers: str) -> str:
    items = ", ".join(f"{{resources: {{cpu: {number}}}}}" for number in numbers)
    return body(f"{{customContainerTemplate: {{containers: [{items}]}}}}")


def identities(*keys: str) -> str:
    entries = ", ".join(f"'{key}': {{}}" for key in keys)
    return body(more=f"identity: {{type: UserAssigned, userAssignedIdentities: {{{entries}}}}}")


ODD_KEYS = [
    "copy", "$schema", "type", "properties", "additional_properties", "additionalProperties", "a.b", "a\\.b", "",
    "[x]", "[[x]", "[string(''copy'')]", "${x}", "{0}", "{{x}}", "__proto__", "constructor", "null", "true", "0",
]  # fmt: skip
ODD = ", ".join(f"'{key}': '{key}'" for key in ODD_KEYS)
EMPTY_LISTS = (
    "{secrets: [], managedIdentitySettings: [], customContainerTemplate:"
    " {containers: [{command: [], args: [], env: []}]}}"
)
EMPTY_ITEMS = "{secrets: [{}], customContainerTemplate: {containers: [{env: [{}], resources: {}}, {}]}}"
EMPTY_OBJECTS = (
    "{scaleConfiguration: {}, dynamicPoolConfiguration: {}, sessionNetworkConfiguration: {},"
    " customContainerTemplate: {ingress: {}, registryCredentials: {}}}"
)
# A body in YAML, and the targets that refuse it. All others carry it exactly.
CASES: dict[str, tuple[str, str]] = {
    "no properties": ("{location: westeurope}", "csharp"),
    "empty properties": (body("{}"), "java python"),
    "empty objects": (body(EMPTY_OBJECTS), ""),
    "empty lists": (body(EMPTY_LISTS, "tags: {}"), ""),
    "empty list of containers": (body("{customContainerTemplate: {containers: []}}"), ""),
    "empty items": (body(EMPTY_ITEMS), ""),
    "empty identities": (identities(), ""),
    "empty text": (body("{secrets: [{name: '', value: ''}]}", "tags: {'': ''}", "''"), ""),
    "region in words": (body(location="East US"), ""),
    "region in capitals": (body(location="WestEurope"), ""),
    "region with a letter that is lower-cased to k": (body(location='"u\\u212Asouth"'), ""),
    "region that is none": (body(location="x-Y"), ""),
    "empty resource ID": (body("{environmentId: ''}"), "csharp"),
    "empty resource ID as a key": (identities(""), "csharp"),
    "resource IDs alike but for case": (identities(ID + "a", ID + "A"), "arm bicep csharp"),
    "tags alike but for case": (body(more="tags: {a: x, A: y}"), "arm bicep"),
    "odd tags": (body(more=f"tags: {{{ODD}}}"), ""),
    "integers at their limits": (
        body("{scaleConfiguration: {maxConcurrentSessions: 2147483647, readySessionInstances: -2147483648}}"), ""
    ),
    "doubles": (
        cpus("0", "0.0", "80.0", "0.1", "1e-7", "5e-324", "-5e-324", "1.7976931348623157e308", "9007199254740993",
             "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e21", "1e22", "3.0e15", "1e15"),
        "",
    ),
    "negative zero": (cpus("-0.0"), "go"),
    "characters that are not seen": (
        body(more=r'tags: {x: "\0\x01\x1b\x7f\x80\x85\x9f\xa0\u2028\u2029\uFEFF\uFFFD\U0001F600\u202E\uE000"}'), ""
    ),
    "text as long as Bicep has it": (container(f"name: {'x' * 131_071}"), ""),
    "text longer than Bicep has it": (container(f"name: {'x' * 131_072}"), "bicep"),
    "text longer than Bicep has it, in pairs": (container(f"name: {'😀' * 65_536}"), "bicep"),
    "key longer than Bicep has it": (body(more=f"tags: {{? {'x' * 131_072} : y}}"), "bicep"),
    "resource above 1 MB": (body(f"{{secrets: [{', '.join(['{value: ' + 'x' * 100_000 + '}'] * 11)}]}}"), "arm bicep"),
}  # fmt: skip


def request(text: str, **address: str) -> tuple[Request, Map]:
    """The checked request of a body in YAML, and the located map that it is made from."""
    entries = ", ".join(f"{key}: '{value}'" for key, value in (ADDRESS | address).items())
    put: Map = parse("{" + entries + "}", "address.yaml")
    located = parse(text, "body.yaml")
    put.put(ENVELOPE, located, located.origin, located.origin)
    validate(put, VERSION)
    example = Example("pool", "Title", "pool.yaml.j2", "pool.yaml.j2")
    subscription, group, name, _ = ADDRESS.values()
    return Request(subscription, group, name, VERSION, build(located, VERSION), example), put


@pytest.mark.parametrize("case", CASES)
def test_who_refuses(case: str) -> None:
    checked, put = request(CASES[case][0])
    found = {name: carry.refusals(checked, put, [target]) for name, target in targets().items()}
    assert " ".join(name for name, findings in found.items() if findings) == CASES[case][1]
    for findings in found.values():
        for finding in findings:
            assert finding.origin
            assert finding.origin.file == "body.yaml"
            assert finding.expected
            assert finding.hint


@pytest.mark.parametrize("name", sorted(targets()))
def test_what_is_not_refused_is_carried(name: str, tmp_path: Path) -> None:
    carried = {case: request(text)[0] for case, (text, refusers) in CASES.items() if name not in refusers.split()}
    assert difference(name, carried, tmp_path) == {}


@pytest.mark.parametrize(("items", "fits"), [("x", 8_000), ("{name: x, value: y}", 2_100)])
def test_a_java_method_holds_so_many_items(items: str, fits: int, tmp_path: Path) -> None:
    """What javac says: 8,190 strings fit a method, and 2,720 variables; the bound is on the safe side."""
    field = "args" if items == "x" else "env"
    few, many = (request(container(f"{field}: [{', '.join([items] * count)}]"))[0] for count in (fits, fits + 200))
    java = targets()["java"]
    assert list(java.refuses(few)) == []
    assert [refusal.path for refusal in java.refuses(many)] == [()]
    assert difference("java", {"few": few}, tmp_path) == {}


def test_what_the_inputs_hold_that_a_target_cannot_carry() -> None:
    def refused() -> Iterator[str]:
        for label, checked in inputs().items():
            for name, target in targets().items():
                for refusal in target.refuses(checked):
                    yield f"{label} {name} {refusal.path[-1]}"

    assert list(refused()) == [
        "minimal csharp properties",
        "numbers go cpu",
    ]


# What is no value of the API is refused whatever the target: a body, and the path of the finding.
NOWHERE = {
    "null": (body("{environmentId: null}"), "properties.environmentId"),
    "null in a map": (body(more="tags: {a: null}"), "tags.a"),
    "null in a list": (container("args: [null]"), "properties.customContainerTemplate.containers[0].args[0]"),
    "too large for a double": (cpus("1e400"), "properties.customContainerTemplate.containers[0].resources.cpu"),
    "too large for a double, in digits": (
        cpus("1" + "0" * 400), "properties.customContainerTemplate.containers[0].resources.cpu"
    ),
    "no number": (cpus(".nan"), "properties.customContainerTemplate.containers[0].resources.cpu"),
    "endless": (cpus("-.inf"), "properties.customContainerTemplate.containers[0].resources.cpu"),
    "integer above its limit": (
        body("{scaleConfiguration: {maxConcurrentSessions: 2147483648}}"),
        "properties.scaleConfiguration.maxConcurrentSessions",
    ),
    "integer below its limit": (
        body("{scaleConfiguration: {maxConcurrentSessions: -2147483649}}"),
        "properties.scaleConfiguration.maxConcurrentSessions",
    ),
    "integer with a point": (
        body("{scaleConfiguration: {maxConcurrentSessions: 80.0}}"),
        "properties.scaleConfiguration.maxConcurrentSessions",
    ),
    "boolean for a number": (cpus("true"), "properties.customContainerTemplate.containers[0].resources.cpu"),
    "choice that is none": (body("{containerType: Bash}"), "properties.containerType"),
    "what only the service sets": (body("{nodeCount: 1}"), "properties.nodeCount"),
    "text in an empty object": (body(more="identity: {type: None, userAssignedIdentities: {a: {x: y}}}"),
                                "identity.userAssignedIdentities.a.x"),
}  # fmt: skip


@pytest.mark.parametrize("case", NOWHERE)
def test_what_nobody_carries(case: str) -> None:
    text, path = NOWHERE[case]
    with pytest.raises(Refused) as refused:
        request(text)
    (finding,) = refused.value.findings
    assert finding.path.startswith(path)
    assert finding.origin


@pytest.mark.parametrize("group", [".", "..", "a.", "...", "rg-(1)."])
def test_a_group_that_would_lead_elsewhere_is_refused(group: str) -> None:
    """Clients take ``/resourceGroups/../`` away before they send."""
    with pytest.raises(Refused) as refused:
        request(body(), resourceGroupName=group)
    (finding,) = refused.value.findings
    assert (finding.path, finding.found) == ("resourceGroupName", f'"{group}" (a string)')


PROFILE = "apiVersion: 2025-07-01\nsubscriptionId: 00000000-0000-0000-0000-000000000000\nresourceGroup: rg\n"


def test_the_message_names_the_targets_and_the_place(poolgen: Poolgen) -> None:
    files = {
        "profiles/dev.yaml": PROFILE + "location: East US\ntags: {a: x, A: y}\nignore: [SP202, SP907]\n",
        "templates/pools/pool.yaml.j2": "location: {{ location }}\ntags: {{ tags }}\nproperties: {}\n",
    }
    result = poolgen("validate", files=files)
    assert result.exit_code == 1
    for text in (
        (
            "profiles/dev.yaml:5:14: error: tags.A: arm and bicep cannot carry this: "
            "to a deployment, names that differ in case alone are one name\n"
            "    5 | tags: {a: x, A: y}\n"
            "      |              ^\n"
            '   = found: "A" (a string)\n'
            "   = expected: a name other than 'a'\n"
            "   = hint: take one of the two out\n"
        ),
        (
            "templates/pools/pool.yaml.j2:3:13: error: properties: java and python cannot carry this: "
            "the SDK leaves 'properties' out where nothing in it is set\n"
            "    3 | properties: {}\n"
            "      |             ^^\n"
            "   = found: an empty map\n"
            "   = expected: at least one property\n"
            "   = hint: leave 'properties' out, or set one in it\n"
        ),
    ):
        assert text in result.stderr
    assert poolgen("generate").exit_code == 1, "as of validate"
    assert poolgen("generate", "--target", "rest", "--target", "go").exit_code == 0
    assert poolgen("validate", "--target", "rest").exit_code == 0
    assert poolgen("generate", "--style", "documented").exit_code == 0, "which shows, and is not run"
