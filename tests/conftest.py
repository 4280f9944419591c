"""What the tests share: the inputs, found by looking, and a way to run the tool as a user does."""

import functools
import gc
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner, Result

from generator import pipeline
from generator.cli import main
from generator.examples import read_example
from generator.targets import Request
from tests.sdk.azure import Authority, Azure, stand_in

HERE = Path(__file__).parent
ROOT = HERE.parent
TITLES = {
    "SessionPools_LifecycleOnContainerExit_CreateOrUpdate": (
        "Create or Update Session Pool with lifecycle OnContainerExit Timed"
    ),
    "SessionPools_LifecycleTimed_CreateOrUpdate": "Create or Update Session Pool with lifecycle type Timed",
}


class Sent(NamedTuple):
    """A row of the table of what was sent through an SDK: bodies sent, equal to what was asked for, and refused."""

    sdk: str
    sent: int
    equal: int
    refused: int


SENT = pytest.StashKey[list[Sent]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SENT] = []


ABSENT = pytest.StashKey[set[str]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of judges that are not there, and cannot be had everywhere; the report ends with their names.

    All other tools a test asks for with ``tests.tools.tool``, which fails in CI.
    """
    judged = {item: item.get_closest_marker("judge") for item in items}
    absent = {item: marker for item, marker in judged.items() if marker and not shutil.which(marker.args[0])}
    config.stash[ABSENT] = {f"{marker.args[0]} is not installed; {marker.args[1]}" for marker in absent.values()}
    config.hook.pytest_deselected(items=list(absent))
    items[:] = [item for item in items if item not in absent]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if rows := config.stash[SENT]:
        terminalreporter.section("sent through the real SDKs")
        terminalreporter.line(f"{'SDK':56} {'sent':>6} {'equal':>6} {'refused':>8}")
        for row in rows:
            terminalreporter.line(f"{row.sdk:56} {row.sent:6} {row.equal:6} {row.refused:8}")
    for line in sorted(config.stash.get(ABSENT, None) or ()):
        terminalreporter.line(f"NOT CHECKED HERE: {line}", yellow=True, bold=True)


@functools.cache
def inputs() -> dict[str, Request]:
    """The checked request of every profile in tests/profiles and tests/deferred, and of every sample."""
    requests: dict[str, Request] = {}
    for folder, templates in (
        (HERE / "profiles", HERE / "templates"),
        (HERE / "deferred/profiles", HERE / "deferred/templates"),
        (ROOT / "profiles", ROOT / "templates/pools"),
    ):
        run = pipeline.check(pipeline.Project(folder, templates))
        assert HERE in folder.parents or not run.warnings, "the samples break no rule; what is strange on purpose may"
        requests |= {
            f"{profile}-{pool}".removesuffix("-body"): request for (profile, pool), request in run.requests.items()
        }
    return requests


@functools.cache
def documented() -> dict[str, Request]:
    """The documented examples."""
    return {name: read_example(HERE / "documented" / f"{name}.json", title) for name, title in TITLES.items()}


@pytest.fixture(scope="module")
def tools() -> Path:
    """Where the SDKs are kept between runs."""
    folder = ROOT / ".venv/sdk"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def azure(authority: Authority) -> Iterator[tuple[Azure, Mapping[str, str]]]:
    with stand_in(authority) as (service, variables):
        yield service, variables


SOUND = (
    "properties:\n  poolManagementType: Dynamic\n"
    "  dynamicPoolConfiguration: {lifecycleConfiguration: {cooldownPeriodInSeconds: 300}}\n"
)  # with a location, a body that breaks no rule
Poolgen = Callable[..., Result]


@pytest.fixture
def poolgen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Poolgen:
    """Run the command line in an empty folder, after writing ``files`` (path to text or bytes) there."""
    monkeypatch.chdir(tmp_path)

    def run(*args: str, files: Mapping[str, str | bytes] = {}) -> Result:
        for name, text in files.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
        result = CliRunner().invoke(main, args, prog_name="poolgen")
        gc.enable()  # the command line, which has its process for itself, turns it off
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
