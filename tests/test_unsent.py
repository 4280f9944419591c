"""Random bodies in the targets that no SDK or compiler here can judge: what their readers find is the body."""

import os
from pathlib import Path

import pytest

from generator.build import build
from generator.targets import Example, Request, targets
from tests.conftest import SENT, Sent
from tests.readback import difference
from tests.sdk import bodies

VERSION = "2025-07-01"
COUNT = int(os.environ.get("POOLGEN_BODIES", "500"))
SEED = int(os.environ.get("POOLGEN_SEED", "1"))


@pytest.fixture(scope="module")
def requests() -> dict[str, Request]:
    address = ("00000000-0000-0000-0000-000000000000", "rg", "pool", VERSION)
    example = Example("pool", "Title", "pool.yaml.j2", "pool.yaml.j2")
    made = bodies.collect(COUNT, SEED, VERSION)
    return {f"{SEED}-{number}": Request(*address, build(body, VERSION), example) for number, body in enumerate(made)}


@pytest.mark.parametrize("name", ["arm", "bicep", "csharp"])
def test_read_back(name: str, requests: dict[str, Request], tmp_path: Path, pytestconfig: pytest.Config) -> None:
    target = targets()[name]
    carried = {label: request for label, request in requests.items() if not any(target.refuses(request))}
    wrong = difference(name, carried, tmp_path)
    row = Sent(
        f"{name}, read back by our own reader, not sent", len(carried), len(carried) - len(wrong), COUNT - len(carried)
    )
    pytestconfig.stash[SENT].append(row)
    assert wrong == {}
    assert len(carried) > COUNT // 2, "most of what is random can be carried"
