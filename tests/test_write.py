"""Writing: all artifacts of a run or none, whole files, and nothing that is not the tool's is touched."""

import errno
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator import lock, write
from generator.errors import Misuse
from tests.conftest import ROOT, SOUND, Poolgen
from tests.tools import tool

HEAD = "apiVersion: 2025-07-01\nsubscriptionId: 00000000-0000-0000-0000-000000000000\n"
FILES = {
    "profiles/dev.yaml": HEAD + "resourceGroup: dev\nlocation: westeurope\n",
    "profiles/prod.yaml": HEAD + "resourceGroup: prod\nlocation: northeurope\n",
    "templates/pools/one.yaml.j2": "location: {{ location }}\n" + SOUND,
    "templates/pools/two.yaml.j2": "location: {{ location }}\n" + SOUND,
}


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def files(folder: Path) -> dict[str, str]:
    return {path: text.decode() for path, text in tree(folder).items() if path != ".poolgen.json"}


def put(folder: Path, texts: dict[str, str], covers: str = "") -> write.Plan:
    artifacts = {path: (text, "maker") for path, text in texts.items()}
    return write.plan(folder, artifacts, lambda path, _: path.startswith(covers))


def update(folder: Path, texts: dict[str, str], covers: str = "") -> write.Plan:
    artifacts = {path: (text, "maker") for path, text in texts.items()}
    return write.update(folder, artifacts, lambda path, _: path.startswith(covers))


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
    changed = {"profiles/dev.yaml": HEAD + "resourceGroup: dev\nlocation: uksouth\n"}
    result = poolgen("generate", "--check", files=changed)
    assert result.exit_code == 1
    assert '-  "location": "westeurope",\n+  "location": "uksouth",' in result.output
    assert "--- a/dev/one/body.json\n+++ b/dev/one/body.json" in result.output
    result = poolgen("generate", "--diff")
    assert (result.exit_code, tree(tmp_path / "output")) == (0, before)


OLD = {"a/x/one": "old one", "b/x/two": "old two", "c/x/three": "old three"}
NEW = {"a/x/one": "new one", "b/x/two": "new two", "d/x/four": "new four"}


def test_a_failure_midway_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each move fails in turn, and each removal."""
    update(tmp_path, OLD)
    before = (tree(tmp_path), {*tmp_path.rglob("*")})
    for act in ("replace", "unlink"):
        for failing in range(1, 100):
            with monkeypatch.context() as patch:
                calls = fail(patch, act, failing)
                error = refusal(tmp_path, NEW)
            if error is None:
                break
            assert re.match(f"cannot write '{tmp_path}/[^-]*': No space left on device", error.says)
            assert error.hint == "nothing was changed"
            assert (tree(tmp_path), {*tmp_path.rglob("*")}) == before
        assert len(calls) == failing - 1 > 0
        update(tmp_path, OLD)


def refusal(folder: Path, texts: dict[str, str]) -> Misuse | None:
    try:
        update(folder, texts)
    except Misuse as error:
        return error
    return None


def fail(patch: pytest.MonkeyPatch, act: str, first: int, last: int | None = None) -> list[Path]:
    """Let the calls of a method of Path fail from number ``first`` to ``last``; the calls are returned."""
    calls: list[Path] = []
    right = getattr(Path, act)

    def wrong(self: Path, *args: Path, **options: bool) -> Any:
        calls.append(self)
        if first <= len(calls) <= (last or first):
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return right(self, *args, **options)

    patch.setattr(Path, act, wrong)
    return calls


def test_a_failure_to_undo_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(tmp_path, OLD)
    with monkeypatch.context() as patch:
        fail(patch, "replace", 4, 100)
        with pytest.raises(Misuse, match=r"cannot write '.*/d/x/four'") as caught:
            update(tmp_path, NEW)
    assert "some files are new and some as before, because" in caught.value.hint
    assert {*OLD, *NEW} == {*write.read_manifest(tmp_path)}, "nothing is forgotten"
    update(tmp_path, NEW)
    assert files(tmp_path) == NEW


@pytest.mark.parametrize(
    ("act", "says"),
    [
        ("mkdir", "cannot write into '{}/more': "),
        ("write_bytes", "cannot write '{}/more/.poolgen.json': "),
        ("read_bytes", "cannot read '{}/a/x/one': "),
        ("read_text", "cannot read '{}/.poolgen.json': "),
    ],
)
def test_what_the_system_refuses_is_said(act: str, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(tmp_path, OLD)
    before = tree(tmp_path)
    fail(monkeypatch, act, 1, 100)
    with pytest.raises(Misuse) as caught:
        update(tmp_path if act.startswith("read") else tmp_path / "more", NEW)
    assert caught.value.says == says.format(tmp_path.as_posix()) + "No space left on device"
    monkeypatch.undo()
    assert tree(tmp_path) == before


def test_a_folder_that_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: str) -> str:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    with pytest.raises(Misuse, match=f"cannot write '{tmp_path.as_posix()}': Read-only file system"):
        update(tmp_path, NEW)


def test_a_stop_by_hand_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(tmp_path, OLD)
    before = tree(tmp_path)

    def stop(self: Path, **_: bool) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", stop)  # comes after what is moved
        with pytest.raises(KeyboardInterrupt):
            update(tmp_path, {"a/x/one": "new one"})
    assert tree(tmp_path) == before


KILLED = """
import os, shutil, sys, tempfile
from pathlib import Path
from generator import write
steps = int(sys.argv[2])
def step():
    global steps
    steps -= 1
    if steps < 0:
        os._exit(9)
