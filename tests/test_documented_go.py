"""What the documented Go prints for bodies other than the published ones.

Each case is a rule that published samples of AutoRest's time show, or the generator's own model of the example; where
a sample is the witness it is named. ``make reference`` holds the whole of it against AutoRest.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from generator.build import build
from generator.emit import STYLES, emit
from generator.examples import read_example
from generator.layout.lodash import camel_case
from generator.targets import Example, Request, targets
from tests.conftest import Poolgen
from tests.reference.go_csharp.pools import FEATURES, pool
from tests.test_documented import PUT
from tests.tools import tool

HEAD = {"subscriptionId": "s", "resourceGroupName": "rg", "sessionPoolName": "p", "api-version": "2025-07-01"}


def go(body: dict[str, Any], *, style: str = "documented", answer: dict[str, Any] | None = None) -> str:
    example = Example("x", "A pool", "x.json", "x.json")
    if answer is not None:
        example = example._replace(responses=(("200", build(answer, "2025-07-01")),))
    request = Request("s", "rg", "p", "2025-07-01", build(body, "2025-07-01"), example)
    return next(artifact.text for artifact in emit(request, [targets()["go"]], style) if artifact.path.endswith(".go"))


def container(**fields: Any) -> dict[str, Any]:
    return {"properties": {"customContainerTemplate": {"containers": [fields]}}}


# Samples of Container Apps put what a resource inherits first, then `name` and `type`, then the alphabet.
ORDER = {"location": "x", "tags": {}, "systemData": {}, "id": "i", "name": "n", "type": "t", "identity": {}}
LINES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "integer-like keys first": (
        {"tags": {"b": "1", "10": "2", "name": "3", "9": "4", ".x": "5", "01": "6"}},
        ['"9":', '"10":', '"name":', '"01":', '"b":', '".x":'],
    ),
    "inherited first": (ORDER, ["Name:", "Type:", "ID:", "SystemData:", "Location:", "Tags:", "Identity:"]),
    "name first": (container(image="i", name="n", args=["a"]), ["Name:", "Args:", "Image:"]),
    # The sample that creates a Cosmos DB account with all its settings has its empty tags on one line, in the column.
    "empty": ({"location": "x", "tags": {}}, ['Location: to.Ptr("x"),', "Tags:     map[string]*string{},"]),
    "null is left out": ({"location": "x", "tags": None}, ['Location: to.Ptr("x"),']),
    "null in a list": (container(args=["a", None, "b"]), ['to.Ptr("a"),', "nil,", 'to.Ptr("b")},']),
    "null in a map": ({"tags": {"a": None}}, ['"a": nil,']),
    "unknown choice": (
        {"properties": {"containerType": "Shell"}},
        ['ContainerType: to.Ptr(armappcontainers.ContainerType("Shell")),'],
    ),
    "unknown property": ({"x": 1, "location": "x"}, ['Location: to.Ptr("x"),']),
    "raw controls": ({"tags": {"a": '\t\x01"\\\n\r\u2028'}}, ['"a": to.Ptr("\t\x01\\"\\\\\\n\\r\u2028"),']),
    **{
        f"cpu {number!r}": (container(resources={"cpu": number}), [f"CPU: to.Ptr[float64]({text}),"])
        for number, text in {
            1e-7: "1e-7",
            1e21: "1e+21",
            1e-5: "0.00001",
            1.0: "1",
            -0.0: "0",
            2**53 + 1: f"{2**53}",
        }.items()
    },
}


@pytest.mark.parametrize("case", LINES)
def test_lines(case: str) -> None:
    body, wanted = LINES[case]
    text = go(body)
    places = [text.index(f"\t{line}") for line in wanted]
    assert places == sorted(places)


def test_what_has_no_place_is_not_printed() -> None:
    assert "Tags" not in go({"location": "x", "tags": None})
    assert "armappcontainers.SessionPool{}, nil)" in go({"x": 1})


@pytest.mark.parametrize(
    ("example", "printed"),
    [  # The Cosmos DB samples have milliseconds where their examples have none.
        ("2022-02-25T20:30:11Z", "2022-02-25T20:30:11.000Z"),
        ("2024-05-06T07:08:09.1239999Z", "2024-05-06T07:08:09.123Z"),
        ("2024-05-06T23:08:09-02:00", "2024-05-07T01:08:09.000Z"),
        ("never", "NaN-NaN-NaNTNaN:NaN:NaN.NaNZ"),
    ],
)
def test_times(example: str, printed: str) -> None:
    text = go({"systemData": {"createdAt": example}})
    assert f't, _ := time.Parse(time.RFC3339Nano, "{printed}"); return t }}()' in text
    assert '\t"log"\n\t"time"\n' in text


def test_a_response_has_succeeded() -> None:
    # The sample of that account says Succeeded, the example that it was made from Initializing.
    text = go({}, answer={"properties": {"provisioningState": "InProgress", "nodeCount": 1}})
    assert "// \t\tProvisioningState: to.Ptr(armappcontainers.SessionPoolProvisioningStateSucceeded),\n" in text
    assert "// \t\tProvisioningState: nil,\n" in go({}, answer={"properties": {"provisioningState": None}})
    assert "StateInProgress)" in go({"properties": {"provisioningState": "InProgress"}})


def test_without_a_response_nothing_is_kept() -> None:
    # So do the samples of deletions, whose responses have no body.
    text = go({})
    assert "\t_, err = poller.PollUntilDone(ctx, nil)\n" in text
    assert "_ = res" not in text


def test_the_comment_drifts() -> None:
    text = go({}, answer=container(command=["a"], env=[], resources={"cpu": 1}))
    assert '// \t\t\t\t\tCommand: []*string{\n\t// \t\t\t\t\t\tto.Ptr("a")},\n\t// \t\t\t\t\t\tEnv: []*armapp' in text
    assert text.endswith("\t// \t}\n}\n")


@pytest.mark.parametrize(("titles", "suffix"), [(("MCP server",), ""), (("MCP server", "Other"), "_mcpServer")])
def test_a_lone_example_needs_no_suffix(titles: tuple[str, ...], suffix: str, poolgen: Poolgen, tmp_path: Path) -> None:
    # The session pools of 2024-08-02-preview have one example, and a function without a suffix.
    examples = {title: {"$ref": f"./{title.lower()}.json"} for title in titles}
    files = {"spec.json": json.dumps({"paths": {"/x": {"put": PUT | {"x-ms-examples": examples}}}})}
    example = json.dumps({"parameters": HEAD | {"sessionPoolEnvelope": {}}})
    files |= {f"{title.lower()}.json": example for title in titles}
    result = poolgen("example", "--spec", "spec.json", "--target", "go", "-o", "out", files=files)
    assert result.exit_code == 0, result.output
    assert f"Client_BeginCreateOrUpdate{suffix}() {{" in (tmp_path / "out/mcp server.go").read_text()
    assert "/examples/mcp%20server.json\n" in (tmp_path / "out/mcp server.go").read_text()


@pytest.mark.parametrize(("name", "quoted"), [("a(b)'c", "a%28b%29%27c"), ("é+&,=@", "%C3%A9+&,=@"), ("50%", "50%25")])
def test_a_file_name_is_part_of_an_address(name: str, quoted: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.json"
    file.write_text(json.dumps({"parameters": HEAD | {"sessionPoolEnvelope": {}}}))
    assert read_example(file).example.original_file.endswith(f"/examples/{quoted}.json")


TITLES = {  # as lodash 4 has them
    "Create or Update Session Pool with MCP server": "createOrUpdateSessionPoolWithMcpServer",
    "OnContainerExit": "onContainerExit",
    "C01_PythonLTS minimal": "c01PythonLtsMinimal",
    "2 pools, 3rd try (v1.5)": "2Pools3rdTryV15",
    "1st 2ND 11th": "1st2nd11Th",
    "the pool's name can\u2019t be": "thePoolsNameCantBe",
    "Stra\u00dfe \u00c6gir \u0141\u00f3d\u017a": "strasseAegirLodz",
    "Caf\u00e9 e\u0301t\u00e9": "cafeEte",
    "\u041f\u0440\u0438\u0432\u0435\u0442 \u043c\u0438\u0440": "\u043f\u0440\u0438\u0432\u0435\u0442\u041c\u0438\u0440",
    "\u4e2d\u6587 test": "\u4e2d\u6587Test",
    "a\U0001f600b": "a\U0001f600B",
    "--": "",
}


@pytest.mark.parametrize("title", TITLES)
def test_titles(title: str) -> None:
    assert camel_case(title) == TITLES[title]


def test_gofmt_changes_nothing(tmp_path: Path) -> None:
    for seed in range(6 * len(FEATURES)):
        for style in STYLES:
            answer = pool(seed + 1000) if style == "documented" else None
            (tmp_path / f"{style}{seed}.go").write_text(go(pool(seed), style=style, answer=answer), newline="")
    done = subprocess.run([tool("gofmt"), "-s", "-l", tmp_path], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")
