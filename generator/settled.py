"""A request as schema and rules see it: with the defaults of its parameters, and stand-ins for what has none."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.deferred import Ask, Deferred, Key, said
from generator.origins import Map, Seq


class Unknown(str):
    """Stands for a value without a default: of every type to the schema, and to a rule a text that equals itself."""

    __slots__ = ()


class Asked(NamedTuple):
    """One Ask, and where it stands: in the value at a path of the settled request, or with ``on_key`` in its key."""

    path: tuple[str | int, ...]
    on_key: bool
    ask: Ask


def settled(value: Any) -> Any:
    """The value, all that is deferred in it settled; itself where nothing is."""
    match value:
        case Deferred():
            return _settled(value)
        case Map() if any(
            isinstance(key, Key) or isinstance(item, Deferred | Map | Seq) for key, item in value.items()
        ):
            entries = Map(value.origin)
            for key, item in value.items():
                name = _text(key.value) if isinstance(key, Key) else key
                if name in entries:
                    name = Unknown(key)
                entries.put(name, settled(item), value.at[key], value.key_at[key])
            return entries
        case Seq():
            items = Seq(value.origin)
            for item, at in zip(value, value.at, strict=True):
                items.put(settled(item), at)
            return items
    return value


def asked(value: Any) -> Iterator[Asked]:
    """What a request asks for, with the paths that its values have in the settled one."""
    return _asked(value, settled(value), ())


def _asked(value: Any, known: Any, path: tuple[str | int, ...], on_key: bool = False) -> Iterator[Asked]:
    """The same of a value that is ``known`` when it is settled."""
    match value:
        case Deferred(parts=parts):
            yield from (Asked(path, on_key, part) for part in parts if isinstance(part, Ask))
        case Map():
            for key, name in zip(value, known, strict=True):
                if isinstance(key, Key):
                    yield from _asked(key.value, name, (*path, name), on_key=True)
                yield from _asked(value[key], known[name], (*path, name))
        case Seq():
            for index, item in enumerate(value):
                yield from _asked(item, known[index], (*path, index))


def _settled(value: Deferred) -> Any:
    ask = value.alone
    return _text(value) if ask is None or ask.default is None else ask.default


def _text(value: Deferred) -> str:
    defaults = [part.default if isinstance(part, Ask) else part for part in value.parts]
    if any(default is None for default in defaults):
        return Unknown(value)
    return "".join(said(part) for part in defaults if part is not None)
