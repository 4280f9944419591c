"""Examples of a specification: what is wrong is said, and nothing in them becomes code."""

import ast
import copy
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import codemodel
from generator.build import build
from generator.emit import emit
from generator.errors import Refused
from generator.examples import read_example
from generator.layout.method import KEYWORDS
from generator.targets import targets
from tests.conftest import HERE, Poolgen
from tests.tools import tool

EXAMPLE = json.loads((HERE / "documented/SessionPools_LifecycleTimed_CreateOrUpdate.json").read_text())
LANGUAGES = ("go", "java", "csharp", "python", "rest")
MARK = "\u2622"
HOSTILE = [
    f'0)}}); panic("{MARK}',
    f'"; {MARK} //',
    f"'''\"\"\"{MARK}\\",
    f"*/ {MARK} /*",
    f"\n{MARK}\n",
    f"\\u0022{MARK}",
    "10",
    "-0.5e3",
    "1e999",
    "010",
    "0x1F",
    "\u0661",
    "10\n",
]
VALUES = st.one_of(
    st.sampled_from([*HOSTILE, True, False, None, 0.5, -1, 2**31, 10**400, 1e300, [], {}, [[1]], {MARK: [MARK]}]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for step, item in pairs for place in places(item, (*path, step)))][not path :]


def document(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The example with another value at a place below its body."""
    changed = copy.deepcopy(EXAMPLE)
    here = changed["parameters"]["sessionPoolEnvelope"]
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return dict(changed)


def printed(folder: Path, data: dict[str, Any]) -> dict[str, str]:
    file = folder / "x.json"
    file.write_text(json.dumps(data))
    request = read_example(file)
    artifacts = emit(request, [targets()[name] for name in LANGUAGES], "documented")
    return {artifact.target: artifact.text for artifact in artifacts}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_value_becomes_code(tmp_path: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(places(EXAMPLE["parameters"]["sessionPoolEnvelope"])))
    value = data.draw(VALUES)
    texts = printed(tmp_path, document(path, value))
    ast.parse(texts["python"])
    json.loads(texts["rest"])
    subprocess.run([tool("gofmt")], input=texts["go"].encode(), capture_output=True, check=True)
    for name in ("go", "java", "csharp", "python"):
        code = re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|(//|#)[^\n]*', "", texts[name], flags=re.DOTALL)
        assert MARK not in code, name


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("maxConcurrentSessions", "10", "10"),
        ("maxConcurrentSessions", 10.0, 10),
        ("maxConcurrentSessions", '0)}); panic("x', None),
        ("maxConcurrentSessions", "010", None),
        ("maxConcurrentSessions", "10\n", None),
        ("maxConcurrentSessions", "\u0661", None),
        ("maxConcurrentSessions", "1e3", None),
        ("maxConcurrentSessions", 2**31, None),
        ("maxConcurrentSessions", 0.5, None),
        ("maxConcurrentSessions", True, None),
        ("maxConcurrentSessions", [1], None),
    ],
)
def test_a_number_is_a_number(name: str, value: Any, kept: Any) -> None:
    body = {"properties": {"scaleConfiguration": {name: value}}}
    node: Any = build(body, "2025-07-01").get("properties")
    found = node.get("scaleConfiguration").get(name)
    wanted = codemodel.Scalar(kept, "int32")
    unknown = build({"x": value}, "2025-07-01").get("x")  # as of a property that the schema lacks
    assert found == (unknown if kept is None else wanted)


@pytest.mark.parametrize(("value", "kept"), [("1e-7", True), ("0.25", True), ("1e999", False), (10**400, False)])
def test_a_double_is_finite(value: Any, kept: bool) -> None:
    resources = {"resources": {"cpu": value}}
    body = {"properties": {"customContainerTemplate": {"containers": [resources]}}}
    node: Any = build(body, "2025-07-01").get("properties")
    found = node.get("customContainerTemplate").get("containers").items[0].get("resources").get("cpu")
    assert (found.kind == "double") == kept


def test_a_numeric_string_is_printed_as_a_number_but_in_python(tmp_path: Path) -> None:
    texts = printed(tmp_path, document(("properties", "scaleConfiguration", "maxConcurrentSessions"), "10"))
    assert "to.Ptr[int32](10)" in texts["go"]
    assert "withMaxConcurrentSessions(10)" in texts["java"]
    assert '"maxConcurrentSessions": "10"' in texts["python"]


HEAD = (
    '{\n"parameters": {"subscriptionId": "s", "resourceGroupName": "r", "sessionPoolName": "p",\n'
    '"api-version": "2025-07-01", "sessionPoolEnvelope": '
)
BAD = {
    "number": (HEAD + '{"x": 1e400}}}', "x.json:3:59: error: JSON has no such number"),
    "long number": (HEAD + '{"x": ' + "9" * 5000 + "}}}", "x.json:3:59: error: a number of more than 1,000 digits"),
    "depth": (HEAD + '{"x": ' + "[" * 330 + "]" * 330 + "}}}", "error: nested deeper than 100 levels"),
    "envelope": (HEAD + "[]}}", "x.json:3:30: error: the example's 'sessionPoolEnvelope' must be a map"),
    "half": (HEAD + '{"\\uD83D\\uDE00": 1,\n"x": "\\uDE00"}}}', "x.json:4:7: error: half a surrogate pair is not text"),
    "parameter": ('{\n"parameters": {\n"subscriptionId": 5}}', "x.json:3:1: error: parameters.subscriptionId"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_examples_name_their_line(case: str, poolgen: Poolgen) -> None:
    text, says = BAD[case]
    result = poolgen("example", "-o", "out", "x.json", files={"x.json": text})
    assert result.exit_code == 1
    assert says in result.output


PUT = '{"paths": {"/x": {"put": {"operationId": "ContainerAppsSessionPools_CreateOrUpdate", "x-ms-examples": %s}}}}'
SPECS = {
    '{"paths": []}': "'paths' must be a map",
    '{"paths": null}': "'paths' must be a map",
    '{"paths": {"/x": []}}': "path '/x' must be a map",
    '{"paths": {"/x": "put"}}': "path '/x' must be a map",
    '{"paths": {}}': "no create-or-update operation",
    PUT % "[]": "'x-ms-examples' must be a map",
    PUT % "null": "'x-ms-examples' must be a map",
    PUT % '{"a": {}}': "'$ref' must be the path of a file",
    PUT % '{"a": []}': "example 'a' must be a map",
    PUT % '{"a": {"$ref": 5}}': "'$ref' must be the path of a file",
    PUT % '{"a": {"$ref": "a\\u0000b"}}': "'$ref' must be the path of a file",
    PUT % '{"a": {"$ref": ""}}': "cannot be read",
}


@pytest.mark.parametrize("spec", SPECS)
def test_bad_specifications(spec: str, poolgen: Poolgen) -> None:
    result = poolgen("example", "-o", "out", "--spec", "spec.json", files={"spec.json": spec})
    assert result.exit_code == 1
    assert SPECS[spec] in result.output


def test_file_names_that_no_artifact_can_have(tmp_path: Path) -> None:
    file = tmp_path / "a\\b.json"
    file.write_text(json.dumps(EXAMPLE))
    with pytest.raises(Refused, match="file name cannot hold this character"):
        read_example(file)


@pytest.mark.parametrize(
    "title", [*HOSTILE, f"\\u002a/ {MARK}", f"\\uu002A\\u002f {MARK}", f"\\u005cu002a/ {MARK}", f"*\n/{MARK}", ""]
)
def test_no_title_becomes_code(tmp_path: Path, title: str) -> None:
    (tmp_path / "x.json").write_text(json.dumps(EXAMPLE))
    request = read_example(tmp_path / "x.json", title)
    (artifact,) = emit(request, [targets()["java"]], "documented")
    # Java's own order: Unicode escapes, then comments.
    text = re.sub(r"\\u+([0-9A-Fa-f]{4})", lambda escape: chr(int(escape[1], 16)), artifact.text)
    code = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert MARK not in code
    (name,) = re.findall(r"public static void\s+(\w+)\(", code)
    assert name.isidentifier()
    assert name not in KEYWORDS