def stepwise(home, name):
    act = getattr(home, name)
    def done(*args, **options):
        step()
        result = act(*args, **options)
        step()
        return result
    setattr(home, name, done)
for home, name in ((Path, "replace"), (Path, "unlink"), (Path, "rmdir"), (shutil, "copy2"), (tempfile, "mkdtemp")):
    stepwise(home, name)
def write_bytes(self, data):
    step()
    with open(self, "wb") as file:  # killed in the middle of a file, too
        file.write(data[: len(data) // 2])
        file.flush()
        step()
        file.write(data[len(data) // 2 :])
    return len(data)
Path.write_bytes = write_bytes
artifacts = {path: (text, "m") for path, text in {NEW}.items()}
write.update(Path(sys.argv[1]), artifacts, lambda path, maker: True)
""".replace("{NEW}", repr(NEW))


def test_killed_at_any_moment_files_are_whole_and_the_next_run_repairs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is killed before and after each of its steps, with the folder locked; each time it is repaired."""
    monkeypatch.setattr(lock, "PATIENCE", 0)  # a killed run leaves no lock
    outcomes = set()
    for steps in range(100):
        folder = tmp_path / str(steps)
        update(folder, OLD)
        (folder / "mine").write_text("mine")
        status = subprocess.run([sys.executable, "-c", KILLED, str(folder), str(steps)], check=False).returncode
        assert status in (0, 9)
        seen = {path: text for path, text in files(folder).items() if not path.startswith(".poolgen")}
        for path, text in seen.items():
            assert path == "mine" or text in (OLD.get(path), NEW.get(path)), f"{path} is half written"
        assert {*seen} - {"mine"} <= {*write.read_manifest(folder)}, "a file is forgotten"
        outcomes.add(tuple(sorted(seen.items())))
        update(folder, NEW)
        assert files(folder) == {**NEW, "mine": "mine"}
        assert sorted(write.read_manifest(folder)) == sorted(NEW)
        assert {file.name for file in folder.iterdir()} == {"a", "b", "d", "mine", ".poolgen.json"}
        if status == 0:
            break
    assert status == 0
    assert len(outcomes) > 3, "the kills hit between the moves"


def test_a_run_waits_for_another_and_sees_what_it_listed(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as pool:
        with lock.locked(tmp_path):
            waiting = pool.submit(update, tmp_path, {"a/x/one": "1"}, "a")
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.3)
            write.carry_out(put(tmp_path, {"b/x/two": "2"}, "b"))
        waiting.result()
    assert {*write.read_manifest(tmp_path)} == {"a/x/one", "b/x/two"}


@pytest.mark.parametrize("by_file", [False, True])
def test_a_run_that_waits_too_long_gives_up(by_file: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    if by_file:
        monkeypatch.setitem(sys.modules, "fcntl", None)
    with lock.locked(tmp_path):
        with pytest.raises(Misuse, match="another run is writing") as caught:
            update(tmp_path, NEW)
        assert ("remove" in caught.value.hint) == by_file
    update(tmp_path, NEW)
    assert files(tmp_path) == NEW, "no lock is left"


def test_runs_side_by_side_lose_nothing(poolgen: Poolgen, tmp_path: Path) -> None:
    many = {f"profiles/p{number}.yaml": FILES["profiles/dev.yaml"] for number in range(6)}
    poolgen("validate", files={**FILES, **many})
    command = [sys.executable, "-m", "generator", "generate"]
    runs = [
        subprocess.Popen([*command, f"p{number}"], env={**os.environ, "PYTHONPATH": str(ROOT)}) for number in range(6)
    ]
    assert [run.wait() for run in runs] == [0] * 6
    assert poolgen("generate", "dev", "prod").exit_code == 0
    assert poolgen("generate", "--check").exit_code == 0


def test_staging_never_follows_a_link(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "output"
    for name in ("new/a/x/one", "0.new"):
        (outside / name).parent.mkdir(parents=True, exist_ok=True)
        (outside / name).write_text("mine")
    folder.mkdir()
    (folder / ".poolgen-staging").symlink_to(outside)
    (folder / ".poolgen-staging-x").symlink_to(outside)
    (folder / ".poolgen-staging-y/inner").mkdir(parents=True)
    (folder / ".poolgen-staging-y/inner/link").symlink_to(outside)
    before = tree(outside)
    update(folder, NEW)
    assert tree(outside) == before
    assert not (folder / ".poolgen-staging-y").exists(), "what a killed run left is removed"
    (folder / ".poolgen-staging-z").mkdir()
    update(folder, NEW)
    assert not (folder / ".poolgen-staging-z").exists(), "also where there is nothing to do"


def test_a_file_at_the_place_of_staging_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".poolgen-staging").write_text("mine")
    update(tmp_path, NEW)
    assert files(tmp_path) == {**NEW, ".poolgen-staging": "mine"}


MANIFESTS = {
    "too few parts": '{"files": {"mine.txt": "rest deployable"}}',
    "NUL": '{"files": {"dev/one/\\u0000": "rest deployable"}}',
    "half a surrogate pair": '{"files": {"dev/one/\\ud800": "rest deployable"}}',
    "leads out": '{"files": {"dev/../../x": "rest deployable"}}',
    "absolute": '{"files": {"/dev/one/x": "rest deployable"}}',
    "a list": '{"files": ["dev/one/x"]}',
    "no files": "{}",
    "no text": '{"files": {"dev/one/x": 1}}',
    "too deep": "[" * 200_000,
    "not UTF-8": b"\xff",
    "empty": "",
}


@pytest.mark.parametrize("case", MANIFESTS)
def test_a_damaged_manifest_is_refused(case: str, poolgen: Poolgen, tmp_path: Path) -> None:
    result = poolgen("generate", files={**FILES, "output/.poolgen.json": MANIFESTS[case], "output/mine.txt": "mine"})
    assert result.exit_code == 2
    assert "error: 'output/.poolgen.json' is not a manifest of poolgen" in result.stderr
    assert {*tree(tmp_path / "output")} == {".poolgen.json", "mine.txt"}


@pytest.mark.parametrize("path", [".poolgen.json", "dev/one/body.json"])
@pytest.mark.parametrize(
    "make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to(path)], ids=["pipe", "folder", "loop"]
)
def test_what_is_no_file_is_in_the_way(
    path: str, make: Callable[[Path], None], poolgen: Poolgen, tmp_path: Path
) -> None:
    place = tmp_path / "output" / path
    place.parent.mkdir(parents=True)
    make(place)
    for mode in ([], ["--check"], ["--diff"]):
        result = poolgen("generate", *mode, files=FILES)
        assert result.exit_code == 2
        assert result.stderr.startswith(f"error: 'output/{path}' is ")
    assert [file for file in (tmp_path / "output").rglob("*") if not file.is_dir()] in ([], [place])


def test_a_file_that_poolgen_did_not_write_is_in_the_way(poolgen: Poolgen, tmp_path: Path) -> None:
    result = poolgen("generate", files={**FILES, "output/dev/one/main.bicep": "mine"})
    assert result.exit_code == 2
    assert result.output == (
        "error: 'output/dev/one/main.bicep' is in the way: poolgen did not write it\n   = hint: move it, or remove it\n"
    )
    assert tree(tmp_path / "output") == {"dev/one/main.bicep": b"mine"}


def test_what_is_as_it_would_be_is_adopted(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("generate", files=FILES)
    before = tree(tmp_path / "output")
    (tmp_path / "output/.poolgen.json").unlink()
    assert poolgen("generate", "--check").exit_code == 1
    result = poolgen("generate")
    assert result.exit_code == 0
    assert re.fullmatch(r"output: \d+ unchanged\n", result.output)
    assert tree(tmp_path / "output") == before


@pytest.mark.parametrize("target", ["nowhere", "mine"])
def test_a_link_in_place_of_a_stale_file_is_removed_itself(target: str, tmp_path: Path) -> None:
    folder = tmp_path / "output"
    (tmp_path / "mine").write_text("mine")
    update(folder, OLD)
    (folder / "c/x/three").unlink()
    (folder / "c/x/three").symlink_to(tmp_path / target)
    assert update(folder, NEW).does["c/x/three"] == "removed"
    assert not (folder / "c").exists()
    assert (tmp_path / "mine").read_text() == "mine"


def test_writing_into_a_folder_leaves_its_manifest_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update(tmp_path, OLD)
    before = tree(tmp_path)
    with monkeypatch.context() as patch:
        fail(patch, "replace", 2)
        with pytest.raises(Misuse, match="No space left"):
            write.into(tmp_path, {"one.java": "1", "two.java": "2"})
    assert tree(tmp_path) == before
    write.into(tmp_path, {"one.java": "1", "two.java": "2"})
    assert tree(tmp_path) == before | {"one.java": b"1", "two.java": b"2"}
    with pytest.raises(Misuse, match="name of a manifest"):
        write.into(tmp_path, {".poolgen.json": "{}"})


@pytest.mark.parametrize(
    ("there", "texts"),
    [
        ({}, NEW),
        (OLD, NEW),
        (OLD, {}),
        ({"a/x/one": "1\n2\n3\n"}, {"a/x/one": "1\n2\n3"}),
        ({"a/x/one": "1"}, {"a/x/one": "1\n2"}),
        ({"a/x/one": "1\r\n\x0c\u2028\n"}, {"a/x/one": "2\r\n\x0c\u2028\n"}),
    ],
)
def test_a_diff_can_be_applied(there: dict[str, str], texts: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "output"
    update(folder, there)
    folder.mkdir(exist_ok=True)
    diff = "".join(f"{line}\n" for line in put(folder, texts).diff())
    patch = [tool("patch"), "-p1", "--binary", "--fuzz=0", "--directory", str(folder)]
    result = subprocess.run(patch, input=diff.encode(), capture_output=True, check=False)
    assert result.returncode == 0, result.stdout
    by_patch = tree(folder)
    update(folder, texts)
    assert tree(folder) == by_patch


def test_a_diff_of_a_whole_file_has_no_line_too_many(tmp_path: Path) -> None:
    diff = list(put(tmp_path, {"a/x/one": "1\n2"}).diff())
    assert diff[-6:] == [
        "--- /dev/null",
        "+++ b/a/x/one",
        "@@ -0,0 +1,2 @@",
        "+1",
        "+2",
        "\\ No newline at end of file",
    ]


def test_a_diff_keeps_bytes_that_are_not_text(poolgen: Poolgen, tmp_path: Path) -> None:
    poolgen("generate", files=FILES)
    changed = {"output/dev/one/body.json": b"caf\xe9\n"}
    assert b"-caf\xe9\n" in poolgen("generate", "--diff", files=changed).stdout_bytes


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
    update(folder, OLD)
    (folder / "a/x/one").unlink()
    (folder / "a/x/one").symlink_to(tmp_path / "mine")
    update(folder, NEW)
    assert (tmp_path / "mine").read_text() == "mine"
    assert (folder / "a/x/one").read_text() == "new one"
    assert not (folder / "a/x/one").is_symlink()


def test_a_link_that_poolgen_did_not_make_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "nowhere")
    with pytest.raises(Misuse, match="poolgen did not write it"):
        update(tmp_path, {"one": "text"})
