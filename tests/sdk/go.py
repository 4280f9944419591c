"""Go artifacts on armappcontainers/v4: each compiled as it stands, and all their ``main``s linked into one program.

To link a thousand programs takes a thousand times as long as one. So each ``main.go`` becomes a package of its own,
by the compiler's ``-p``, and a small program calls them all by the linker's name for ``main``; no text is touched.

Where the module proxy does not serve v4, its predecessor stands in for it: v3.1.0 has the same session pools, but for
the module's own path and the API version that it asks for (2025-01-01, whose schema is the same).
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tests.sdk import Failures
from tests.tools import tool

MODULE = "github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers"
COMPILE = ("-l", "-dwarf=false", "-pack")  # no inlining, no debugging: what is compiled runs once


class Sdk(NamedTuple):
    """A module that holds the SDK, compiled."""

    module: Path
    label: str

    def vet(self, files: Iterable[Path]) -> None:
        """Ask ``go vet``, which must have nothing to say."""
        for index, file in enumerate(files):
            folder = self.module / f"vet{index}"
            folder.mkdir()
            shutil.copy(file, folder / file.name)
        done = _go("vet", "./...", cwd=self.module)
        for folder in self.module.glob("vet*"):
            shutil.rmtree(folder)
        assert done.returncode == 0, done.stderr

    def compile(self, files: Sequence[Path], folder: Path) -> dict[Path, Path]:
        """Compile each file as a package of its own. Gives the packages' archives; raises where there is an error."""
        folder.mkdir()
        archives = {file: folder / f"p{index}.a" for index, file in enumerate(files)}

        def one(file: Path) -> str:
            options = ("-p", archives[file].stem, "-importcfg", self.module / "importcfg", "-o", archives[file])
            done = _go("tool", "compile", *COMPILE, *options, file)
            return done.stdout + done.stderr if done.returncode else ""

        with ThreadPoolExecutor(os.cpu_count()) as pool:
            errors = [error for error in pool.map(one, files) if error]
        assert not errors, "\n".join(errors)
        return archives

    def run(self, files: Sequence[Path], variables: Mapping[str, str], folder: Path) -> Failures:
        """Run the programs as they stand. What failed, by file."""
        archives = self.compile(files, folder)
        packages = [archive.stem for archive in archives.values()]
        program = folder / "main.go"
        program.write_text(_program(packages))
        config = (self.module / "importcfg").read_text()
        config += "".join(f"packagefile {archive.stem}={archive}\n" for archive in archives.values())
        (folder / "importcfg").write_text(config)
        for step in (
            ("compile", "-p", "main", "-pack", "-o", folder / "main.a", program),
            ("link", "-o", folder / "main", folder / "main.a"),
        ):
            done = _go("tool", step[0], "-importcfg", folder / "importcfg", *step[1:])
            assert done.returncode == 0, done.stderr
        failures: Failures = {}
        begin = 0
        while begin < len(files):  # a program that fails ends the process: go on behind it
            done = subprocess.run(
                [folder / "main", str(begin)], env=os.environ | variables, capture_output=True, text=True, check=False
            )
            if done.returncode == 0:
                break
            at = int(re.findall(r"^at (\d+)$", done.stderr, re.MULTILINE)[-1])
            failures[files[at]] = done.stderr
            begin = at + 1
        return failures


def _program(packages: Sequence[str]) -> str:
    """The program that calls the ``main`` of every package, from the one that it is told on."""
    imports = "\n".join(f'import _ "{name}"' for name in packages)
    links = "\n".join(f"//go:linkname main_{name} {name}.main\nfunc main_{name}()\n" for name in packages)
    table = ", ".join(f"main_{name}" for name in packages)
    return f"""package main

import "fmt"
import "os"
import "strconv"
import _ "unsafe"
{imports}

{links}
func main() {{
	begin, _ := strconv.Atoi(os.Args[1])
	for i, run := range []func(){{{table}}} {{
		if i >= begin {{
			fmt.Fprintln(os.Stderr, "at", i)
			run()
		}}
	}}
}}
"""


def ready(folder: Path, artifact: Path) -> Sdk:
    """The SDK that an artifact's ``go.mod`` asks for, compiled in a folder where it is not yet."""
    asked = artifact.with_name("go.mod").read_text(encoding="utf-8")
    found = re.search(r"armappcontainers/v4 v([\d.]+)", asked)
    assert found, f"{artifact}: go.mod asks for no armappcontainers/v4"
    module, served = folder / "go", _go("mod", "download", f"{MODULE}/v4@v{found[1]}", cwd=folder).returncode == 0
    label = f"armappcontainers v{found[1]}" if served else "armappcontainers v3.1.0, as v4"
    if not (module / "importcfg").exists() or (module / "asked").read_text() != asked:
        shutil.rmtree(module, ignore_errors=True)
        module.mkdir()
        (module / "asked").write_text(asked)
        (module / "go.mod").write_text(asked if served else asked + f"\nreplace {MODULE}/v4 => ./v4\n")
        if not served:
            _predecessor(module / "v4")
        imports = {"context", "fmt", "log", "time", *re.findall(r'^\t"(github.com/.*)"$', artifact.read_text(), re.M)}
        uses = "".join(f'import _ "{name}"\n' for name in sorted(imports | {"os", "strconv"}))
        (module / "main.go").write_text(f"package main\n\n{uses}\nfunc main() {{}}\n")
        for step in (("mod", "tidy"), ("build", "-o", os.devnull, ".")):
            done = _go(*step, cwd=module)
            assert done.returncode == 0, done.stderr
        line = "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}"
        listed = _go("list", "-export", "-deps", "-f", line, ".", cwd=module).stdout.splitlines()
        kept = [text for text in listed if text and not text.startswith("packagefile sessionpool=")]
        (module / "importcfg").write_text("\n".join(kept) + "\n")
    return Sdk(module, label)


def _predecessor(folder: Path) -> None:
    """v3.1.0 with v4's path, and with the API version that v4's session pools ask for."""
    done = _go("mod", "download", "-json", f"{MODULE}/v3@v3.1.0", cwd=folder.parent)
    shutil.copytree(json.loads(done.stdout)["Dir"], folder, ignore=shutil.ignore_patterns("*_test.go", "fake"))
    for file in [folder, *folder.rglob("*")]:
        file.chmod(0o755 if file.is_dir() else 0o644)
        if file.suffix in (".go", ".mod"):
            text = file.read_text(encoding="utf-8").replace("armappcontainers/v3", "armappcontainers/v4")
            if file.name == "containerappssessionpools_client.go":
                assert '"2025-01-01"' in text
                text = text.replace('"2025-01-01"', '"2025-07-01"')
            file.write_text(text, encoding="utf-8")


def _go(*words: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    variables = os.environ | {"GOFLAGS": "-mod=mod", "GOGC": "off"}
    return subprocess.run([tool("go"), *words], cwd=cwd, env=variables, capture_output=True, text=True, check=False)
