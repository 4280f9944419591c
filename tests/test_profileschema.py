"""The schema of profiles, for editors: fresh, takes what the tool takes, and marks what it would refuse."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator import schemas
from generator.deferred import Deferred
from generator.patchschema import definitions
from generator.profileschema import profile_schema
from generator.yamlsource import parse
from tests.conftest import HERE, ROOT, Poolgen
from tests.editor import Diagnostic, Editor
from tests.test_bad_input import PROFILE
from tests.test_fixes import FIXED
from tests.tools import tool

FILE = ROOT / "schemas/profile.json"
SCHEMA = jsonschema.Draft7Validator(json.loads(FILE.read_text()))
SAMPLES = sorted((ROOT / "profiles").glob("*.yaml"))
PROFILES = sorted([*SAMPLES, *(HERE / "profiles").glob("*.yaml"), *(HERE / "deferred/profiles").glob("*.yaml")])


def in_properties(text: str) -> str:
    """A profile that patches a pool's properties."""
    return f"pools: {{x: {{patch: {{properties: {text}}}}}}}\n"


UUID = "11111111-2222-4333-8444-555555555555"
VAULT = f"/subscriptions/{UUID}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-agents"
RIGHT = {
    "empty": "",
    "a comment": "# nothing yet\n",
    "all settings": PROFILE
    + "abstract: true\nextends: [base, europe]\nlocation: westeurope\ntags: {a: b}\n"
    + "select: [advice, SP710]\nignore: [SP202]\n",
    "deployments": f"keyVault: {VAULT}\nexistingResources: true\n"
    f"sessionExecutors: [{UUID}, {{principalId: {UUID}, principalType: Group}}]\n",
    "markers for deployments": "keyVault: {$delete: true}\nexistingResources: {$replace: false}\n"
    f"sessionExecutors: {{$append: [{UUID}]}}\n",
    "markers for settings": "location: {$delete: true}\nresourceGroup: {$replace: r}\n"
    "tags: {a: {$delete: true}, $$b: c}\n",
    "whole tags": "tags: {$replace: {a: b}}\n",
    "rules": "ignore: {$append: [SP202]}\nselect: {$delete: true}\n",
    "values": "values: {a: [1, {b: null}], $$c: 1}\npools: {x: {values: {a: {$append: [1]}}}}\n",
    "a pool": "pools: {x: {enabled: false, sessionPoolName: abc}}\n",
    "scalars in a patch": in_properties("{containerType: {$replace: PythonLTS}, environmentId: {$delete: true}}"),
    "maps in a patch": "pools: {x: {patch: {identity: {$delete: true}, properties: {$replace: {environmentId: x}}}}}\n",
    "lists in a patch": in_properties(
        "{secrets: {$append: [{name: a, value: b}]}, "
        "managedIdentitySettings: [{identity: system, $delete: true}, {$replace: {identity: system}}], "
        "customContainerTemplate: {containers: [{name: a, args: {$append: [x]}, env: {$delete: true}, "
        "resources: {cpu: {$replace: 0.5}}, command: [a, b]}]}}"
    ),
    "numbers": in_properties("{scaleConfiguration: {maxConcurrentSessions: 2147483647}}"),
    "what is known at deploy time": "location: parameter('x')\ntags:\n  a: parameter('x', default='b')\n"
    + in_properties(
        "{secrets: [{name: a, value: secret('A')}], containerType: parameter('x'), "
        "scaleConfiguration: {maxConcurrentSessions: parameter('y')}}"
    ),
    "what only a rule says": in_properties(
        "{dynamicPoolConfiguration: {lifecycleConfiguration: {cooldownPeriodInSeconds: 1}}}"
    ),
}
WRONG = {
    "a list": ("[]\n", ""),
    "an unknown setting": ("locatoin: x\n", ""),
    "an unknown version": ("apiVersion: 2025-07-02\n", "apiVersion"),
    "no UUID": ("subscriptionId: mine\n", "subscriptionId"),
    "no resource group": ("resourceGroup: 'a/b'\n", "resourceGroup"),
    "no profile": ("extends: ../base\n", "extends"),
    "abstract": ("abstract: 'yes'\n", "abstract"),
    "a version left to deploy time": ('apiVersion: parameter("x")\n', "apiVersion"),
    "a list left to deploy time": (
        in_properties("{secrets: parameter('x')}"),
        "pools.x.patch.properties.secrets",
    ),
    "a number for a tag": ("tags: {n: 1}\n", "tags.n"),
    "no vault": ("keyVault: kv-agents\n", "keyVault"),
    "a switch": ("existingResources: 'yes'\n", "existingResources"),
    "no principal": ("sessionExecutors: [me]\n", "sessionExecutors[0]"),
    "a principal's type": (
        f"sessionExecutors: [{{principalId: {UUID}, principalType: Robot}}]\n",
        "sessionExecutors[0]",
    ),
    "no rule": ("ignore: [SP999]\n", "ignore[0]"),
    "all rules": ("ignore: [advice]\n", "ignore[0]"),
    "a marker for all values": ("values: {$replace: {}}\n", "values"),
    "a list of values": ("values: []\n", "values"),
    "a pool's setting": ("pools: {x: {value: {}}}\n", "pools.x"),
    "a pool's name": ("pools: {'a b': {}}\n", "pools"),
    "a pool's name to Azure": ("pools: {x: {sessionPoolName: A}}\n", "pools.x.sessionPoolName"),
    "enabled": ("pools: {x: {enabled: {$delete: true}}}\n", "pools.x.enabled"),
    "no such property": (in_properties("{containerTyp: x}"), "pools.x.patch.properties"),
    "a choice": (
        in_properties("{containerType: pythonlts}"),
        "pools.x.patch.properties.containerType",
    ),
    "a choice in a marker": (
        in_properties("{containerType: {$replace: pythonlts}}"),
        "pools.x.patch.properties.containerType",
    ),
    "a read-only property": ("pools: {x: {patch: {id: x}}}\n", "pools.x.patch"),
    "text for a number": (
        in_properties("{scaleConfiguration: {maxConcurrentSessions: '5'}}"),
        "pools.x.patch.properties.scaleConfiguration.maxConcurrentSessions",
    ),
    "a large number": (
        in_properties("{scaleConfiguration: {maxConcurrentSessions: 2147483648}}"),
        "pools.x.patch.properties.scaleConfiguration.maxConcurrentSessions",
    ),
    "null": ("pools: {x: {patch: {location: null}}}\n", "pools.x.patch.location"),
    "an unknown marker": ("pools: {x: {patch: {tags: {$remove: x}}}}\n", "pools.x.patch.tags"),
    "a marker's value": ("pools: {x: {patch: {location: {$delete: 1}}}}\n", "pools.x.patch.location"),
    "a marker that is not alone": ("pools: {x: {patch: {tags: {$delete: true, a: b}}}}\n", "pools.x.patch.tags"),
    "markers of a scalar": ("location: {$append: [x]}\n", "location"),
    "an item without its key": (
        in_properties("{secrets: [{$delete: true}]}"),
        "pools.x.patch.properties.secrets[0]",
    ),
    "a marker in a plain list": (
        in_properties("{customContainerTemplate: {containers: [{name: a, args: [{$delete: true}]}]}}"),
        "pools.x.patch.properties.customContainerTemplate.containers[0].args[0]",
    ),
}


