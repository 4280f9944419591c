"""The documented C# of many examples."""

import re
from collections.abc import Iterable
from pathlib import Path

from tests.reference.bodies import Example
from tests.reference.go_csharp import autorest, install

SETTINGS = """
azure-arm: true
csharp: true
library-name: AppContainers
namespace: Azure.ResourceManager.AppContainers
input-file: {spec}
output-folder: {output}/src
clear-output-folder: true
skip-csproj: true
modelerfour: {{flatten-payloads: false}}
use-model-reader-writer: true
sample-gen: {{output-folder: '{output}/samples', clear-output-folder: true}}
format-by-name-rules: {{tenantId: uuid, location: azure-location}}
rename-mapping:
  EnvironmentVar: ContainerAppEnvironmentVariable
  ScaleConfiguration: SessionPoolScaleConfiguration
  ManagedIdentitySetting: SessionPoolManagedIdentitySetting
  LifecycleType: SessionPoolLifecycleType
  LifecycleConfiguration: SessionPoolLifecycleConfiguration
  IdentitySettingsLifeCycle: ContainerAppIdentitySettingsLifeCycle
  SessionPool.properties.environmentId: -|arm-id
  ContainerType.PythonLTS: PythonLts
"""
USINGS = (
    *("Azure", "Azure.ResourceManager", "System", "System.Threading.Tasks", "Azure.Core", "Azure.Identity"),
    *("Azure.ResourceManager.AppContainers.Models", "Azure.ResourceManager.Models", "Azure.ResourceManager.Resources"),
    "Azure.ResourceManager.AppContainers",
)
METHOD = re.compile(r"public async Task \w+\(\)\n {8}\{\n(.*?)\n {8}\}\n", re.DOTALL)


def run(examples: Iterable[Example], swagger: Path, work: Path) -> dict[str, str]:
    """Name to text, as the documentation would print it."""
    autorest.run(install.CSHARP, SETTINGS, examples, swagger, work)
    (file,) = (work / "out/samples").rglob("Sample_SessionPoolCollection.cs")
    bodies = METHOD.findall(file.read_bytes().decode().replace("\r\n", "\n"))
    return {re.findall(r"/examples/(.*)\.json\n", body)[0]: documented(body) for body in bodies}


def documented(method: str) -> str:
    """A sample's method as a program. What the generator leaves at the margin stands below the line that opens it."""
    lines, pad = [], ""
    for line in method.split("\n"):
        if line.startswith(" " * 12):
            lines.append(line[12:])
            pad = line[12 : len(line) - len(line.lstrip(" "))] if line.strip() else pad
        else:
            lines.append(pad + line if line else "")
    return "".join(f"using {name};\n" for name in USINGS) + "\n" + "\n".join(lines) + "\n"
