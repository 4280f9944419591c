"""The project as its users meet it: fresh output, a wheel that works alone, a README that tells the truth."""

import json
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

import generator
from tests.conftest import HERE, ROOT, Poolgen


@pytest.mark.parametrize("layout", ["profile", "module"])
def test_output_is_fresh(layout: str, monkeypatch: pytest.MonkeyPatch, poolgen: Poolgen) -> None:
    monkeypatch.chdir(ROOT)
    result = poolgen("generate", "--layout", layout, "--check")
    assert result.exit_code == 0, f"run `make generate`\n{result.output}"


def test_the_story_is_the_same_everywhere() -> None:
    """The package's docstring and the README tell the same six steps."""
    steps = re.findall(r"^    (\S.*?) {2,}(\S+\.py) +(.*)$", generator.__doc__ or "", re.MULTILINE)
    assert [name for name, *_ in steps] == [
        "read profiles",
        "merge",
        "render the pool template",
        "validate",
        "emit",
        "write",
    ]
    readme = (ROOT / "README.md").read_text()
    for name, module, what in steps:
        assert f"| {name} | `generator/{module}` | {what} |" in readme


def test_readme_shows_the_samples_as_they_are() -> None:
    readme = (ROOT / "README.md").read_text()
    yaml, template = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)[:2]
    prod = (ROOT / "profiles/prod.yaml").read_text()
    for line in yaml.splitlines():
        assert f"{line}\n" in prod
    for line in template.splitlines():
        assert f"{line}\n" in (ROOT / "templates/pools/code-interpreter.yaml.j2").read_text()


def test_readme_s_error_is_what_is_printed(poolgen: Poolgen) -> None:
    readme = (ROOT / "README.md").read_text()
    profile, template = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)[:2]
    shown = re.findall(r"```text\n(.*?)```", readme, re.DOTALL)[0]
    files = {
        "profiles/prod.yaml": profile.replace("600", '"600"'),
        "profiles/base.yaml": "abstract: true\napiVersion: 2025-07-01\nlocation: westeurope\n",
        "templates/pools/code-interpreter.yaml.j2": template,
    }
    printed = poolgen("validate", files=files).stderr
    assert printed == shown + "1 error\n"


def test_readme_s_broken_rule_is_what_is_printed(poolgen: Poolgen) -> None:
    readme = (ROOT / "README.md").read_text()
    (shown,) = [text for text in re.findall(r"```text\n(.*?)```", readme, re.DOTALL) if "SP101" in text]
    files = {
        file.relative_to(ROOT).as_posix(): file.read_text().replace("ready: 40", "ready: 0")
        for folder in ("profiles", "templates/pools")
        for file in (ROOT / folder).iterdir()
    }
    assert poolgen("validate", files=files).stderr == shown + "1 error\n"


def test_readme_s_commands_for_ci_run(poolgen: Poolgen) -> None:
    section = (ROOT / "README.md").read_text().split("## In editors and CI\n")[1].split("\n## ")[0]
    commands = re.findall(r"^(?: {4}|- run: |`)poolgen ([^#>`\n]+)", section, re.MULTILINE)
    assert len(commands) == 6
    files = {
        file.relative_to(ROOT).as_posix(): file.read_text()
        for folder in ("profiles", "templates/pools")
        for file in (ROOT / folder).iterdir()
    }
    for command in commands:
        assert poolgen(*command.split(), files=files).exit_code == 0, command


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tool, installed from its wheel into an environment of its own; its libraries are this environment's."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import hatchling.build, sys; hatchling.build.build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=ROOT, check=True, capture_output=True)
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv/bin/python"
    site = subprocess.check_output([python, "-c", "import site; print(site.getsitepackages()[0])"], text=True).strip()
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(wheel), site], check=True)
    libraries = Path(pytest.__file__).parent.parent
    for library in ("click", "jinja2", "markupsafe", "yaml", "_yaml", "pydantic", "pydantic_core", "annotated_types",
                    "typing_inspection", "typing_extensions.py"):  # fmt: skip
        (Path(site) / library).symlink_to(libraries / library)
    return python


def test_the_wheel_works_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    """`poolgen example` needs the target templates and schemas, and nothing of this checkout."""
    example = HERE / "documented/SessionPools_LifecycleTimed_CreateOrUpdate.json"
    command = [str(installed), "-m", "generator", "example", str(example), "-o", "out"]
    result = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert {file.suffix for file in (tmp_path / "out").iterdir()} == {".java", ".go", ".py", ".cs", ".http", ".json"}
    for what in ("profile", "findings"):
        schema = subprocess.check_output([installed, "-m", "generator", "schema", what], cwd=tmp_path)
        assert json.loads(schema)["title"] == f"poolgen {what}"
    found = subprocess.check_output(
        [installed, "-c", "import generator; print(generator.__file__)"], text=True, cwd="/"
    )
    assert ROOT.as_posix() not in found
