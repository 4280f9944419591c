"""Inputs x targets: each artifact is the same file as yesterday, byte for byte."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension

from generator.emit import STYLES, emit
from generator.targets import targets
from generator.templating import target_templates
from generator.walk import parameters
from tests.conftest import HERE, documented, inputs

NAMES = [*sorted(file.stem for file in (HERE / "profiles").glob("*.yaml")), "parameters-box"]
FILES = [
    pytest.param(target, style, str(path), id=f"{style}-{target}-{path.name}")
    for target in targets()
    for style in STYLES
    for path, _ in target_templates(target)[style]
]


def _as_file(snapshot: SnapshotAssertion, path: str) -> SnapshotAssertion:
    suffix = Path(path).suffix.removeprefix(".")
    return snapshot.use_extension(type("File", (SingleFileSnapshotExtension,), {"file_extension": suffix}))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("target", "style", "path"), FILES)
def test_artifact(name: str, target: str, style: str, path: str, snapshot: SnapshotAssertion) -> None:
    request = inputs()[name]
    wanted = path.replace("example", request.example.name).replace("profile", request.profile)
    printed = {artifact.path: artifact.text for artifact in emit(request, [targets()[target]], style)}
    if "profile" in path and not parameters(request.body):
        assert wanted not in printed, "a parameter file without parameters"
        return
    assert printed[wanted].encode() == _as_file(snapshot, path)


@pytest.mark.parametrize("name", sorted(documented()))
@pytest.mark.parametrize(("target", "style", "path"), [file for file in FILES if "documented" in file.values])
def test_documented(name: str, target: str, style: str, path: str, snapshot: SnapshotAssertion) -> None:
    printed = {artifact.path: artifact.text for artifact in emit(documented()[name], [targets()[target]], style)}
    assert printed[path.replace("example", name)].encode() == _as_file(snapshot, path)
