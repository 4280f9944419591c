"""The difference between two files, as ``patch -p1`` reads it."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator

from generator.masking import NOTHING, Secrets, Span, shown


def unified(
    path: str,
    old: bytes | str | None,
    new: bytes | str | None,
    secrets: Secrets = NOTHING,
    more: Callable[[str], Iterable[Span]] = lambda _: (),
) -> Iterator[str]:
    """The lines of a unified diff from what is at a path to what would be; None is nothing.

    Secrets are masked, and so is what stands where ``more`` says.
    """
    if old == new:
        return
    seen: dict[str, int] = {}
    before, after = (secrets.comparable(text, seen, more(text)) for text in (_text(old), _text(new)))
    names = ("/dev/null" if old is None else f"a/{path}", "/dev/null" if new is None else f"b/{path}")
    for line in difflib.unified_diff(_lines(before), _lines(after), *names):
        yield shown(line.removesuffix("\n"))
        if not line.endswith("\n"):
            yield "\\ No newline at end of file"


def _text(data: bytes | str | None) -> str:
    """What is not UTF-8 is kept, for the command line to print as it was."""
    return data.decode("utf-8", "surrogateescape") if isinstance(data, bytes) else data or ""


def _lines(text: str) -> list[str]:
    """Lines with their ends, at LF only."""
    return re.findall(r".*\n|.+", text)
