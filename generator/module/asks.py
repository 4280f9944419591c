"""What the bodies of a module ask for at deploy time: one parameter for all of them, and each profile's own default."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator import naming
from generator.codemodel import Choice, Field, Node, Object, Parameter, Scalar, Text
from generator.executors import Executor
from generator.refusal import Refusal
from generator.walk import nodes, parameters, replaced

EXECUTOR = "sessionExecutor"  # begins what stands for a property of a body, and is none
Found = Mapping[str, Node]  # by profile


class Asks:
    """The parameters of all bodies, and the bodies with these in them; ``of`` are each profile's own."""

    def __init__(self, bodies: Mapping[str, Object]) -> None:
        self.of = {profile: {_key(ask): ask for ask in parameters(body).values()} for profile, body in bodies.items()}
        self.all: dict[str, Parameter] = {}
        for key in dict.fromkeys(key for asks in self.of.values() for key in asks):
            self.all[key] = _one([asks[key] for asks in self.of.values() if key in asks])
        self._said: dict[str, dict[str, Scalar | Choice]] = {profile: {} for profile in bodies}
        self.bodies = {profile: self._common(body) for profile, body in bodies.items()}

    def _common(self, body: Object) -> Object:
        """A body with the parameters of all: a number is one even where a profile has it among text alone."""

        def common(ask: Parameter) -> Parameter:
            one = self.all[_key(ask)]
            return one if one.kind == "int32" else one._replace(kind=ask.kind)

        return replaced(body, common)

    def fix(self, ask: Parameter, found: Found) -> bool:
        """Let some profiles say what others leave to deploy time, if they have nothing else by that name.

        A secret is not said, but asked for by that name.
        """
        said: dict[str, Scalar | Choice] = {}
        for profile, node in found.items():
            is_fit = isinstance(node, Scalar) and node.kind == ask.kind and not ask.type and node.value is not None
            is_fit = is_fit or (isinstance(node, Choice) and node.type == ask.type)
            if not is_fit or not isinstance(node, Scalar | Choice) or _key(ask) in self.of[profile]:
                return False
            if repr(self._said[profile].get(ask.name, node).value) != repr(node.value):
                return False
            said[profile] = node
        for profile, scalar in said.items():
            self._said[profile][ask.name] = scalar
        return True

    def fill(self, text: Text, profile: str, node: Node) -> bool:
        """The same for a text with one parameter in it, where a profile has a text that fits around that."""
        (ask,) = (part for part in text.parts if isinstance(part, Parameter))
        before = text.parts[0] if isinstance(text.parts[0], str) else ""
        after = text.parts[-1] if isinstance(text.parts[-1], str) else ""
        if not isinstance(node, Scalar) or not isinstance(node.value, str) or ask.secure:
            return False
        inner = node.value.removeprefix(before).removesuffix(after)
        if f"{before}{inner}{after}" != node.value:
            return False
        if ask.kind != "int32":
            return self.fix(ask, {profile: Scalar(inner, ask.kind)})
        is_number = re.fullmatch("0|-?[1-9][0-9]{0,8}", inner)
        return bool(is_number) and self.fix(ask, {profile: Scalar(int(inner), "int32")})

    def arguments(self, profile: str) -> dict[str, Node]:
        """What the parameter file of a profile says for them, by name: where it is asked for, with its own default."""
        asked = {
            self.all[key].name: self.all[key]._replace(default=ask.default) for key, ask in self.of[profile].items()
        }
        said = {
            name: self.all[naming.environment(name)] if self.all[naming.environment(name)].secure else node
            for name, node in self._said[profile].items()
        }
        return {**said, **asked}


def together(body: Object, executors: Iterable[Executor]) -> Object:
    """A body, and as if they were properties of it those who may run code in its sessions, by type and number."""
    fields = list(body.fields)
    count: Counter[str] = Counter()
    for executor in executors:
        count[executor.type] += 1
        name = f"{EXECUTOR} {executor.type} {count[executor.type]}"
        fields.append(Field(name, executor.principal, len(fields), known=False))
    return body._replace(fields=tuple(fields))


def apart(body: Object) -> tuple[Object, tuple[Executor, ...]]:
    """The two again, of a module."""
    fields = [field for field in body.fields if not field.name.startswith(EXECUTOR)]
    executors = [
        Executor(field.value, field.name.split(" ")[1], field.when)
        for field in body.fields
        if field.name.startswith(EXECUTOR) and isinstance(field.value, Scalar | Parameter)
    ]
    return body._replace(fields=tuple(fields)), tuple(executors)


def _key(ask: Parameter) -> str:
    return naming.environment(ask.name)


def _one(asks: list[Parameter]) -> Parameter:
    """The parameter that stands for those of several profiles: of their default, if it is the same in all."""
    whole = next((ask for ask in asks if ask.property), asks[0])
    default = asks[0].default if len({repr(ask.default) for ask in asks}) == 1 else None
    description = next((ask.description for ask in asks if ask.description), "")
    return whole._replace(name=asks[0].name, default=default, description=description)


def contradictions(bodies: Mapping[str, Object]) -> Iterator[tuple[str, Refusal]]:
    """Where a profile asks for something else by a name than another one does."""
    known: dict[str, tuple[str, Parameter]] = {}
    for profile, body in bodies.items():
        places = {_key(node): path for path, node in nodes(body) if isinstance(node, Parameter)}
        for ask in parameters(body).values():
            other, first = known.setdefault(_key(ask), (profile, ask))
            if not first.property:
                known[_key(ask)] = (profile, ask)
            is_typed = ask.property and first.property and (ask.kind, ask.type) != (first.kind, first.type)
            kinds, defaults = {ask.kind, first.kind}, {type(ask.default), type(first.default)}
            is_number = len(kinds) > 1 and ("double" in kinds or ("int32" in kinds and str in defaults))
            if ask.secure != first.secure or is_typed or is_number:
                says = f"profile '{other}' asks for something else by the name '{first.name}'"
                hint = "in a module a name means the same in every environment: rename one of the two"
                yield profile, Refusal(places.get(_key(ask), ()), says, f"another name than '{first.name}'", hint)
