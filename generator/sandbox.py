"""Jinja for pool templates: plain data, few filters, bounded work, and a note of every value that is read."""

from collections.abc import Callable
from functools import partial
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from generator.budget import ITEM, TEMPLATE, Wrong, bounded, needs
from generator.deferred import FUNCTIONS, Unfit
from generator.filters import COMPARISONS, FILTERS, LOOP_NAMES, MAP_METHODS, TESTS, TEXT_METHODS, Filter
from generator.instrument import COMPARE, CONCAT, EACH, PART, PAY
from generator.ledger import Ledger
from generator.located import located
from generator.operators import arithmetic, compare, concatenate, each, holds, part, present
from generator.origins import Map, Origin, Seq


class NoSuch(Wrong):
    """A name that is not there; ``known`` are those that are, None for the template's own names."""

    known: tuple[Any, ...] | None = None


class Missing(StrictUndefined):
    """What stands for a name that is not there: any use of it raises NoSuch."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = missing, name: Any = None, exc: Any = None) -> None:
        super().__init__(hint, obj, name, exc or self._no_such)  # type: ignore[arg-type]  # Jinja only calls it

    def _no_such(self, _: Any) -> NoSuch:
        name, owner = str(self._undefined_name), self._undefined_obj
        error = NoSuch(self._undefined_hint or f"there is no '{name}' here", name=name)
        if owner is not missing:
            error.known = tuple(owner) if isinstance(owner, dict) else ()
        return error


class Function:
    """What a template can call: a method of text, a map or a loop, ``range``, ``secret`` or ``parameter``."""

    def __init__(self, name: str, do: Callable[..., Any]) -> None:
        self.name = name
        self.do = do


class Sandbox(ImmutableSandboxedEnvironment):
    """What templates run in. ``reset`` before each rendering; ``reads`` holds the origins of all values ever read."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "**", "%"])
    intercepted_unops = frozenset(["+", "-"])

    def __init__(self, **options: Any) -> None:
        # not optimized: what Jinja works out while it compiles would be paid for once, however often it is used
        super().__init__(undefined=Missing, keep_trailing_newline=True, auto_reload=False, optimized=False, **options)
        self.globals = {"range": Function("range", self._range)}
        self.globals |= {name: Function(name, do) for name, do in FUNCTIONS.items()}
        self.filters = {name: partial(self._filtered, name, filter_) for name, filter_ in FILTERS.items()}
        self.filters |= {EACH: self._paid(each), PART: self._paid(part), CONCAT: self._paid(concatenate)}
        self.filters |= {COMPARE: self._paid(compare), PAY: self.pay}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.tests |= {name: self._paid(holds, name) for name in COMPARISONS}
        self.reads: set[Origin] = set()
        self.reset()

    def reset(self) -> None:
        """Start a rendering with a full budget."""
        self.ledger = Ledger(self.reads)
        self.last_read: Origin | None = None  # by the last access of all: true, false and null cannot carry theirs

    def getattr(self, obj: Any, attribute: str) -> Any:
        """``map.name``: its entry, else one of a map's few methods; ``text.method`` for the harmless ones."""
        if isinstance(obj, dict) and attribute not in obj and attribute in MAP_METHODS:
            self.last_read = None
            return Function(attribute, lambda: MAP_METHODS[attribute](self.ledger.taken(obj)))
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """``map[key]`` and ``list[index]``, with the origin; of other things only what is named here."""
        self.last_read = None
        try:
            if isinstance(obj, Map | Seq):
                value, origin = obj[argument], obj.at[argument]
                if not isinstance(value, Map | Seq) or not value:
                    self.reads.add(origin)
                    self.last_read = origin
                return located(value, origin)
            present(obj, argument)
            if isinstance(obj, str) and argument in TEXT_METHODS:
                return Function(argument, partial(self._text_method, obj, argument))
            if isinstance(obj, LoopContext) and argument in LOOP_NAMES:
                return Function("cycle", obj.cycle) if argument == "cycle" else getattr(obj, argument)
            if isinstance(obj, str | list | tuple | dict):
                return obj[argument]
        except (LookupError, TypeError):
            present(argument)
        return self.undefined(obj=obj, name=argument)

    def call(self, _context: Any, _obj: Any, /, *args: Any, **named: Any) -> Any:
        """Call a Function; there is nothing else to call. (Named arguments with an underscore are Jinja's own.)"""
        named = {name: value for name, value in named.items() if not name.startswith("_")}
        present(_obj, *args, *named.values())
        if not isinstance(_obj, Function):
            raise Wrong("only a function can be called, such as range")
        try:
            return self.ledger.taken(bounded(_obj.do(*args, **named)))
        except Unfit as unfit:
            raise Wrong(unfit.says, unfit.hint, name=_obj.name) from None
        except (TypeError, ValueError, OverflowError):
            raise Wrong(f"'{_obj.name}' cannot be called with these arguments", name=_obj.name) from None

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operator between two values."""
        return arithmetic(self.ledger, partial(super().call_binop, context, operator), operator, left, right)

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        """A sign before a number."""
        present(arg)
        if not isinstance(arg, int | float):
            raise needs(f"operator {operator}", "a number", arg)
        return super().call_unop(context, operator, arg)

    @pass_context  # so that Jinja leaves it for the rendering, even of a constant
    def pay(self, _: Any, weight: int) -> str:
        """What a template pays when it begins."""
        self.ledger.spend(TEMPLATE + weight * ITEM)
        return ""

    def _paid(self, function: Callable[..., Any], *names: str) -> Callable[..., Any]:
        """An operator, for Jinja: it pays from the ledger of the rendering."""
        return lambda *values: function(self.ledger, *names, *values)

    def _filtered(self, name: str, filter_: Filter, value: Any, *args: Any) -> Any:
        taken = self.ledger.taken
        return taken(filter_(name, taken(value), tuple(map(taken, args))))

    def _text_method(self, text: str, name: str, *args: Any) -> Any:
        self.ledger.weigh(text)
        return getattr(text, name)(*args)

    def _range(self, *bounds: int) -> list[int]:
        numbers = range(*bounds)
        self.ledger.spend(ITEM * len(numbers))
        return list(numbers)
