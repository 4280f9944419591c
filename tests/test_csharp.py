"""The C# reader is as strict as a compiler, and the SDK's facts cover the API."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator import schemas
from generator.emit import emit
from generator.targets import Request, targets
from generator.walk import settled
from tests.conftest import documented, inputs
from tests.readback import doubles, wire
from tests.readers.csharp import published, run
from tests.readers.csharp_sdk import FACTS, HOMES, STRUCTS, find
from tests.tools import tool

DOUBLES = {"int32": "int?", "double": "double?", "arm-id": "ResourceIdentifier", "string": "string"}


def program(name: str, style: str = "deployable") -> str:
    artifacts = emit(inputs()[name], [targets()["csharp"]], style)
    return next(artifact.text for artifact in artifacts if artifact.path.endswith(".cs"))


# What a compiler would not take: text of the program of tests/profiles/everything.yaml, what to make of it, the error.
WRONG: dict[str, tuple[str | re.Pattern[str], str, str]] = {
    "a using left out": ("using Azure.Core;\n", "", "CS0246"),
    "a using of nothing": ("using Azure.Core;", "using Azure.Corn;", "CS0246"),
    "a using twice": ("using Azure;\n", "using Azure;\nusing Azure;\n", "CS0105"),
    "an extension's using left out": ("using Azure.ResourceManager.AppContainers;\n", "", "CS0246"),
    "another type": ("new SessionPoolScaleConfiguration", "new ScaleConfiguration", "CS0246"),
    "another type's object": ("new SessionPoolScaleConfiguration", "new SessionContainerResources", "CS1061"),
    "another property": ("MaxConcurrentSessions =", "MaxSessions =", "CS1061"),
    "a property of the wire": ("EnvironmentId =", "environmentId =", "CS1061"),
    "a property of a preview": ("IngressTargetPort =", "Ingress =", "CS1061"),
    "a member twice": ("ReadySessionInstances =", "MaxConcurrentSessions =", "CS1912"),
    "another member of an enum": ("ContainerType.CustomContainer", "ContainerType.PythonLTS", "CS0117"),
    "another enum": ("ContainerType.CustomContainer", "PoolManagementType.Dynamic", "CS0029"),
    "a text for an ID": (".Id);", ".Name);", "CS1061"),
    "a text for a resource ID": (re.compile(r'(EnvironmentId = )new ResourceIdentifier\((".*")\)'), r"\1\2", "CS0029"),
    "a text for a number": ("MaxConcurrentSessions = 500", 'MaxConcurrentSessions = "500"', "CS0029"),
    "a number for a text": ('Memory = "0.5Gi"', "Memory = 1", "CS0029"),
    "a real for an integer": ("MaxConcurrentSessions = 500", "MaxConcurrentSessions = 500.0", "CS0029"),
    "an integer too large": ("MaxConcurrentSessions = 500", "MaxConcurrentSessions = 2147483648", "CS0029"),
    "an integer above all types": ("Cpu = 0.25", "Cpu = 99999999999999999999", "CS1021"),
    "a real too large": ("Cpu = 0.25", "Cpu = 1E400", "CS0594"),
    "a real too small": ("Cpu = 0.25", "Cpu = 1E-400", "becomes it"),
    "a decimal": ("Cpu = 0.25", "Cpu = 0.25m", "no number"),
    "a list assigned": ("Secrets =", "Secrets = new SessionPoolSecret(),\n    X =", "CS0200"),
    "a collection where an object belongs": (
        "ScaleConfiguration = new SessionPoolScaleConfiguration", "ScaleConfiguration =", "CS1922"
    ),
    "an argument left out": (
        'new SessionPoolData(new AzureLocation("East US", "East US"))', "new SessionPoolData()", "CS1729"
    ),
    "an argument too many": ("new SessionPoolSecret\n", 'new SessionPoolSecret("x")\n', "CS1729"),
    "neither arguments nor an initialiser": ("new ArmClientOptions()", "new ArmClientOptions", "CS1526|syntax"),
    "a key twice": ('["cost-center"]', '["environment"]', "stands twice"),
    "an unknown escape": ('"0.5Gi"', '"\\q"', "CS1009|syntax"),
    "half a pair": ('"0.5Gi"', '"\\ud83d"', "half"),
    "a line break in a text": ('"0.5Gi"', '"\u2028"', "no string"),
    "a text that is not constant": ("const string subscriptionId = ", 'const string subscriptionId = "" + ', "CS0133"),
    "a local twice": ("const string resourceGroupName", "const string subscriptionId", "CS0128"),
    "an unknown name": ("sessionPoolName, data)", "sessionPoolName, date)", "CS0103"),
    "arguments in another order": ("sessionPoolName, data)", "data, sessionPoolName)", "CS0029"),
    "a task not awaited": ("await ", "", "CS0029"),
    "an empty resource ID": (re.compile(r'new ResourceIdentifier\(".*?"\)'), 'new ResourceIdentifier("")', "throws"),
    "a method of another class": ("client.GetResourceGroupResource(", "options.GetResourceGroupResource(", "CS1061"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_no_compiler_takes_is_found(case: str) -> None:
    good = program("everything")
    run(good, implicit_usings=True)
    old, new, code = WRONG[case]
    bad = good.replace(old, new, 1) if isinstance(old, str) else old.sub(new, good, count=1)
    assert bad != good
    with pytest.raises(AssertionError, match=code):
        run(bad, implicit_usings=True)


def _leaves(type_: str, path: str) -> dict[str, str]:
    """What the SDK's class can say: paths in JSON and the C# types of their values."""
    found: dict[str, str] = {}
    for name in FACTS["properties"][type_]:
        if wire_path := (member := find(type_, name)).wire:
            place, item = f"{path}{wire_path}", (member.arguments or [member.type])[-1]
            place += {0: "", 1: "[]", 2: "{}"}[len(member.arguments)]
            inner = _leaves(item, f"{place}.") if item in FACTS["properties"] else {}
            found |= inner or {place: item}
    return found


