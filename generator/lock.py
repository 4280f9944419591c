"""One run at a time in a folder: the others wait."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from generator.errors import Misuse
from generator.folder import refusing

LOCK = ".poolgen.lock"  # only where a folder itself cannot be locked
PATIENCE = 10.0  # seconds


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Have a folder, made where there is none, for oneself. Raises Misuse where another run keeps it too long."""
    until = time.monotonic() + PATIENCE
    while (release := _lock(folder)) is None:
        if time.monotonic() > until:
            lock = folder / LOCK
            hint = f"if none is, remove '{lock.as_posix()}'" if lock.exists() else "wait for it to end, and run again"
            raise Misuse(f"another run is writing into '{folder.as_posix()}'", hint)
        time.sleep(0.05)
    try:
        yield
    finally:
        release()


@refusing("write into")
def _lock(folder: Path) -> Callable[[], None] | None:
    """Lock a folder; what unlocks it, or None where another run has it.

    The lock is on the folder itself: it leaves no file, and the system takes it back from a run that is killed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        import fcntl  # Windows has none

        held = os.open(folder, os.O_RDONLY)
    except ImportError:
        return _lock_by_file(folder)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    except OSError:  # some network file systems lock no folders
        os.close(held)
        return _lock_by_file(folder)
    return partial(os.close, held)


def _lock_by_file(folder: Path) -> Callable[[], None] | None:
    lock = folder / LOCK
    try:
        lock.touch(exist_ok=False)
    except FileExistsError:
        return None
    return partial(lock.unlink, missing_ok=True)
