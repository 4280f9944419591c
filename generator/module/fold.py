"""Fold the bodies of several profiles into one tree: what is the same stays, what differs becomes a slot.

Nodes are folded that are of one shape; at a place where profiles have nodes of several shapes, each shape stands there
once, and a boolean for each says whether it is there. So nothing is ever too different to be folded.
"""

from collections.abc import Iterable, Mapping

from generator import schemas
from generator.codemodel import Choice, Field, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.module.asks import Asks
from generator.module.order import union
from generator.module.pairing import aligned, is_open, is_renamed, renamed
from generator.module.shapes import Found, compact, grouped, image_of, is_id, is_same, only, shape
from generator.module.slots import Place, Role, Slot, Step

Part = tuple[Node, Parameter | None]


class Fold:
    """Folds trees; ``slots`` are what came of what differs, in the order of the tree."""

    def __init__(self, version: str, asks: Asks) -> None:
        self.version = version
        self.asks = asks
        self.slots: list[Slot] = []

    def object(self, found: Mapping[str, Object], place: Place) -> Object:
        """The object of all profiles."""
        has = {profile: {f.name: f for f in node.fields if not f.read_only} for profile, node in found.items()}
        type_ = next(iter(found.values())).type
        inside = _Inside(self, found)
        fields: list[Field] = []
        for name in union([list(names) for names in has.values()]):
            of = {profile: names[name] for profile, names in has.items() if name in names}
            first = next(iter(of.values()))
            values = {profile: field.value for profile, field in of.items()}
            parts = inside.parts(values, (*place, Step("field", name, type_)), secret=first.secret)
            fields += [first._replace(value=value, when=when) for value, when in parts]
        return Object(type_, tuple(fields))

    def node(self, found: Found, place: Place, *, secret: bool) -> Node:
        """What stands at a place in all of some profiles, whose nodes there are of one shape."""
        match next(iter(found.values())):
            case Object():
                return self.object(only(Object, found), place)
            case Map():
                return self._map(only(Map, found), place)
            case List():
                return self._list(only(List, found), place)
            case Text():
                return self._text(only(Text, found), place)
        return self.scalar(found, place, secret=secret)

    def scalar(self, found: Found, place: Place, *, secret: bool = False) -> Node:
        """A scalar or choice; a secret one is asked for, whatever it is."""
        nodes = list(found.values())
        first = nodes[0]
        if secret and any(isinstance(node, Scalar) and node.value for node in nodes):
            slot = self.slot("value", place, "string", {}, secure=True)
            slot.values = dict.fromkeys(found, slot.mark)
            return slot.mark
        if is_same(nodes) and not is_id(first):
            return first
        if isinstance(first, Choice):
            slot = self.slot("value", place, "string", found)
            slot.type, slot.choices = first.type, self._choices(place)
            return slot.mark
        texts = {profile: str(node.value) for profile, node in only(Scalar, found).items()}
        if place[-1].name == "image" and (image := image_of(texts.values())):
            tags = {profile: Scalar(text[len(image) :], "string") for profile, text in texts.items()}
            return Text("string", (image, self.slot("tag", place, "string", tags).mark))
        kind = first.kind if isinstance(first, Scalar) else ""  # parameters are the same, or of another shape
        return self.slot("value", place, kind, found).mark

    def slot(self, role: Role, place: Place, kind: str, values: Found, *, secure: bool = False) -> Slot:
        """A new slot for a value that differs."""
        slot = Slot(len(self.slots), role, [place], kind, dict(values), secure)
        self.slots.append(slot)
        return slot

    def _choices(self, place: Place) -> tuple[str, ...]:
        properties = schemas.load(self.version)["$defs"][place[-1].owner]["properties"]
        return tuple(properties[place[-1].name]["enum"])

    def _text(self, found: Mapping[str, Text], place: Place) -> Text:
        """Texts with the same parameters in them, and other text around these."""
        first = next(iter(found.values()))
        parts: list[str | Parameter] = []
        for index, part in enumerate(first.parts):
            of = {profile: Scalar(str(text.parts[index]), "string") for profile, text in found.items()}
            if isinstance(part, Parameter) or is_same(of.values()):
                parts.append(part)
                continue
            role: Role = "prefix" if index == 0 else "suffix" if index == len(first.parts) - 1 else "part"
            parts.append(self.slot(role, place, "string", of).mark)
        return Text(first.kind, tuple(parts))

    def _map(self, found: Mapping[str, Map], place: Place) -> Map:
        pairs: dict[tuple[str, Key], int] = {}
        if is_renamed(found, place[-1].name):
            names = {profile: [key for key, _ in node.entries] for profile, node in found.items()}
            pairs = renamed(names)
            for number, key in enumerate(filter(is_id, union(list(names.values()))), len(pairs)):
                has = [profile for profile in found if key in names[profile] and (profile, key) not in pairs]
                pairs |= dict.fromkeys([(profile, key) for profile in has], number)
        marks: dict[int, Parameter] = {}
        for number in sorted({*pairs.values()}):
            own = [(profile, key) for (profile, key), of in pairs.items() if of == number]
            ids = {profile: Scalar(key, "string") for profile, key in own if isinstance(key, str)}
            asks = list(dict.fromkeys(key for _, key in own if isinstance(key, Parameter)))
            if not asks:
                marks[number] = self.slot("key", place, "string", ids).mark
            elif len(asks) == 1 and self.asks.fix(asks[0], ids):
                marks[number] = asks[0]

        def called(profile: str, key: Key) -> Key:
            return marks.get(pairs.get((profile, key), -1), key)

        of = {profile: {called(profile, key): value for key, value in node.entries} for profile, node in found.items()}
        inside = _Inside(self, found)
        entries: list[tuple[Key, Node]] = []
        conditions: list[Parameter | None] = []
        for key in union([list(entries) for entries in of.values()]):
            values = {profile: own[key] for profile, own in of.items() if key in own}
            at = (*place, Step("entry", key if isinstance(key, str) else "", place[-1].name))
            for value, when in inside.parts(values, at):
                entries.append((key, value))
                conditions.append(when)
        return Map(next(iter(found.values())).item, tuple(entries), compact(conditions))

    def _list(self, found: Mapping[str, List], place: Place) -> Node:
        name = place[-1].name
        inside = _Inside(self, found)
        parts: list[Part] = []
        items = aligned(found, name)
        if items is None and is_open(found.values()):
            return self.slot("value", place, "array", found).mark
        if items is not None:
            for title, of in items:
                parts += inside.parts(of, (*place, Step("item", title, name)))
        else:
            for group in grouped(found, repr):
                first, node = next(iter(group.items()))
                for index, item in enumerate(node.items):
                    at = (*place, Step("item", str(index + 1), name))
                    parts += inside.parts(dict.fromkeys(group, item), at, variant=first)
        type_ = next(iter(found.values())).item
        return List(type_, tuple(node for node, _ in parts), compact([when for _, when in parts]))


