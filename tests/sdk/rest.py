"""REST artifacts: ``request.http``, sent as it stands by a REST client that people have in their editors, httpyac."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.sdk import at_once
from tests.tools import tool

VERSION = "6.16.7"


class Client(NamedTuple):
    """The client's program."""

    program: Path
    label: str = f"httpyac {VERSION}"

    def run(
        self, files: Sequence[Path], variables: Mapping[str, str], token: str, given: Mapping[str, str] = {}
    ) -> None:
        """Send all requests of the files, whose variables are given values."""
        home = Path(
            os.path.commonpath([file.parent for file in files])
        )  # it sends no file from elsewhere than its working directory

        def share(some: Sequence[Path]) -> None:
            names = [str(file.relative_to(home)) for file in some]
            words = ["send", *names, "--all", "--bail", "--output", "none", "--var", f"token={token}"]
            words += [word for name, value in given.items() for word in ("--var", f"{name}={value}")]
            done = subprocess.run(
                [tool("node"), self.program, *words],
                cwd=home,
                env=os.environ | variables,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stdout[-5000:] + done.stderr[-5000:]

        at_once(share, files)


def ready(folder: Path) -> Client:
    """The client in a folder, installed there where it is not yet."""
    home = folder / "rest"
    program = home / "node_modules/httpyac/bin/httpyac.js"
    if not (home / "ready").exists():
        home.mkdir(exist_ok=True)
        words = ["install", "--silent", "--no-save", "--ignore-scripts", "--prefix", str(home), f"httpyac@{VERSION}"]
        subprocess.run([tool("npm"), *words], check=True, capture_output=True)
        (home / "ready").touch()
    return Client(program)
