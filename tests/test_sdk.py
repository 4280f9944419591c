"""Every SDK artifact, as it stands, makes the real SDK send the body that its profile asks for. See tests/sdk."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from generator import pipeline
from generator.emit import emit
from generator.targets import Request, targets
from generator.walk import parameters, settled
from tests.answers import GIVEN, answered
from tests.conftest import HERE, ROOT, SENT, Sent, documented
from tests.readback import wire
from tests.sdk import Failures, bodies, compare, go, java, python, rest
from tests.sdk.azure import Azure, bearer

pytestmark = pytest.mark.sdk
VERSION = "2025-07-01"
COUNT = int(os.environ.get("POOLGEN_BODIES", "500"))
SEED = int(os.environ.get("POOLGEN_SEED", "1"))
MAIN = {"python": ".py", "go": ".go", "java": ".java", "rest": ".http"}  # the file that runs, by its ending
VETTED = 40  # go vet takes its time for each program


class Case(NamedTuple):
    """A pool, what must arrive of it, and the folder where its artifacts are written."""

    label: str
    request: Request
    body: Any
    folder: Path


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """The sample profiles, the inputs of the snapshots, and random bodies, all read by the tool as a user's are."""
    folder = tmp_path_factory.mktemp("cases")
    found: list[Case] = []
    for profiles, templates in ((ROOT / "profiles", ROOT / "templates/pools"), (HERE / "profiles", HERE / "templates")):
        run = pipeline.check(pipeline.Project(profiles, templates))
        for (profile, pool), request in run.requests.items():
            label = f"{profile}-{pool}"
            found.append(Case(label, request, wire(answered(request.body, GIVEN)), folder / label))
    made = bodies.collect(COUNT, SEED, VERSION)
    bodies.write_profiles(folder / "random", made, VERSION, "r{:04d}".format)
    run = pipeline.check(pipeline.Project(folder / "random/profiles", folder / "random/templates"))
    for body, ((profile, _), request) in zip(made, run.requests.items(), strict=True):
        found.append(Case(profile, request, body, folder / profile))
    return found


@pytest.fixture(scope="module")
def samples(cases: list[Case], tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """What the documented style is printed of: the specification's own examples, and all the others."""
    folder = tmp_path_factory.mktemp("samples")
    own = [Case(name, request, wire(request.body), folder / name) for name, request in documented().items()]
    return own + [
        case._replace(body=wire(settled(case.request.body))) if parameters(case.request.body) else case
        for case in cases
    ]


def write(cases: list[Case], target: str, style: str = "deployable") -> dict[Path, Case]:
    """The main file of each case that a target does not refuse, with what belongs to it beside it."""
    files = {}
    for case in cases:
        if style == "deployable" and any(targets()[target].refuses(case.request)):
            continue
        for artifact in emit(case.request, [targets()[target]], style):
            file = case.folder / target / style / artifact.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(artifact.text.encode())
            if file.suffix == MAIN[target]:
                files[file] = case
    return files


def check(azure: Azure, files: Mapping[Path, Case], failures: Failures) -> list[str]:
    """All that went wrong, case by case: what failed, what did not arrive, what arrived otherwise."""
    wrong = [f"{files[file].label}: {reason}\n{file}" for file, reason in failures.items()]
    wrong += azure.refused
    arrived = {(call.subscription, call.group, call.pool): call.body for call in azure.calls}
    if len(azure.calls) != len(files):
        wrong.append(f"{len(azure.calls)} calls arrived of {len(files)}")
    for file, case in files.items():
        request = case.request
        body = arrived.get((request.subscription_id, request.resource_group_name, request.session_pool_name))
        if body is None:
            wrong.append(f"{case.label}: nothing arrived\n{file}")
        else:
            wrong += [f"{case.label}: {line}\n{file}" for line in compare.differences(case.body, compare.read(body))]
        if request.session_pool_name not in azure.finished:
            wrong.append(f"{case.label}: nobody waited for the end")
    return wrong


def settle(config: pytest.Config, label: str, files: Mapping[Path, Case], wrong: list[str], cases: list[Case]) -> None:
    """A row of the table of results, and the verdict."""
    bad = {line.partition(":")[0] for line in wrong}
    config.stash[SENT].append(Sent(label, len(files), len(files) - len(bad), len(cases) - len(files)))
    assert not wrong, f"{len(wrong)} findings:\n" + "\n".join(wrong[:20])


@pytest.mark.parametrize("version", ["pinned", python.NEWEST])
def test_python(
    version: str, cases: list[Case], tools: Path, azure: tuple[Azure, dict[str, str]], pytestconfig: pytest.Config
) -> None:
    files = write(cases, "python")
    sdk = python.ready(tools, python.pinned(next(iter(files))) if version == "pinned" else version)
    failures = sdk.run(list(files), azure[1] | GIVEN)
    settle(pytestconfig, sdk.label, files, check(azure[0], files, failures), cases)


def test_python_documented(
    samples: list[Case], tools: Path, azure: tuple[Azure, dict[str, str]], pytestconfig: pytest.Config
) -> None:
    sdk = python.ready(tools, python.pinned(next(iter(write(samples[:1], "python")))))
    files = write(samples, "python", "documented")
    failures = sdk.run(list(files), azure[1] | GIVEN)
    settle(pytestconfig, f"{sdk.label}, documented style", files, check(azure[0], files, failures), samples)


def test_go(
    cases: list[Case], tools: Path, azure: tuple[Azure, dict[str, str]], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    files = write(cases, "go")
    sdk = go.ready(tools, next(iter(files)))
    failures = sdk.run(list(files), azure[1] | GIVEN, tmp_path / "go")
    settle(pytestconfig, sdk.label, files, check(azure[0], files, failures), cases)


def test_go_vet(cases: list[Case], tools: Path) -> None:
    files = list(write(cases, "go"))
    go.ready(tools, files[0]).vet(files[:VETTED])


def test_go_documented(samples: list[Case], tools: Path, tmp_path: Path) -> None:
    sdk = go.ready(tools, next(iter(write(samples[:1], "go"))))
    sdk.compile(list(write(samples[:VETTED], "go", "documented")), tmp_path / "go")


def test_java(cases: list[Case], tools: Path, azure: tuple[Azure, dict[str, str]], pytestconfig: pytest.Config) -> None:
    files = write(cases, "java")
    sdk = java.ready(tools, next(iter(files)))
    failures = sdk.run(list(files), azure[1] | GIVEN)
    settle(pytestconfig, sdk.label, files, check(azure[0], files, failures), cases)


def test_java_documented(samples: list[Case], tools: Path) -> None:
    sdk = java.ready(tools, next(iter(write(samples[:1], "java"))))
    failures = sdk.compile(list(write(samples, "java", "documented")))
    assert not failures, "\n".join(failures.values())[:5000]


def test_rest(cases: list[Case], tools: Path, azure: tuple[Azure, dict[str, str]], pytestconfig: pytest.Config) -> None:
    files = write(cases, "rest")
    client = rest.ready(tools)
    client.run(list(files), azure[1], bearer(azure[0]), {"EVENTS_KEY": GIVEN["EVENTS_KEY"]})
    settle(pytestconfig, client.label, files, check(azure[0], files, {}), cases)
