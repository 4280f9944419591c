"""Python artifacts on azure-mgmt-appcontainers, in an environment of its own for each release."""

import json
import os
import re
import subprocess
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.sdk import DRIVERS, Failures, at_once

NEWEST = "5.1.0"
PACKAGE = "azure-mgmt-appcontainers"


class Sdk(NamedTuple):
    """An environment with one release of the SDK."""

    python: Path
    version: str

    @property
    def label(self) -> str:
        """The SDK, as the table of results names it."""
        return f"{PACKAGE} {self.version}"

    def run(self, files: Sequence[Path], variables: Mapping[str, str]) -> Failures:
        """Run the programs as they stand. What failed, by file."""

        def share(some: Sequence[Path]) -> dict[str, str]:
            done = subprocess.run(
                [self.python, DRIVERS / "run.py"],
                input="\n".join(map(str, some)),
                env=os.environ | variables,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            failures: dict[str, str] = json.loads(done.stdout)
            return failures

        return {Path(file): why for failures in at_once(share, files) for file, why in failures.items()}


def pinned(artifact: Path) -> str:
    """The release that an artifact's own header asks for."""
    found = re.search(rf"{PACKAGE}==([\d.]+)", artifact.read_text(encoding="utf-8"))
    assert found, f"{artifact} pins no {PACKAGE}"
    return found[1]


def ready(folder: Path, version: str) -> Sdk:
    """The SDK in a folder, installed there where it is not yet."""
    home = folder / f"python-{version}"
    python = home / "bin/python"
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        packages = ["azure-identity", f"{PACKAGE}=={version}"]
        subprocess.run([python, "-m", "pip", "install", "-q", *packages], check=True)
        (home / "ready").touch()
    return Sdk(python, version)
