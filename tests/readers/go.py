"""Read the Go artifacts back with Go's own parser; gofmt's bytes are part of the bargain."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.answers import GIVEN
from tests.tools import tool

PROGRAM = Path(__file__).parent / "go_reader" / "main.go"


def read(folders: list[Path], answers: Mapping[str, str] = GIVEN) -> list[dict[str, object]]:
    """What each folder's ``main.go`` asks for: the address of the pool, and its body as the SDK sends it.

    A program may ask its environment in turn, which has the answers.
    """
    files = "".join(f"{folder / 'main.go'}\n" for folder in folders)
    # A program of one file and of the standard library: no module, no network.
    done = subprocess.run(
        [tool("go"), "run", str(PROGRAM)],
        input=files,
        env=os.environ | answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"the Go reader says no:\n{done.stderr}"
    requests: list[dict[str, object]] = json.loads(done.stdout)
    return requests
