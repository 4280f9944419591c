"""Lay out composite literals as gofmt does: tabs, one item a line, values in columns.

The functions named raw print what the samples' generator writes where no gofmt comes after it: in comments.
The rules are those of Go 1.26's go/printer: values line up over a run of one-line items;
an item of several lines ends the run, and so does a key whose size is far from the mean of the run's keys so far.
Where a key is exactly 2.5 times that mean, gofmt's own answer hangs on the last bit of its machine's logarithm.
"""

import math
from collections.abc import Iterator, Sequence

Item = tuple[str, str]  # key, or "" in a list; value, laid out already

SMALL = 40  # bytes; keys up to this size never end a run
RATIO = 2.5  # to the geometric mean of the keys of the run, in either direction
LINE = 1_000_000  # bytes; a longer item counts as one of several lines
FUNCTION = 100  # bytes; a longer function literal is opened up


def composite(opening: str, items: Sequence[Item], indent: int, hug: bool = False) -> str:
    """A literal on a line indented by ``indent`` tabs; with ``hug`` its brace closes on the last item's line."""
    if not items:
        return opening + "{}"
    inner = "\n" + "\t" * (indent + 1)
    closing = "}" if hug else ",\n" + "\t" * indent + "}"
    return opening + "{" + inner + ("," + inner).join(aligned(items)) + closing


def aligned(items: Sequence[Item]) -> list[str]:
    """Each item's ``key: value``, with the values of a run in one column."""
    if not any(key for key, _ in items):
        return [value for _, value in items]
    rows = []
    for run in _runs(items):
        width = max(len(key) for key, _ in run)  # gofmt counts characters here, wide ones as one
        rows += [f"{key}: ".ljust(width + 2) + value for key, value in run]
    return rows


def function(signature: str, statements: Sequence[str], indent: int) -> str:
    """A function literal whose source has it on one line: gofmt leaves it so where it is small."""
    line = "; ".join(statements)
    if len(signature.encode()) + len(line.encode()) <= FUNCTION:
        return f"{signature} {{ {line} }}"
    inner = "\n" + "\t" * (indent + 1)
    return signature + " {" + inner + inner.join(statements) + "\n" + "\t" * indent + "}"


def raw_composite(opening: str, items: Sequence[Item], _indent: int, hug: bool) -> str:
    """A literal with no columns and no indentation."""
    rows = [f"{key}: {value}" if key else value for key, value in items]
    closing = "}" if hug or not rows else ",\n}"
    return opening + "{\n" + ",\n".join(rows) + closing


def raw_function(signature: str, statements: Sequence[str], _indent: int) -> str:
    """A function literal on one line."""
    return f"{signature} {{ {'; '.join(statements)}}}"


def raw_comment(text: str) -> Iterator[str]:
    """The lines of a comment, indented by counting: more after a ``{`` at an end, less for each ``}`` at a start.

    A list of strings ends in ``)},``, so what comes after it drifts to the right, in the published samples too.
    """
    indent = 0
    for line in text.split("\n"):
        indent -= len(line) - len(line.lstrip("}"))
        yield "// " + "\t" * max(indent, 0) + line
        indent += line.endswith("{")


def _runs(items: Sequence[Item]) -> Iterator[list[Item]]:
    run: list[Item] = []
    previous, logarithms = 0, 0.0
    for key, value in items:
        size = _size(key, value)
        if run and _ends(previous, size, logarithms / len(run)):
            yield run
            run, logarithms = [], 0.0
        run.append((key, value))
        previous = size
        logarithms += math.log(size) if size else 0.0
    yield run


def _size(key: str, value: str) -> int:
    """The key's bytes, or 0 where the item does not fit on a line; to gofmt, a form feed ends a line."""
    size = len(key.encode())
    broken = "\n" in value or "\f" in value or "\f" in key
    return 0 if broken or size + len(": ") + len(value.encode()) > LINE else size


def _ends(previous: int, size: int, mean: float) -> bool:
    """Whether a key of ``size`` ends the run whose last key is of size ``previous``; ``mean`` is a logarithm."""
    if not previous or not size:
        return True
    if previous <= SMALL and size <= SMALL:
        return False
    ratio = size / math.exp(mean)
    return ratio * RATIO <= 1 or ratio >= RATIO
