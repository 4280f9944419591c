"""Write the artifacts of a run: all or none, each file whole, and remove what the tool no longer makes.

``.poolgen.json`` in the output folder lists the files that the tool wrote, each with its target and style. A run lays
every new text in a staging folder first, then lists old and new files in the manifest, then moves each into its place,
then removes what is no longer made. Killed at any moment, every file is whole, old or new, and none that the tool made
is forgotten, so the next run repairs the set. Files that the manifest does not list are never removed.
"""

import difflib
import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import Misuse

MANIFEST = ".poolgen.json"
STAGING = ".poolgen-staging"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would change in an output folder; paths are below it, with ``/``.

    ``texts`` are the run's files, ``before`` the manifest as it was and ``after`` as it will be.
    """

    folder: Path
    texts: Mapping[str, str]
    before: Mapping[str, str]
    after: Mapping[str, str]
    created: list[str]
    changed: list[str]
    removed: list[str]

    @property
    def fresh(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.created or self.changed or self.removed) and self.before == self.after

    def diff(self) -> Iterator[str]:
        """The lines of a unified diff from what is there to what would be."""
        for path in sorted([*self.created, *self.changed, *self.removed]):
            old = (_read(self.folder, path) or b"").decode("utf-8", "replace")
            new = self.texts.get(path, "")
            before = "/dev/null" if path in self.created else f"a/{path}"
            after = "/dev/null" if path in self.removed else f"b/{path}"
            yield from difflib.unified_diff(old.split("\n"), new.split("\n"), before, after, lineterm="")


def plan(folder: Path, artifacts: Mapping[str, tuple[str, str]], covers: Callable[[str, str], bool]) -> Plan:
    """Compare a run's artifacts, path to (text, maker), with what is in the folder.

    ``covers(path, maker)`` says whether the run would have made a file of the manifest again: one that it covers and
    does not make is removed. Raises Misuse for a damaged manifest, or a path that is taken or leads out of the folder.
    """
    if folder.exists() and not folder.is_dir():
        raise Misuse(f"'{folder.as_posix()}' is not a folder", "name the output's folder with --output")
    before = read_manifest(folder)
    after = {path: maker for path, maker in before.items() if not covers(path, maker)}
    after |= {path: maker for path, (_, maker) in artifacts.items()}
    texts = {path: text for path, (text, _) in sorted(artifacts.items())}
    there = {path: _read(folder, path) for path in texts}
    return Plan(
        folder,
        texts,
        before,
        dict(sorted(after.items())),
        [path for path in texts if there[path] is None],
        [path for path, text in texts.items() if there[path] not in (None, text.encode())],
        [path for path in sorted(before) if path not in after and _read(folder, path) is not None],
    )


def into(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts into a folder that is not the tool's own: all or none, no manifest, nothing removed."""
    there = {path: _read(folder, path) for path in texts}
    created = [path for path in texts if there[path] is None]
    changed = [path for path, text in texts.items() if there[path] not in (None, text.encode())]
    carry_out(Plan(folder, texts, {}, {}, created, changed, []))


def carry_out(todo: Plan) -> None:
    """Do what a plan says. Raises Misuse where the folder cannot be written; then all is as it was before."""
    if todo.fresh:
        return
    staging = todo.folder / STAGING
    moved: list[str] = []
    try:
        try:
            shutil.rmtree(staging, ignore_errors=True)
            for path in [*todo.created, *todo.changed]:
                _write(staging / "new" / path, todo.texts[path].encode())
            for path in [*todo.changed, *todo.removed]:
                _write(staging / "old" / path, (todo.folder / path).read_bytes())
            _save_manifest(todo.folder, {**todo.before, **todo.after})
            for path in [*todo.created, *todo.changed]:
                (todo.folder / path).parent.mkdir(parents=True, exist_ok=True)
                moved.append(path)
                (staging / "new" / path).replace(todo.folder / path)
            for path in todo.removed:
                moved.append(path)
                (todo.folder / path).unlink()
            _save_manifest(todo.folder, todo.after)
        except OSError as error:
            _undo(todo, staging, moved)
            raise Misuse(f"cannot write '{error.filename}': {error.strerror}", "nothing was changed") from error
        _prune(todo.folder, todo.removed)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _undo(todo: Plan, staging: Path, moved: list[str]) -> None:
    for path in moved:
        old = staging / "old" / path
        if old.exists():
            (old).replace(todo.folder / path)
        elif path in todo.created:
            (todo.folder / path).unlink(missing_ok=True)
    _prune(todo.folder, todo.created)
    if todo.before:
        _save_manifest(todo.folder, todo.before)
    else:
        (todo.folder / MANIFEST).unlink(missing_ok=True)


def read_manifest(folder: Path) -> dict[str, str]:
    """The files that the tool wrote into a folder, path to maker. Raises Misuse for a damaged manifest."""
    file = folder / MANIFEST
    try:
        files = json.loads(file.read_text(encoding="utf-8"))["files"]
        if all(isinstance(maker, str) and _inside(path) for path, maker in files.items()):
            return dict(files)
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, KeyError, AttributeError, OSError):
        pass
    raise Misuse(f"'{file}' is not a manifest of poolgen", "remove it; files that it listed are then yours to remove")


def _inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and path == str(pure) != "."


def _save_manifest(folder: Path, files: Mapping[str, str]) -> None:
    if not files and not (folder / MANIFEST).exists():
        return
    text = json.dumps({"files": dict(sorted(files.items()))}, indent=2) + "\n"
    staged = folder / STAGING / "manifest"
    _write(staged, text.encode())
    (staged).replace(folder / MANIFEST)


def _read(folder: Path, path: str) -> bytes | None:
    """The bytes of a file below the folder; None where there is none."""
    file = folder / path
    if not _inside(path) or not file.parent.resolve().is_relative_to(folder.resolve()):
        raise Misuse(f"'{path}' leads out of the output folder", f"look for a link in '{folder}'")
    if file.is_symlink():
        return b"" if file.exists() else None
    blocked = next((parent for parent in file.parents if parent.exists() and not parent.is_dir()), None)
    if blocked or file.is_dir():
        raise Misuse(f"'{blocked or file}' is in the way of an artifact", "move it out of the output folder")
    return file.read_bytes() if file.exists() else None


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _prune(folder: Path, paths: list[str]) -> None:
    """Remove the folders that the removal of ``paths`` left empty."""
    for parent in sorted({parent for path in paths for parent in PurePosixPath(path).parents}, key=str, reverse=True):
        place = folder / parent
        if parent != PurePosixPath(".") and place.is_dir() and not any(place.iterdir()):
            place.rmdir()
