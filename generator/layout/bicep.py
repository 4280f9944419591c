"""How ``bicep format`` lays out what takes more than a line."""

from collections.abc import Sequence

WIDTH = 120


def block(opening: str, lines: Sequence[str], closing: str, indent: int) -> str:
    """An object or array that starts on a line indented by ``indent`` blanks: one item a line."""
    if not lines:
        return opening + closing
    return "\n".join([opening, *(" " * (indent + 2) + line for line in lines), " " * indent + closing])


def call(before: str, arguments: Sequence[str], after: str = ")", indent: int = 0) -> str:
    """A call with all that stands before it on its line: on one line where it fits, or has but one argument."""
    line = f"{before}({', '.join(arguments)}{after}"
    if len(arguments) == 1 or indent + len(line) <= WIDTH:
        return line
    lines = [f"{argument}," for argument in arguments[:-1]] + [arguments[-1]]
    return block(f"{before}(", lines, after, indent)
