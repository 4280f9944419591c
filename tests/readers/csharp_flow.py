"""C# statements, local functions, and what our programs use of .NET itself, for the interpreter in ``csharp_run``."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from tree_sitter import Node

from tests.readers.csharp_literals import string
from tests.readers.csharp_make import Typed
from tests.readers.csharp_nodes import inside, only, text_of

LISTS = "List<string>"
TOKEN = re.compile(r"(\{\{|\}\})|\{([A-Za-z_][\w.]*)\}|((?:[^{}\\]|\\.)+|.)", re.DOTALL)  # of an interpolated string
SHAPES = {
    "int": re.compile(r"\s*[-+]?[0-9]+\s*", re.ASCII),  # as NumberStyles.Integer
    "double": re.compile(r"\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?\s*", re.ASCII),  # as NumberStyles.Float
}
STYLES = {"int": "NumberStyles.Integer", "double": "NumberStyles.Float"}
# Methods of .NET: what they take.
METHODS = {
    "Environment.GetEnvironmentVariable": ["string"],
    "Environment.Exit": ["int"],
    "string.IsNullOrEmpty": ["string?"],
    "string.Join": ["string", LISTS],
    "Console.Error.WriteLine": ["string"],
}


class Ended(Exception):
    """The program has ended itself."""


class _Returned(Exception):
    def __init__(self, value: Node) -> None:
        self.value = value


class Flow:
    """Runs statements; ``value`` and ``convert`` evaluate expressions, ``import_`` asks for a type's using."""

    value: Callable[[Node], Typed]
    convert: Callable[[Node, str], Typed]
    import_: Callable[[str], None]
    declare: Callable[[Node], None]

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = environment
        self.functions: dict[str, Node] = {}
        self.locals: dict[str, Typed] = {}
        self.texts: set[str] = set()
        self.errors: list[str] = []  # what the program wrote to the standard error

    def execute(self, statement: Node) -> None:
        match statement.type:
            case "local_function_statement":
                self.functions[text_of(inside(statement)[1])] = statement
            case "local_declaration_statement":
                self.declare(statement)
            case "expression_statement":
                self.value(only(statement))
            case "block":
                for inner in inside(statement):
                    self.execute(inner)
            case "if_statement":
                condition, then = inside(statement)
                if self.convert(condition, "bool").value:
                    self.execute(then)
            case "return_statement":
                raise _Returned(only(statement))
            case _:
                raise AssertionError(f"a {statement.type}")

    def own(self, name: str, arguments: Node) -> Typed:
        """A call of a local function."""
        type_node, _, parameters, body = inside(self.functions[name])
        given = [only(argument) for argument in inside(arguments)]
        values: dict[str, Typed] = {}
        for index, parameter in enumerate(inside(parameters)):
            parameter_type, parameter_name, *default = inside(parameter)
            assert index < len(given) or default, f"CS7036: {name} wants {text_of(parameter)}"
            node = given[index] if index < len(given) else default[0]
            values[text_of(parameter_name)] = self.convert(node, text_of(parameter_type))
        assert len(given) <= len(values), f"CS1501: {name} takes {len(values)} arguments"
        outer, self.locals = self.locals, self.locals | values
        try:
            self.execute(body)
        except _Returned as returned:
            return self.convert(returned.value, text_of(type_node))
        finally:
            self.locals = outer
        raise AssertionError(f"CS0161: {name} does not always return a value")

    def library(self, name: str, arguments: Node) -> Typed | None:
        """A call of .NET itself; None where it is another's."""
        given = [only(argument) for argument in inside(arguments)]
        owner, _, method = name.rpartition(".")
        if name == "FormattableString.Invariant":
            self.import_(owner)
            return Typed("string", self.interpolated(given[0], invariant=True))
        if method == "TryParse":
            return self._parse(owner, given, text_of(arguments))
        if self.locals.get(owner, Typed("", None)).type == LISTS and method == "Add":
            self.locals[owner].value.append(self.convert(given[0], "string").value)
            return Typed("void", None)
        if name not in METHODS:
            return None
        self.import_(owner.partition(".")[0])
        assert len(given) == len(METHODS[name]), f"CS1501: {name}"
        values = [self.convert(node, type_).value for node, type_ in zip(given, METHODS[name], strict=True)]
        match method:
            case "GetEnvironmentVariable":
                return Typed("string?", self.environment.get(values[0]))
            case "IsNullOrEmpty":
                return Typed("bool", not values[0])
            case "Join":
                return Typed("string", values[0].join(values[1]))
            case "WriteLine":
                self.errors.append(values[0])
                return Typed("void", None)
        assert values != [0], "it ends as if all were well"
        raise Ended

    def _parse(self, type_: str, given: list[Node], text: str) -> Typed:
        source, style, culture, out = given
        assert text_of(style) == STYLES[type_], f"another style: {text}"
        assert text_of(culture) == "CultureInfo.InvariantCulture", f"another culture: {text}"
        for name in ("NumberStyles", "CultureInfo"):
            self.import_(name)
        assert f"out {text_of(out)}" in text, f"CS1620: no out: {text}"
        out_type, out_name = map(text_of, inside(out))
        assert out_type == type_, f"CS1503: {text}"
        number = self.convert(source, "string").value
        good = bool(SHAPES[type_].fullmatch(number))
        good = good and (type_ == "double" or -(2**31) <= int(number) < 2**31)
        self.locals[out_name] = Typed(type_, {"int": int, "double": float}[type_](number if good else 0))
        return Typed("bool", good)

    def operator(self, node: Node) -> Typed:
        """``a ?? b``, ``a > b`` and ``!a``."""
        text = text_of(node)
        if node.type == "prefix_unary_expression":
            assert text.startswith("!"), f"not understood: {text[:200]}"
            return Typed("bool", not self.convert(only(node), "bool").value)
        left, right = inside(node)
        sign = text[len(text_of(left)) : len(text) - len(text_of(right))].strip()
        if sign == "??":
            held = self.value(left)
            assert held.type.endswith("?"), f"CS0019: {text[:200]} is never null"
            plain = held.type.removesuffix("?")
            other = self.convert(right, plain)
            return other if held.value is None else Typed(plain, held.value)
        assert sign == ">", f"not understood: {text[:200]}"
        return Typed("bool", self.convert(left, "int").value > self.convert(right, "int").value)

    def interpolated(self, node: Node, invariant: bool = False) -> str:
        """The text of an interpolated string, whose numbers must be written alike everywhere.

        Braces are told apart as the compiler does, from the left; to the parser ``{{{x}`` is no hole.
        """
        assert node.type == "interpolated_string_expression", f"not interpolated: {text_of(node)[:200]}"
        holes = [inside(hole) for hole in inside(node) if hole.type == "interpolation"]
        known = {text_of(held): held for _, held, _ in holes}  # between two braces
        parts = []
        for braces, hole, text in TOKEN.findall(text_of(node)[2:-1]):
            if hole:
                held = self.locals.get(hole) or self.value(known[hole])
                assert invariant or held.type not in ("int", "double"), f"CA1305: {text_of(node)[:200]}"
                parts.append(str(held.value))
            else:
                assert not {"{", "}"} & set(text), f"CS8086: a lone brace: {text_of(node)[:200]}"
                parts.append(string(f'"{braces[:1] or text}"'))
                self.texts.add(parts[-1])
        return "".join(parts)


def created(node: Node) -> Any:
    """An empty list, where an expression makes one; None where it makes something else."""
    return [] if text_of(node) == f"new {LISTS}()" else None
