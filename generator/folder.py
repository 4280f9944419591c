"""Read and change the files below a folder: all changes of a run or none, each file whole, no link followed."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from generator.errors import Misuse

STAGING = ".poolgen-staging"  # begins the names of the folders that hold a run's files until they are moved


@contextmanager
def refusing(verb: str) -> Iterator[None]:
    """Turn what the system refuses into Misuse."""
    try:
        yield
    except OSError as error:
        raise Misuse(f"cannot {verb} '{error.filename}': {error.strerror}") from error


def inside(path: str) -> bool:
    """Whether a path is plain and leads below the folder it is joined to."""
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and path == str(pure) != "."


def stands(file: Path) -> bool:
    """Whether anything is there, were it a link that leads nowhere."""
    return file.is_symlink() or file.exists()


@refusing("read")
def read(root: Path, path: str) -> bytes | str | None:
    """The bytes of a file below a folder; of a link, which equals no file, its target; None where there is nothing.

    Raises Misuse for a path that leads out, and where a folder or a device stands in its place.
    """
    file = root / path
    if not inside(path) or not Path(os.path.realpath(file.parent)).is_relative_to(os.path.realpath(root)):
        raise Misuse(f"'{path}' leads out of the output folder", f"look for a link in '{root.as_posix()}'")
    blocked = next((parent for parent in file.parents if stands(parent) and not parent.is_dir()), None)
    if not blocked and file.is_symlink():
        return str(file.readlink())
    if blocked or (file.exists() and not file.is_file()):  # to read a pipe would be to wait for ever
        raise Misuse(
            f"'{(blocked or file).as_posix()}' is in the way of an artifact", "move it out of the output folder"
        )
    return file.read_bytes() if file.exists() else None


def swap(root: Path, steps: Sequence[tuple[str, bytes | None]]) -> None:
    """Give each path below a locked folder its bytes, or remove it (None), in this order: all steps, or none.

    The new files are laid in a folder beside them first; to move one into its place is a single act. Raises Misuse
    where a step fails, with what then is the state of things.
    """
    _sweep(root)  # what killed runs left, even if there is nothing to do
    if not steps:
        return
    file = root
    done: list[tuple[Path, Path]] = []
    made: list[Path] = []
    try:
        staging = Path(tempfile.mkdtemp(prefix=f"{STAGING}-", dir=root))
        for number, (path, data) in enumerate(steps):
            file = root / path
            if data is not None:
                new = staging / f"{number}.new"
                new.write_bytes(data)
                if file.is_file():  # who may read it stays as it was
                    shutil.copymode(file, new)
        for number, (path, data) in enumerate(steps):
            file, old = root / path, staging / f"{number}.old"
            if stands(file):
                shutil.copy2(file, old, follow_symlinks=False)
            done.append((file, old))
            if data is None:
                file.unlink(missing_ok=True)
                _prune(root, path)
            else:
                _make(file.parent, made)
                (staging / f"{number}.new").replace(file)
    except BaseException as error:  # Ctrl-C, too, leaves nothing half done
        state = _undo(done, made)
        if not isinstance(error, OSError):
            raise
        raise Misuse(f"cannot write '{file.as_posix()}': {error.strerror}", state) from error
    finally:
        _sweep(root)


def _undo(done: Sequence[tuple[Path, Path]], made: Sequence[Path]) -> str:
    """Put back what was, last step first, and say how that went. The disk may be full: no file is written anew."""
    for file, old in reversed(done):
        try:
            if stands(old):
                file.parent.mkdir(parents=True, exist_ok=True)
                old.replace(file)
            else:
                file.unlink(missing_ok=True)
        except OSError as error:  # end here: what comes first in a run, its list of files, is then still in force
            stuck = f"'{file.as_posix()}' could not be put back: {error.strerror}"
            return f"some files are new and some as before, because {stuck}; mend that, and run again"
    for folder in reversed(made):
        with suppress(OSError):  # in use by now
            folder.rmdir()
    return "nothing was changed"


def _prune(root: Path, path: str) -> None:
    """Remove the folders that the removal of a file left empty."""
    for parent in PurePosixPath(path).parents[:-1]:
        with suppress(OSError):  # not empty, or gone already
            (root / parent).rmdir()


def _make(folder: Path, made: list[Path]) -> None:
    if not folder.is_dir():
        _make(folder.parent, made)
        folder.mkdir()
        made.append(folder)


def _sweep(root: Path) -> None:
    """Remove staging folders: real ones, for ``rmtree`` enters no link."""
    with suppress(OSError):
        for left in root.glob(f"{STAGING}*"):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