def _as_editors_do(value: Any) -> Any:
    """To an editor, what asks for a value is text."""
    match value:
        case dict():
            return {key: _as_editors_do(item) for key, item in value.items()}
        case list():
            return [_as_editors_do(item) for item in value]
        case Deferred():
            return str(value)
    return value


def wrong_at(text: str) -> set[str]:
    """Where the schema finds a profile at fault."""
    paths = (error.absolute_path for error in SCHEMA.iter_errors(_as_editors_do(parse(text, "x"))))
    return {"".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in path).removeprefix(".") for path in paths}


def test_it_is_fresh(poolgen: Poolgen) -> None:
    result = poolgen("schema")
    assert result.stdout == FILE.read_text(), "run `make schema`"
    assert poolgen("schema", "profile").stdout == result.stdout
    assert '"title": "poolgen findings"' in poolgen("schema", "findings").stdout
    jsonschema.Draft7Validator.check_schema(SCHEMA.schema)


@pytest.mark.parametrize("file", PROFILES, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_profiles_fit(file: Path) -> None:
    assert wrong_at(file.read_text()) == set()


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: str(file.stem))
def test_samples_name_it(file: Path) -> None:
    named = re.match(r"# yaml-language-server: \$schema=(.+)\n", file.read_text())
    assert named
    assert (file.parent / named[1]).resolve() == FILE


