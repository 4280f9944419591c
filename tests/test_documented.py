"""The documented examples come out as Azure publishes them: the same bytes."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import HERE, TITLES, Poolgen

PUBLISHED = {  # SHA-256 of the published files of API version 2025-07-01
    "SessionPools_LifecycleOnContainerExit_CreateOrUpdate.java": (
        "ad965ae45b9549f02de14fb34108d9dea7feefff83119ba70b99940c617585a7"
    ),
    "SessionPools_LifecycleOnContainerExit_CreateOrUpdate.go": (
        "5fda8b0b76fb8c14ccee1b9b31db8d7dd4061c70e4698c8cc7599186fe2215c1"
    ),
    "SessionPools_LifecycleOnContainerExit_CreateOrUpdate.py": (
        "fbb49893beea0607bec69c22d42136f5bba845a6f68b12f7b07d442b0dba6f93"
    ),
    "SessionPools_LifecycleOnContainerExit_CreateOrUpdate.cs": (
        "6a42075401cdfef116003d1e2a071e5b5c4436d2bb1c1b6b2da5b8371e5946c1"
    ),
    "SessionPools_LifecycleTimed_CreateOrUpdate.java": (
        "bc507b247a42cbfaaa2fe833f4181d246c0882e4cd26d642e22e96a27842fd75"
    ),
    "SessionPools_LifecycleTimed_CreateOrUpdate.go": "a5c1d6ce46d3a65fc332bdc20d4dbd4b2693e8267dd461350ea8e9175dbfc10f",
    "SessionPools_LifecycleTimed_CreateOrUpdate.py": "3abe9c18ec1080bdd9f2a587b5fc7365b0a494f9ad3a6660e9f73b790c0f815a",
    "SessionPools_LifecycleTimed_CreateOrUpdate.cs": "5625e523f3c0e73b7163c4eaeaa5b041db2fd97750c51f45e8e4ecf262325772",
}
EXAMPLES = {title: {"$ref": f"./examples/{name}.json"} for name, title in TITLES.items()}
PUT = {"operationId": "ContainerAppsSessionPools_CreateOrUpdate", "x-ms-examples": EXAMPLES}
SPEC = json.dumps({"paths": {"/x": {"put": PUT}}})


@pytest.fixture
def printed(poolgen: Poolgen, tmp_path: Path) -> Path:
    files = {"spec/pools.json": SPEC}
    files |= {f"spec/examples/{name}.json": (HERE / "documented" / f"{name}.json").read_text() for name in TITLES}
    result = poolgen("example", "--spec", "spec/pools.json", "-o", "out", files=files)
    assert result.exit_code == 0, result.output
    return tmp_path / "out"


@pytest.mark.parametrize("name", PUBLISHED)
def test_byte_for_byte(name: str, printed: Path) -> None:
    assert hashlib.sha256((printed / name).read_bytes()).hexdigest() == PUBLISHED[name]
