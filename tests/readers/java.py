"""Read the Java artifacts back with the Java compiler's own parser."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.answers import GIVEN
from tests.tools import tool

PROGRAM = Path(__file__).parent / "java_reader" / "Reader.java"


def read(folders: list[Path], answers: Mapping[str, str] = GIVEN) -> list[dict[str, object]]:
    """What each folder's ``CreateSessionPool.java`` asks for: the address of the pool, and its body as sent.

    A program may ask its environment in turn, which has the answers.
    """
    files = "".join(f"{folder / 'CreateSessionPool.java'}\n" for folder in folders)
    tool("javac")  # a runtime alone has no parser
    # A program of one file and of the JDK's own modules: no build, no network.
    done = subprocess.run(
        [tool("java"), str(PROGRAM)],
        input=files,
        env=os.environ | answers,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"the Java reader says no:\n{done.stderr}"
    requests: list[dict[str, object]] = json.loads(done.stdout)
    return requests
