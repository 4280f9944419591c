"""The pages that lead through something: every file is written, every command run, and what is shown is what comes."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Poolgen

PAGES = [ROOT / "docs/deploy-time.md"]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INPUTS = ("profiles/", "templates/")


def commands(block: str) -> Iterator[tuple[str, str]]:
    """The commands of a console, each with what it prints."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
def test_what_a_page_says_is_so(page: Path, poolgen: Poolgen) -> None:
    for language, block in BLOCK.findall(page.read_text(encoding="utf-8")):
        name = re.match(r"# (\S+/\S+)\n", block)
        if language == "console":
            for command, shown in commands(block):
                tool, *words = shlex.split(command)
                assert tool == "poolgen"
                result = poolgen(*words)
                assert result.output == shown, f"{page.name}: {command}"
        elif name and name[1].startswith(INPUTS):
            poolgen("--version", files={name[1]: block})
        elif name:
            lines = [line.strip() for line in Path(name[1]).read_text(encoding="utf-8").splitlines()]
            for line in block.splitlines()[1:]:
                assert line.strip() in lines, f"{page.name}: {name[1]} has no line {line}"
        else:
            files = [word for word in shlex.split(block, comments=True) if word.startswith("output/")]
            assert language == "bash"
            assert all(Path(file).is_file() for file in files), files