def _schema(definition: dict[str, Any], path: str) -> dict[str, str]:
    """The same of the schema."""
    found: dict[str, str] = {}
    for name, property_ in definition["properties"].items():
        type_, schema = schemas.resolve("2025-07-01", property_)
        place = f"{path}{name}"
        for key, mark in (("items", "[]"), ("additionalProperties", "{}")):
            if key in schema:
                type_, schema = schemas.resolve("2025-07-01", schema[key])
                place += mark
        if property_.get("readOnly") and name != "nodeCount":
            continue
        inner = _schema(schema, f"{place}.") if "properties" in schema else {}
        found |= inner or {place: _csharp(type_, schema)}
    return found


def _csharp(type_: str, schema: dict[str, Any]) -> str:
    if "enum" in schema:
        values = set(schema["enum"])
        return next(name for name, members in STRUCTS.items() if members and values <= set(members.values()))
    return DOUBLES.get(schema.get("format", schema["type"]), type_)


def test_the_facts_cover_the_schema() -> None:
    facts = {path: type_.removesuffix("?") for path, type_ in _leaves("SessionPoolData", "").items()}
    wanted = _schema(schemas.load("2025-07-01")["$defs"][schemas.BODY], "")
    wanted = {path: type_.removesuffix("?") for path, type_ in wanted.items()}
    wanted["location"] = "AzureLocation"
    assert facts == wanted


def test_the_facts_know_each_type_s_namespace() -> None:
    assert HOMES.keys() >= {*FACTS["constructors"], *STRUCTS, *FACTS["enums"]}
    assert FACTS["properties"].keys() - HOMES.keys() == {"ArmOperation<SessionPoolResource>"}


def _kept(value: Any) -> Any:
    """What the documented style says of a body: not what is empty, nor the sign of nothing."""
    if isinstance(value, list):
        return [_kept(item) for item in value]
    if isinstance(value, dict):
        kept = {key: _kept(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ([], {}) or "/" in key}
    return 0.0 if value == 0 and not isinstance(value, bool) else value


@pytest.mark.parametrize("name", sorted({**inputs(), **documented()}))
def test_the_documented_style_is_a_program_that_sends_the_body(name: str) -> None:
    request: Request = {**inputs(), **documented()}[name]
    (artifact,) = emit(request, [targets()["csharp"]], "documented")
    found, wanted = published(artifact.text)["body"], wire(settled(request.body))
    for body in (found, wanted):
        body["location"] = body["location"].replace(" ", "").lower()
    assert doubles(_kept(found)) == doubles(_kept(wanted))


@pytest.mark.judge("dotnet", "C# is judged by our own resolver alone (tests/readers/csharp.py)")
def test_dotnet_builds_what_we_print(tmp_path: Path) -> None:
    """The compiler itself, where there is one: every input, in both styles, without a warning."""
    for number, request in enumerate(inputs().values()):
        for style in ("deployable", "documented"):
            folder = tmp_path / f"{style}{number}"
            folder.mkdir()
            for artifact in emit(request, [targets()["csharp"]], style):
                (folder / Path(artifact.path).name).write_bytes(artifact.text.encode())
            if style == "documented":
                deployable = tmp_path / f"deployable{number}"
                shutil.copy(deployable / "CreateSessionPool.csproj", folder)
    projects = sorted(tmp_path.glob("*/*.csproj"))
    for project in projects:
        command = [tool("dotnet"), "build", "--nologo", "-warnaserror", "-p:NuGetAudit=false", str(project)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{project}\n{done.stdout}"
