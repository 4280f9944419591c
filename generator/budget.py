"""What one rendering may use up, all its loops, includes, texts and lists together."""

from typing import Any

from generator.errors import describe

MAX_TEXT = 1 << 20
MAX_STEPS = 10_000_000  # a character that is handled is one step
ITEM = 10  # steps of anything else: an item of a list, a part of an expression, each time
TEMPLATE = 2000  # steps to begin a template, as each include does
MAX_DEPTH = 100
MAX_NUMBER = 1 << 256


class Wrong(Exception):
    """What a template does wrong, in the house's words; ``render`` adds where. ``name`` is the name at fault."""

    def __init__(self, says: str, hint: str = "", name: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint
        self.name = name


class Budget:
    """Counts down; the first to ask for more than is left raises Wrong."""

    def __init__(self) -> None:
        self.left = MAX_STEPS

    def spend(self, steps: int) -> None:
        """Pay for work, best before it is done."""
        self.left -= steps
        if self.left < 0:
            hint = "loops, includes and long values count each time they are used"
            raise Wrong(f"the template takes more than {MAX_STEPS:,} steps", hint)

    def weigh(self, value: Any, depth: int = 0) -> None:
        """Pay for a value as if it were written out: a list that stands in another twice counts twice."""
        self.spend(len(value) + ITEM if isinstance(value, str) else ITEM)
        if isinstance(value, list | tuple | dict):
            if depth > MAX_DEPTH:
                raise Wrong(f"a value is nested deeper than {MAX_DEPTH} levels")
            if isinstance(value, dict):
                self.spend(sum(len(key) for key in value if isinstance(key, str)))
                value = value.values()
            for item in value:
                self.weigh(item, depth + 1)


def bounded(value: Any) -> Any:
    """The value itself. Raises Wrong where its text or number is too large for any body."""
    if isinstance(value, int) and not -MAX_NUMBER < value < MAX_NUMBER:
        raise Wrong("a number grows beyond 2 to the power of 256")
    limit(len(value) if isinstance(value, str | list) else 0)
    return value


def limit(size: int) -> None:
    """Refuse text or a list longer than MAX_TEXT."""
    if size > MAX_TEXT:
        raise Wrong(f"text or a list grows beyond {MAX_TEXT:,}")


def needs(what: str, words: str, value: Any) -> Wrong:
    """The error for a value of the wrong kind."""
    return Wrong(f"{what} needs {words}, not {describe(value)}")
