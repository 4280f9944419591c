"""The difference between two files, as ``patch -p1`` reads it."""

import difflib
import re
from collections.abc import Iterator


def unified(path: str, old: bytes | str | None, new: bytes | str | None) -> Iterator[str]:
    """The lines of a unified diff from what is at a path to what would be; None is nothing."""
    names = ("/dev/null" if old is None else f"a/{path}", "/dev/null" if new is None else f"b/{path}")
    for line in difflib.unified_diff(_lines(old), _lines(new), *names):
        yield line.removesuffix("\n")
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _lines(data: bytes | str | None) -> list[str]:
    """Lines with their ends, at LF only. What is not UTF-8 is kept, for the command line to print as it was."""
    text = data.decode("utf-8", "surrogateescape") if isinstance(data, bytes) else data or ""
    return re.findall(r".*\n|.+", text)
