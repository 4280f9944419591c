"""Read ``secret("NAME")`` and ``parameter("NAME", default=...)`` where a profile has them, as values without quotes."""

import ast
import re
from typing import Any

from generator.deferred import CALLS, FUNCTIONS, Deferred, Unfit

_BEGINS = re.compile(rf"(?:{'|'.join(CALLS)})\(")
_LOOKS = re.compile(rf"\b(?:{'|'.join(CALLS)})\([\"']")
OTHERWISE = "this is no call of secret or parameter"
HINT = "in { } and [ ] a comma ends it: give it a line of its own; to mean the text, put it in quotes"


def read(scalar: str) -> Deferred | None:
    """What a plain scalar of YAML asks for; None where it is ordinary text. Raises Unfit where it is neither."""
    if not _BEGINS.match(scalar):
        if _LOOKS.search(scalar):
            raise Unfit(
                "a secret or parameter does not stand among other text here",
                "join them in a template, with {{ }}; or put the text in quotes to mean it as it is",
            )
        return None
    try:
        return _called(ast.parse(scalar, mode="eval").body)
    except Unfit:
        raise
    except TypeError:
        raise Unfit("these arguments are of no use", "both take description='...', too") from None
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Unfit(OTHERWISE, HINT) from None


def _called(tree: ast.expr) -> Deferred:
    """What a call asks for. Raises Unfit and other ValueErrors, and TypeError for arguments that it does not take."""
    if not isinstance(tree, ast.Call) or not isinstance(tree.func, ast.Name):
        raise Unfit(OTHERWISE, HINT)
    arguments = [_constant(node) for node in tree.args]
    named = {str(keyword.arg): _constant(keyword.value) for keyword in tree.keywords}
    return FUNCTIONS[tree.func.id](*arguments, **named)


def _constant(node: ast.expr) -> Any:
    if isinstance(node, ast.Name) and node.id in ("true", "false"):
        return node.id == "true"
    return ast.literal_eval(node)
