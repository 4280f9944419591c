"""Java artifacts on azure-resourcemanager-appcontainers, whose class path Maven makes of an artifact's ``pom.xml``."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.sdk import DRIVERS, Failures
from tests.tools import tool

BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # for programs that are over before they are optimised
STORE_PASSWORD = "changeit"  # noqa: S105 - Java's own, which everyone knows


class Sdk(NamedTuple):
    """The SDK's class path, and a folder for what is compiled."""

    classpath: str
    version: str

    @property
    def label(self) -> str:
        """The SDK, as the table of results names it."""
        return f"azure-resourcemanager-appcontainers {self.version}"

    def run(self, files: Sequence[Path], variables: Mapping[str, str]) -> Failures:
        """Run the programs as they stand. What failed, by file."""
        return self._drive([("run", "CreateSessionPool", file) for file in files], variables)

    def compile(self, files: Sequence[Path]) -> Failures:
        """Compile the documentation's programs. What failed, by file."""
        return self._drive([("compile", "Main", file) for file in files], {})

    def _drive(self, jobs: Sequence[tuple[str, str, Path]], variables: Mapping[str, str]) -> Failures:
        lines = [f"{what}\t{name}\t{file}\t{file}.classes" for what, name, file in jobs]
        done = subprocess.run(
            [tool("java"), *BRIEF, *_settings(variables), "-cp", self.classpath, DRIVERS / "Run.java"],
            input="\n".join(lines),
            env=os.environ | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        failures = [text.partition("\n") for text in done.stdout.split("\0") if text]
        return {Path(file): reason for file, _, reason in failures}


def _settings(variables: Mapping[str, str]) -> list[str]:
    """Java's own words for a proxy and for whom to trust."""
    if not variables:
        return []
    store = Path(variables["SSL_CERT_FILE"]).with_suffix(".p12")
    if not store.exists():
        certificate = ["-importcert", "-noprompt", "-alias", "stand-in", "-file", variables["SSL_CERT_FILE"]]
        keep = ["-keystore", str(store), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD]
        subprocess.run([tool("keytool"), *certificate, *keep], check=True, capture_output=True)
    port = variables["HTTPS_PROXY"].rpartition(":")[2]
    proxies = [f"-D{kind}.proxy{key}" for kind in ("http", "https") for key in ("Host=127.0.0.1", f"Port={port}")]
    trust = [f"-Djavax.net.ssl.trustStore={store}", f"-Djavax.net.ssl.trustStorePassword={STORE_PASSWORD}"]
    return [*proxies, *trust, "-Djava.net.useSystemProxies=true"]


def ready(folder: Path, artifact: Path) -> Sdk:
    """The SDK that an artifact's ``pom.xml`` asks for, brought by Maven where it is not there yet."""
    pom = artifact.with_name("pom.xml")
    asked = pom.read_text(encoding="utf-8")
    home = folder / "java"
    if not (home / "classpath").exists() or (home / "pom.xml").read_text(encoding="utf-8") != asked:
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        for file in (pom, artifact):
            shutil.copy(file, home)
        words = ["-q", "-B", "compile", "dependency:build-classpath", f"-Dmdep.outputFile={home / 'classpath'}"]
        done = subprocess.run([tool("mvn"), *words], cwd=home, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    version = re.findall(r"azure-resourcemanager-appcontainers</artifactId>\s*<version>([^<]+)", asked)[0]
    return Sdk((home / "classpath").read_text(), version)
