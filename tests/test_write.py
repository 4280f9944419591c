"""Writing: all artifacts of a run or none, whole files, and nothing that is not the tool's is touched."""

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest

from generator import write
from generator.errors import Misuse
from tests.conftest import Poolgen

HEAD = "apiVersion: 2025-07-01\nsubscriptionId: 00000000-0000-0000-0000-000000000000\nresourceGroup: rg\n"
FILES = {
    "profiles/dev.yaml": HEAD + "location: dev\n",
    "profiles/prod.yaml": HEAD + "location: prod\n",
    "templates/pools/one.yaml.j2": "location: {{ location }}\n",
    "templates/pools/two.yaml.j2": "location: {{ location }}\n",
}


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def put(folder: Path, texts: dict[str, str], covers: str = "") -> write.Plan:
    artifacts = {path: (text, "maker") for path, text in texts.items()}
    return write.plan(folder, artifacts, lambda path, _: path.startswith(covers))


def test_unchanged_files_are_untouched(poolgen: Poolgen, tmp_path: Path) -> None:
    assert "created" in poolgen("generate", files=FILES).output
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "output").rglob("*")}
    assert "created" not in poolgen("generate").output
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "output").rglob("*")} == before


@pytest.mark.parametrize("style", ["deployable", "documented"])
def test_same_input_same_bytes(style: str, poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("generate", "--style", style, files=FILES)
    first = tree(tmp_path / "output")
    places = ["--profiles", str(tmp_path / "profiles"), "--templates", str(tmp_path / "templates/pools")]
    poolgen("generate", "--output", "elsewhere", *places, "--style", style)
    assert tree(tmp_path / "elsewhere") == first
    assert all(b"\r" not in text and str(tmp_path).encode() not in text for text in first.values())


def test_only_what_the_tool_no_longer_makes_is_removed(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("generate", files={**FILES, "output/mine.txt": "mine", "output/dev/one/mine.bicep": "mine"})
    (tmp_path / "profiles/prod.yaml").unlink()
    (tmp_path / "templates/pools/one.yaml.j2").unlink()
    assert "removed" in poolgen("generate").output
    left = tree(tmp_path / "output")
    assert not (tmp_path / "output/prod").exists()
    assert {path for path in left if not path.startswith("dev/two")} == {
        ".poolgen.json",
        "mine.txt",
        "dev/one/mine.bicep",
    }


@pytest.mark.parametrize(
    "narrow",
    [["dev"], ["--pool", "one"], ["--target", "rest"], ["--style", "documented"], ["dev", "--pool", "two"]],
    ids=" ".join,
)
def test_a_narrow_run_leaves_the_rest_alone(narrow: list[str], poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("generate", files=FILES)
    before = tree(tmp_path / "output")
    assert poolgen("generate", *narrow).exit_code == 0
    after = tree(tmp_path / "output")
    assert {path: after.get(path) for path in before if path != ".poolgen.json"} == {
        path: text for path, text in before.items() if path != ".poolgen.json"
    }
    assert poolgen("generate", "--check").exit_code == 0, "the whole run has nothing to add"


def test_check_and_diff_write_nothing(poolgen: Poolgen, tmp_path: Path) -> None:
    missing = poolgen("generate", "--check", files=FILES)
    assert missing.exit_code == 1
    assert not (tmp_path / "output").exists()
    poolgen("generate")
    assert poolgen("generate", "--check").exit_code == 0
    before = tree(tmp_path / "output")
    changed = {"profiles/dev.yaml": HEAD + "location: elsewhere\n"}
    result = poolgen("generate", "--check", files=changed)
    assert result.exit_code == 1
    assert '-  "location": "dev"\n+  "location": "elsewhere"' in result.output
    assert "--- a/dev/one/body.json\n+++ b/dev/one/body.json" in result.output
    result = poolgen("generate", "--diff")
    assert (result.exit_code, tree(tmp_path / "output")) == (0, before)


def test_a_failure_midway_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write.carry_out(put(tmp_path, {"a/one": "1", "b/two": "2", "c/three": "3"}))
    before = tree(tmp_path)
    calls = 0
    move = Path.replace

    def full(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += write.MANIFEST not in str(target)
        if calls == 2:
            raise OSError(errno.ENOSPC, "No space left on device", str(target))
        return move(self, target)

    todo = put(tmp_path, {"a/one": "1!", "b/two": "2!", "d/four": "4"})
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Misuse, match="No space left"):
        write.carry_out(todo)
    assert calls > 2, "what was moved is moved back"
    assert tree(tmp_path) == before


KILLED = """
import os, sys
from pathlib import Path
from generator import write
steps, move, store = int(sys.argv[2]), Path.replace, Path.write_bytes
def step():
    global steps
    steps -= 1
    if steps < 0:
        os._exit(9)
def replace(self, target):
    step()
    result = move(self, target)
    step()
    return result
def write_bytes(self, data):
    step()
    with open(self, "wb") as file:  # killed in the middle of a file, too
        file.write(data[: len(data) // 2])
        file.flush()
        step()
        file.write(data[len(data) // 2 :])
    return len(data)
Path.replace, Path.write_bytes = replace, write_bytes
artifacts = {"a/one": ("new one", "m"), "b/two": ("new two", "m"), "d/four": ("new four", "m")}
write.carry_out(write.plan(Path(sys.argv[1]), artifacts, lambda path, maker: True))
"""


def test_killed_at_any_moment_files_are_whole_and_the_next_run_repairs(tmp_path: Path) -> None:
    """The process is killed before and after each of its steps; each time the folder is looked at, then repaired."""
    old = {"a/one": "old one", "b/two": "old two", "c/three": "old three"}
    new = {"a/one": "new one", "b/two": "new two", "d/four": "new four"}
    outcomes = set()
    for steps in range(100):
        folder = tmp_path / str(steps)
        write.carry_out(put(folder, old))
        (folder / "mine").write_text("mine")
        status = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(steps)], check=False).returncode
        seen = {path: text.decode() for path, text in tree(folder).items() if not path.startswith(".poolgen")}
        for path, text in seen.items():
            assert path == "mine" or text in (old.get(path), new.get(path)), f"{path} is half written"
        outcomes.add(tuple(sorted(seen.items())))
        write.carry_out(put(folder, new))
        assert {path: text.decode() for path, text in tree(folder).items() if path != ".poolgen.json"} == {
            **new,
            "mine": "mine",
        }
        assert sorted(json.loads((folder / ".poolgen.json").read_text())["files"]) == sorted(new)
        if status == 0:
            break
    assert status == 0
    assert len(outcomes) > 3, "the kills hit between the moves"


def test_no_path_leads_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "dev").symlink_to(outside)
    for path in ("dev/one", "../outside/one", "/tmp/one", "a/../../outside/one"):  # noqa: S108
        with pytest.raises(Misuse, match="leads out"):
            put(folder, {path: "text"})
    assert not list(outside.iterdir())


def test_a_link_in_place_of_a_file_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    folder = tmp_path / "output"
    folder.mkdir()
    (folder / "one").symlink_to(tmp_path / "mine")
    write.carry_out(put(folder, {"one": "text"}))
    assert (tmp_path / "mine").read_text() == "mine"
    assert (folder / "one").read_text() == "text"
    assert not (folder / "one").is_symlink()
