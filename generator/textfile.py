"""Read text files: UTF-8, of bounded size, with LF alone as the line break, as everything behind this counts lines."""

from collections.abc import Callable
from pathlib import Path

from generator.errors import refuse
from generator.origins import Origin

MAX_BYTES = 1 << 20
Reader = Callable[[Path, str], str]  # as read_file: a file, and its name in messages, to its text


def read_file(file: Path, shown: str) -> str:
    """The text of a UTF-8 file. Raises Refused where it is too large, unreadable or not UTF-8."""
    here = Origin(shown, 1, 1)
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)  # a device has no size, and may have no end
            size = max(file.stat().st_size, len(data))
    except OSError as error:
        raise refuse(f"cannot be read: {error.strerror}", here) from None
    except ValueError as error:  # a path with NUL in it
        raise refuse(f"cannot be read: {error}", here) from None
    if len(data) > MAX_BYTES:
        raise refuse("file is too large", here, found=f"{size:,} bytes", expected=f"at most {MAX_BYTES:,} bytes")
    try:
        return unix_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = unix_lines(error.object[: error.start].decode("utf-8"))
        place = Origin(shown, before.count("\n") + 1, len(before) - before.rfind("\n"))
        found = f"byte 0x{error.object[error.start]:02x}"
        raise refuse("file is not UTF-8", place, found=found, expected="UTF-8 text") from None


def unix_lines(text: str) -> str:
    """Text with LF for every line break that YAML 1.2 and JSON know: LF, CRLF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
