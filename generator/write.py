"""Write the artifacts of a run: all or none, each file whole, and remove what the tool no longer makes.

``.poolgen.json`` in the output folder lists the files that the tool wrote, each with its target and style. A run first
lists old and new files in it, then moves each new file into its place, then removes what is no longer made, then lists
what is left. Killed at any moment, every file is whole, old or new, and none that the tool made is forgotten, so the
next run repairs the set. Files that the manifest does not list are neither changed nor removed.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Misuse
from generator.folder import inside, read, refusing, stands, swap
from generator.lock import locked
from generator.masking import NOTHING, Secrets
from generator.secretcode import literal_spans
from generator.textdiff import unified

MANIFEST = ".poolgen.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would change in an output folder; paths are below it, with ``/``.

    ``does`` says what becomes of each file: "created", "changed", "unchanged" or "removed". ``old`` and ``new`` are
    what is there and will be, of the manifest as well: bytes, a link's target, None for nothing. ``meanwhile`` is the
    manifest that lists the old files and the new.
    """

    folder: Path
    does: Mapping[str, str]
    old: Mapping[str, bytes | str | None]
    new: Mapping[str, bytes | None]
    meanwhile: bytes

    @property
    def fresh(self) -> bool:
        """Whether there is nothing to do."""
        return all(self.old[path] == new for path, new in self.new.items())

    def diff(self, secrets: Secrets = NOTHING) -> Iterator[str]:
        """The lines of a unified diff, as ``patch -p1`` reads it, from what is there to what would be.

        Secrets are masked, those of the old files, too, which were perhaps written when they were no secrets yet.
        """
        for path in sorted(self.new):
            yield from unified(path, self.old[path], self.new[path], secrets, literal_spans)


@refusing("read")
def plan(folder: Path, artifacts: Mapping[str, tuple[str, str]], covers: Callable[[str, str], bool]) -> Plan:
    """Compare a run's artifacts, path to (text, maker), with what is in the folder.

    ``covers(path, maker)`` says whether the run would have made a file of the manifest again: one that it covers and
    does not make is removed. Raises Misuse for a damaged manifest, and for a path that leads out of the folder or is
    taken by what the tool did not write; a file that is already as it would be is adopted.
    """
    if stands(folder) and not folder.is_dir():
        raise Misuse(f"'{folder.as_posix()}' is not a folder", "name the output's folder with --output")
    before = read_manifest(folder)
    after = {path: maker for path, maker in before.items() if path in artifacts or not covers(path, maker)}
    after |= {path: maker for path, (_, maker) in artifacts.items()}
    new: dict[str, bytes | None] = {path: artifacts[path][0].encode() for path in sorted(artifacts)}
    new |= dict.fromkeys(sorted({*before} - {*after}))
    old = {path: read(folder, path) for path in new}
    for path in artifacts:
        if path not in before and old[path] not in (None, new[path]):
            shown = (folder / path).as_posix()
            raise Misuse(f"'{shown}' is in the way: poolgen did not write it", "move it, or remove it")
        if path in before and _is_module(before[path]) != _is_module(artifacts[path][1]):
            shown = (folder / path).as_posix()
            raise Misuse(f"'{shown}' is in the way: it is of another layout", "give the two other folders, or names")
    does = {path: _what(old[path], text) for path, text in new.items() if (old[path], text) != (None, None)}
    old[MANIFEST] = read(folder, MANIFEST)
    new[MANIFEST] = _listing(after) if after or old[MANIFEST] else None
    return Plan(folder, does, old, new, _listing({**before, **after}))


def carry_out(todo: Plan) -> None:
    """Do what a plan says, all or nothing. Raises Misuse where the folder cannot be written."""
    changes = [(path, new) for path, new in todo.new.items() if todo.does.get(path) != "unchanged" and path != MANIFEST]
    first = [(MANIFEST, todo.meanwhile)] if todo.meanwhile != todo.old[MANIFEST] else []
    last = [(MANIFEST, todo.new[MANIFEST])] if todo.meanwhile != todo.new[MANIFEST] else []
    swap(todo.folder, [] if todo.fresh else [*first, *changes, *last])


def update(folder: Path, artifacts: Mapping[str, tuple[str, str]], covers: Callable[[str, str], bool]) -> Plan:
    """Plan and carry out, with the folder locked, so that what another run lists in the meantime is seen."""
    with locked(folder):
        todo = plan(folder, artifacts, covers)
        carry_out(todo)
    return todo


def into(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts into any folder: all or none. It may be the tool's own: no manifest is read or touched."""
    for path in texts:
        if path.casefold() == MANIFEST:
            raise Misuse(f"'{path}' is the name of a manifest", "name the example differently")
    with locked(folder):
        new = {path: text.encode() for path, text in texts.items()}
        swap(folder, [(path, text) for path, text in new.items() if read(folder, path) != text])


@refusing("read")
def read_manifest(folder: Path) -> dict[str, str]:
    """The files that the tool wrote into a folder, path to maker. Raises Misuse for a damaged manifest."""
    file = folder / MANIFEST
    if not stands(file):
        return {}
    try:
        text = file.read_text(encoding="utf-8") if file.is_file() else ""  # a pipe would be read for ever
        files = json.loads(text)["files"]
        if all(isinstance(maker, str) and _listable(path) for path, maker in files.items()):
            return dict(files)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        pass
    hint = "remove it; files that it listed are then yours to remove"
    raise Misuse(f"'{file.as_posix()}' is not a manifest of poolgen", hint)


def _is_module(maker: str) -> bool:
    """Whether a file is of the layout whose folders have the place, and might have the names, of profiles'."""
    return maker.endswith(" module")


def _listable(path: str) -> bool:
    """Whether a path is as those that are written: PROFILE/POOL/FILE."""
    return inside(path) and path.isprintable() and path.count("/") >= 2


def _listing(files: Mapping[str, str]) -> bytes:
    return (json.dumps({"files": dict(sorted(files.items()))}, indent=2) + "\n").encode()


def _what(old: bytes | str | None, new: bytes | None) -> str:
    if old == new:
        return "unchanged"
    return "created" if old is None else "removed" if new is None else "changed"
