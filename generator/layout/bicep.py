"""How ``bicep format`` lays out what takes more than a line."""

from collections.abc import Callable, Sequence

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


def spread(condition: str, brackets: str, items: Callable[[int], Sequence[str]], indent: int) -> str:
    """What of an object or array is there under a condition, on a line indented by ``indent`` blanks.

    ``items`` gives the lines for their indentation. One that fits stands on the line of its condition.
    """
    opening, closing = brackets[0], brackets[1]
    lines = items(indent + 6)
    pad = " " if opening == "{" else ""
    line = f"...({condition} ? {opening}{pad}{lines[0]}{pad}{closing} : {brackets})"
    if len(lines) == 1 and lines[0][-1] not in "{[}]" and "\n" not in line and indent + len(line) <= WIDTH:
        return line
    value = block(opening, lines, closing, indent + 4)
    return f"...({condition}\n{' ' * (indent + 2)}? {value}\n{' ' * (indent + 2)}: {brackets})"


def choice(condition: str, value: str, other: str, indent: int) -> str:
    """One of two values for a property on a line indented by ``indent`` blanks; a long one is indented by four more."""
    if "\n" not in value:
        return f"{condition} ? {value} : {other}"
    pad = " " * (indent + 2)
    return f"{condition}\n{pad}? {value}\n{pad}: {other}"
