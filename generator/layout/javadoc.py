"""Wrap comments and signatures of Java samples as Eclipse's formatter does at 120 columns."""

from collections.abc import Iterator

WIDTH = 120
PREFIX = "     * "


def comment(label: str, path: str) -> list[str]:
    """The lines of ``label path`` in a comment: the path stays whole if it fits on a line, else it parts at ``/``."""
    room = WIDTH - len(PREFIX)
    if len(label) + 1 + len(path) <= room:
        return [f"{label} {path}"]
    if len(path) <= room:
        return [label, path]
    first, *more = _parts(path, room - len(label) - 1, room)
    return [f"{label} {first}", *more]


def _parts(path: str, room: int, later: int) -> Iterator[str]:
    while len(path) > room:
        cut = max(path.rfind("/", 0, room) + 1, path.rfind(".", 0, room + 1))
        if cut <= 0:
            break
        yield path[:cut]
        path, room = path[cut:], later
    yield path


def words(text: str) -> list[str]:
    """The lines of running text in a comment."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(PREFIX) + len(lines[-1]) + 1 + len(word) > WIDTH:
            lines.append(word)
        else:
            lines[-1] += f" {word}" if lines[-1] else word
    return lines


def signature(name: str, parameter: str) -> str:
    """A public static method's head, from its indentation of four on, in as few lines as it fits."""
    start = "    public static void"
    line = f"{start} {name}({parameter}) {{"
    if len(line) <= WIDTH:
        return line
    if len(f"        {name}({parameter}) {{") <= WIDTH:
        return f"{start}\n        {name}({parameter}) {{"
    if len(f"{start} {name}(") <= WIDTH:
        return f"{start} {name}(\n        {parameter}) {{"
    return f"{start}\n        {name}(\n            {parameter}) {{"
