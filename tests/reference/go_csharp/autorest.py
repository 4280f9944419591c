"""AutoRest with an extension of its own: one run for many examples."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tests.reference.bodies import Example
from tests.reference.generators import specification
from tests.reference.go_csharp.install import MODULES, install


def run(extension: Path, settings: str, examples: Iterable[Example], swagger: Path, work: Path) -> dict[str, str]:
    """Run AutoRest in ``work`` with YAML ``settings``; its log stays there. Gives the environment that it runs in."""
    environment = install()
    shutil.rmtree(work, ignore_errors=True)
    spec = specification(examples, swagger, work / "spec", alone=False)
    yaml = settings.format(spec=spec, output=work / "out")
    (work / "settings.md").write_text(f"# settings\n``` yaml\n{yaml}\n```\n")
    command: list[str | Path] = [
        "node",
        MODULES / "autorest/entrypoints/app.js",
        f"--version={MODULES / '@autorest/core'}",
    ]
    command += [f"--use={MODULES / '@autorest' / name}" for name in ("modelerfour", "testmodeler")]
    command += [f"--use={extension}", "settings.md", "--debug"]
    with (work / "log").open("w") as log:
        subprocess.run(command, cwd=work, env=environment, stdout=log, stderr=log, check=True)
    return environment
