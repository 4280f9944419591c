"""What the generators print for small examples: `make reference` holds them to the same lines."""

from pathlib import Path

import pytest

from generator.emit import emit
from generator.examples import read_example
from generator.targets import targets
from tests.reference.cases import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}-{case.example.title}-{case.example.name}")
def test_prints_what_the_generators_print(case: Case, tmp_path: Path) -> None:
    request = read_example(case.example.write(tmp_path), case.example.title)
    (artifact,) = emit(request, [targets()[case.language]], "documented")
    assert case.lines in artifact.text
