"""Objects of the SDK as a C# program makes them: constructors, object and collection initialisers."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tree_sitter import Node

from tests.readers.csharp_nodes import inside, only, text_of
from tests.readers.csharp_sdk import FACTS, STRUCTS, Made, Property, Struct, find


class Typed(NamedTuple):
    """A value with the type that the compiler gives its expression."""

    type: str
    value: Any


class Maker:
    """Makes objects; ``convert`` evaluates an expression where a type is expected, ``type_of`` names a type."""

    convert: Callable[[Node, str], Typed]
    type_of: Callable[[Node], str]

    def arguments(self, node: Node | None, overloads: list[list[str]], what: str) -> list[Any]:
        given = [only(argument) for argument in inside(node)] if node else []
        matching = [takes for takes in overloads if len(takes) == len(given)]
        assert matching, f"CS1729: {what} does not take {len(given)} arguments"
        return [self.convert(item, type_.split(" ")[0]).value for item, type_ in zip(given, matching[0], strict=True)]

    def create(self, node: Node) -> Typed:
        parts = {part.type: part for part in inside(node)}
        assert parts.keys() <= {"identifier", "argument_list", "initializer_expression"}, f"not understood: {[*parts]}"
        type_ = self.type_of(parts["identifier"])
        arguments, initialiser = parts.get("argument_list"), parts.get("initializer_expression")
        assert arguments or initialiser, f"CS1526: new {type_} needs () or {{}}"
        if type_ in STRUCTS:
            assert not initialiser, f"{type_} has nothing to set"
            overloads = [["string"], ["string", "string"]] if type_ == "AzureLocation" else [["string"]]
            text, *more = self.arguments(arguments, overloads, type_)
            assert text is not None, f"{type_} of null throws"
            return Typed(type_, Struct(type_, text, exact=bool(more)))
        assert type_ in FACTS["constructors"], f"CS1729: {type_} has no public constructor"
        overloads = FACTS["constructors"][type_]
        made = Made(type_, self.arguments(arguments, overloads, type_))
        assert None not in made.arguments, f"{type_} of null throws"
        if type_ == "ResourceIdentifier":
            assert made.arguments[0], "an empty ResourceIdentifier throws"
        if made.arguments and " " in (first := overloads[0][0]):
            wire = first.split(" ")[1]
            names = [name for name in FACTS["properties"][type_] if find(type_, name).wire == wire]
            made.assigned[names[0]] = made.arguments[0]
        if initialiser:
            self._initialise(made, initialiser)
        return Typed(type_, made)

    def _initialise(self, made: Made, initialiser: Node) -> None:
        names: set[str] = set()
        for assignment in inside(initialiser):
            assert assignment.type == "assignment_expression", f"not understood: {text_of(assignment)[:200]}"
            left, right = inside(assignment)
            name = text_of(left)
            member = find(made.type, name)
            assert name not in names, f"CS1912: {name} is set twice"
            names.add(name)
            if right.type == "initializer_expression":
                if filled := self._collection(right, member):  # one that is not touched is not sent
                    made.assigned[name] = filled
            else:
                assert member.access == "set", f"CS0200: {made.type}.{name} is read-only"
                made.assigned[name] = self.convert(right, member.type).value

    def _collection(self, node: Node, member: Property) -> Any:
        assert member.arguments, f"CS1922: a {member.type} is no collection"
        if len(member.arguments) == 1:
            return [self.convert(item, member.arguments[0]).value for item in inside(node)]
        key, value = member.arguments
        entries: dict[Any, Any] = {}
        seen: set[str] = set()
        for entry in inside(node):
            assert entry.type == "assignment_expression", f"no entry: {text_of(entry)[:200]}"
            left, right = inside(entry)
            assert left.type == "element_binding_expression", f"no key: {text_of(entry)[:200]}"
            made = self.convert(only(only(left)), key).value
            text = made.arguments[0].upper() if isinstance(made, Made) else made
            assert text not in seen, f"a key stands twice, and the last wins: {text_of(left)[:200]}"
            seen.add(text)
            entries[made] = self.convert(right, value).value
        return entries
