"""An interpreter of C# programs that fill an SDK object and send it, with the compiler's checks on what they use."""

import re
from collections.abc import Mapping
from typing import Any

from tree_sitter import Node

from tests.readers.csharp_flow import LISTS, Ended, Flow, created
from tests.readers.csharp_literals import number, string
from tests.readers.csharp_make import Maker, Typed
from tests.readers.csharp_nodes import inside, only, text_of
from tests.readers.csharp_sdk import FACTS, HOMES, PRIMITIVES, STRUCTS, VALUE_TYPES, Made, Struct, find


class Program(Flow, Maker):
    """A program of top-level statements; ``run`` it once."""

    def __init__(self, root: Node, implicit_usings: bool, environment: Mapping[str, str]) -> None:
        super().__init__(environment)
        usings = [
            text_of(node).removeprefix("using ").removesuffix(";")
            for node in inside(root)
            if node.type == "using_directive"
        ]
        assert len(set(usings)) == len(usings), f"CS0105: a using stands twice among {usings}"
        assert not (unknown := set(usings) - FACTS["namespaces"].keys()), f"CS0246: there is no {unknown}"
        self.statements = [only(node) for node in inside(root)[len(usings) :]]
        self.open = set(usings) | set(FACTS["implicit usings"] if implicit_usings else ())
        self.unused = set(usings)
        self.calls: list[dict[str, Any]] = []
        self.api_version = ""

    def run(self) -> None:
        """Run the statements in order; functions are known from the first."""
        try:
            for statement in sorted(self.statements, key=lambda node: node.type != "local_function_statement"):
                self.execute(statement)
        except Ended:
            assert not self.calls, "it ends when all is done"

    def declare(self, statement: Node) -> None:
        *modifiers, declaration = inside(statement)
        type_node, declarator = inside(declaration)
        name, initial = inside(declarator)
        assert text_of(name) not in self.locals, f"CS0128: {text_of(name)} is declared twice"
        assert text_of(name) not in HOMES, f"{text_of(name)} hides a type"
        if modifiers:
            assert [text_of(node) for node in modifiers] == ["const"], f"modifiers: {text_of(statement)}"
            assert initial.type == "string_literal", f"CS0133: no constant: {text_of(initial)}"
        if type_node.type == "implicit_type":
            value = self.value(initial)
            assert value.type not in ("null", "void"), f"CS0815: {text_of(statement)}"
        else:
            value = self.convert(initial, self.type_of(type_node))
        self.locals[text_of(name)] = value

    def type_of(self, node: Node) -> str:
        """The name of a type, each part of it imported."""
        for name in re.findall(r"\w+", text_of(node)):
            self.import_(name)
        return text_of(node)

    def import_(self, name: str) -> None:
        if name in PRIMITIVES:
            return
        assert name in HOMES, f"CS0246: there is no type {name}"
        self._open(HOMES[name], name)

    def _open(self, namespace: str, name: str) -> None:
        assert namespace in self.open, f"CS0246: {name} needs 'using {namespace};'"
        self.unused.discard(namespace)

    def convert(self, node: Node, type_: str) -> Typed:
        """An expression where the compiler expects a type."""
        plain, nullable = type_.removesuffix("?"), type_.endswith("?")
        found, value = self.value(node)
        text = text_of(node)[:200]
        if found.endswith("?"):
            assert nullable, f"CS8600: null for {type_}: {text}"
            found = found.removesuffix("?")
        if found == "null":
            assert nullable or plain not in VALUE_TYPES, f"CS0037: null for {type_}"
        elif plain not in (found, "object"):
            widens = plain == "double" and found in ("int", "uint", "long", "ulong")
            wraps = plain in STRUCTS and found == "string"
            derives = FACTS["derives"].get(found) == plain
            assert widens or wraps or derives, f"CS0029: a {found} for {type_}: {text}"
            value = float(value) if widens else Struct(plain, value) if wraps else value
        return Typed("string?" if type_ == "string?" else plain, value)

    def value(self, node: Node) -> Typed:
        """An expression with the type that it has of itself."""
        text = text_of(node)
        match node.type:
            case "string_literal":
                self.texts.add(string(text))
                return Typed("string", string(text))
            case "interpolated_string_expression":
                return Typed("string", self.interpolated(node))
            case "integer_literal" | "real_literal" | "prefix_unary_expression" if not text.startswith("!"):
                return Typed(*number(text))
            case "null_literal":
                return Typed("null", None)
            case "identifier":
                assert text in self.locals, f"CS0103: there is no {text}"
                return self.locals[text]
            case "await_expression":
                task = self.value(only(node))
                assert task.type.startswith("Task<"), f"CS1061: cannot await a {task.type}"
                return Typed(task.type[5:-1], task.value)
            case "object_creation_expression" if created(node) is not None:
                self.import_("List")
                return Typed(LISTS, created(node))
            case "object_creation_expression":
                return self.create(node)
            case "binary_expression" | "prefix_unary_expression":
                return self.operator(node)
            case "invocation_expression":
                return self._call(*inside(node))
            case "member_access_expression":
                return self._member(*inside(node))
            case "element_access_expression":
                return self._element(*inside(node))
        raise AssertionError(f"not understood: a {node.type}: {text[:200]}")

    def _member(self, owner: Node, name: Node) -> Typed:
        member = text_of(name)
        if f"{text_of(owner)}.{member}" == "Environment.NewLine":
            self.import_("Environment")
            return Typed("string", "\n")
        if owner.type == "identifier" and text_of(owner) not in self.locals:
            type_ = self.type_of(owner)
            if type_ in STRUCTS:
                assert member in STRUCTS[type_], f"CS0117: {type_} has no {member}"
                return Typed(type_, Struct(type_, STRUCTS[type_][member]))
            if type_ in FACTS["enums"]:
                assert member in FACTS["enums"][type_], f"CS0117: {type_} has no {member}"
                return Typed(type_, member)
            static = find(type_, member)
            assert static.access == "static", f"CS0120: {type_}.{member} is not static"
            return Typed(static.type, None)
        held = self.value(owner)
        if held.type == LISTS and member == "Count":
            return Typed("int", len(held.value))
        found = find(held.type, member)
        if not isinstance(held.value, Made):
            return Typed(found.type, None)  # of a response
        if found.arguments:
            empty: Any = [] if len(found.arguments) == 1 else {}
            return Typed(found.type, held.value.assigned.get(member, empty))
        return Typed(found.type.removesuffix("?"), held.value.assigned.get(member))

    def _element(self, owner: Node, index: Node) -> Typed:
        held = self.value(owner)
        assert held.type.startswith("IList<"), f"CS0021: no index into a {held.type}"
        return Typed(held.type[6:-1], held.value[int(text_of(index)[1:-1])])

    def _call(self, function: Node, arguments: Node) -> Typed:
        if function.type == "identifier" and text_of(function) in self.functions:
            return self.own(text_of(function), arguments)
        if result := self.library(text_of(function), arguments):
            return result
        owner, name = inside(function)
        method = text_of(name)
        if method == "Clear":
            return self._clear(owner, arguments)
        static = owner.type == "identifier" and text_of(owner) not in self.locals
        held = Typed(self.type_of(owner), None) if static else self.value(owner)
        facts = FACTS["methods"].get(f"{held.type}.{method}")
        assert facts, f"CS1061: {held.type} has no {method}"
        assert static == facts.get("static", False), f"{held.type}.{method} is {'not ' if static else ''}static"
        if "extension in" in facts:
            self._open(facts["extension in"], method)
        given = self.arguments(arguments, [facts["takes"]], f"{held.type}.{method}")
        value: Any = None
        match method:
            case "CreateResourceIdentifier" | "GetResourceGroupResource":
                value = given if method == "CreateResourceIdentifier" else given[0]
            case "GetSessionPools":
                value = held.value
            case "SetApiVersion":
                self.api_version = given[1]
            case "CreateOrUpdateAsync":
                (subscription, group), (_, pool, data) = held.value, given
                self.calls.append(
                    {
                        "subscriptionId": subscription,
                        "resourceGroupName": group,
                        "sessionPoolName": pool,
                        "body": data.json(),
                    }
                )
        return Typed(facts["gives"], value)

    def _clear(self, owner: Node, arguments: Node) -> Typed:
        """``list.Clear()``: what was untouched, and so left out, is then sent empty."""
        assert not inside(arguments), "CS1501: Clear takes nothing"
        target, name = inside(owner)
        held = self.value(target)
        member = text_of(name)
        assert find(held.type, member).arguments, f"no collection: {text_of(owner)}"
        assert not held.value.assigned.get(member), f"{text_of(owner)} is filled, and cleared again"
        held.value.assigned[member] = [] if find(held.type, member).type.startswith("IList") else {}
        return Typed("void", None)