@pytest.mark.parametrize("case", RIGHT)
def test_right(case: str) -> None:
    assert wrong_at(RIGHT[case]) == set()


@pytest.mark.parametrize("case", WRONG)
def test_wrong(case: str) -> None:
    text, where = WRONG[case]
    assert wrong_at(text) == {where}


@pytest.mark.parametrize("case", FIXED)
def test_what_is_mended_fits(case: str) -> None:
    assert wrong_at(FIXED[case][1].removeprefix("\ufeff")) == set()


def test_bounds_and_rules_are_told() -> None:
    version = schemas.versions()[-1]
    told = definitions(version)[f"{version}.LifecycleConfiguration"]["properties"]["cooldownPeriodInSeconds"]
    assert "SP209: A session must end after 300 to 3600 idle seconds." in told["description"]
    for definition in profile_schema()["definitions"].values():
        for name, inner in definition.get("properties", {}).items():
            assert inner.get("description"), name


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    with Editor([tool("yaml-language-server"), "--stdio"]) as running:
        yield running


def test_an_editor_finds_the_samples_right(editor: Editor) -> None:
    for file in SAMPLES:
        assert editor.diagnostics(file, file.read_text()) == []


def test_an_editor_takes_what_is_right(editor: Editor, tmp_path: Path) -> None:
    modeline = f"# yaml-language-server: $schema={FILE}\n"
    for file in PROFILES:
        found = editor.diagnostics(tmp_path / file.name, modeline + file.read_text())
        assert found == [], file
    for number, text in enumerate(RIGHT.values()):
        assert editor.diagnostics(tmp_path / f"{number}.yaml", modeline + text) == [], text


def test_an_editor_marks_what_is_wrong(editor: Editor, tmp_path: Path) -> None:
    modeline = f"# yaml-language-server: $schema={FILE}\n"
    for number, (text, _) in enumerate(WRONG.values()):
        assert editor.diagnostics(tmp_path / f"{number}.yaml", modeline + text), text
    text = "pools:\n  x:\n    patch:\n      properties:\n        containerType: pythonlts\n"
    (found,) = editor.diagnostics(tmp_path / "x.yaml", modeline + text)
    assert found == Diagnostic(line=6, column=24, says=found.says)
    assert "CustomContainer" in found.says


def test_an_editor_offers_and_explains(editor: Editor, tmp_path: Path) -> None:
    start = f"# yaml-language-server: $schema={FILE}\npools:\n  x:\n    patch:\n      properties:\n        "
    offered = editor.completions(tmp_path / "x.yaml", f"{start}containerType: ")
    assert {"CustomContainer", "PythonLTS"} <= set(offered)
    text = f"{start}dynamicPoolConfiguration: {{lifecycleConfiguration: {{cooldownPeriodInSeconds: 1}}}}\n"
    assert "300 to 3600 idle seconds" in editor.hover(tmp_path / "y.yaml", text, line=6, column=62)