class _Inside:
    """An object, map or list that ``everyone`` has: what the same profiles have in it comes and goes together."""

    def __init__(self, fold: Fold, everyone: Iterable[str]) -> None:
        self.fold = fold
        self.everyone = list(everyone)
        self.conditions: dict[frozenset[str], Slot] = {}

    def parts(self, found: Found, place: Place, *, secret: bool = False, variant: str = "") -> list[Part]:
        """What stands at a place, with what says whether it is there."""
        groups = self._shapes(found, secret=secret)
        parts: list[Part] = []
        for group in groups:
            when = None
            if len(group) < len(self.everyone):
                of = variant or (next(iter(group)) if len(groups) > 1 else "")
                when = self._condition(frozenset(group), place, of)
            parts.append((self.fold.node(group, place, secret=secret), when))
        return parts

    def _condition(self, group: frozenset[str], place: Place, variant: str) -> Parameter:
        if slot := self.conditions.get(group):
            slot.places.append(place)
            return slot.mark
        values = {profile: Scalar(profile in group, "boolean") for profile in self.everyone}
        self.conditions[group] = slot = self.fold.slot("condition", place, "boolean", values)
        slot.variant = variant
        return slot.mark

    def _shapes(self, found: Found, *, secret: bool) -> list[dict[str, Node]]:
        """The profiles with their nodes, those together that can be folded."""
        groups = grouped(found, lambda node: shape(node, secret))
        asking = [group for group in groups if isinstance(next(iter(group.values())), Parameter | Text)]
        if len(asking) != 1:
            return groups
        (first,) = asking
        ask = next(iter(first.values()))
        for profile, node in found.items():
            if profile not in first and self._fits(ask, profile, node, secret=secret):
                first[profile] = ask
                for group in groups:
                    if group is not first:
                        group.pop(profile, None)
        return [group for group in groups if group]

    def _fits(self, ask: Node, profile: str, node: Node, *, secret: bool) -> bool:
        """Whether a profile's value may be said where another profile asks for it, or for a part of it."""
        match ask:
            case Parameter(secure=secure) if secure == secret:
                return (not secret or node != Scalar("", "string")) and self.fold.asks.fix(ask, {profile: node})
            case Text(parts=parts) if not secret and sum(isinstance(part, Parameter) for part in parts) == 1:
                return self.fold.asks.fill(ask, profile, node)
        return False
