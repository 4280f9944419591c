"""Microsoft's generators, installed from their registries into a folder that git ignores."""

import subprocess
import sys
import zipfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent / ".reference/java_python"
PACKAGES = (
    "autorest@3.8.0",
    "@autorest/core@3.10.9",
    "@autorest/modelerfour@4.27.3",
    "@autorest/java@4.1.63",
    "@autorest/python@6.50.3",
)
NODE = FOLDER / "node_modules"
JAR = NODE / "@autorest/java/fluentgen/target/azure-autorest-fluentgen-jar-with-dependencies.jar"
FORMAT = "eclipse-format-azure-sdk-for-java.xml"
# The documentation's samples wrap chained calls where they must; the generator has since come to wrap them all.
SELECTOR = b'alignment_for_selector_in_method_invocation" value="%d"'


def install() -> None:
    """Install what is not there yet."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not JAR.exists():
        # Without the peers: they are the compilers of another input language, and take npm minutes to choose.
        flags = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save"]
        subprocess.run(["npm", "install", *flags, "--prefix", FOLDER, *PACKAGES], check=True)
    if not (FOLDER / "wrapped").exists():
        _wrap_where_necessary()
        (FOLDER / "wrapped").touch()
    python = NODE / "@autorest/python"
    if not (python / "venv/ready").exists():
        subprocess.run([sys.executable, "-m", "venv", python / "venv"], check=True)
        needs = ["-r", str(python / "requirements.txt"), str(python / "generator")]
        subprocess.run([str(python / "venv/bin/pip"), "install", "--quiet", *needs], check=True)
        (python / "venv/ready").touch()


def _wrap_where_necessary() -> None:
    """Give the formatter in the Java generator the documentation's one setting."""
    changed = JAR.with_suffix(".new")
    with zipfile.ZipFile(JAR) as before, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == FORMAT:
                assert SELECTOR % 80 in data, f"{FORMAT} is not as it was"
                data = data.replace(SELECTOR % 80, SELECTOR % 16)
            after.writestr(entry, data)
    changed.replace(JAR)
