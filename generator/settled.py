"""A request as schema and rules see it: with the defaults of its parameters, and stand-ins for what has none."""

from typing import Any

from generator.deferred import Ask, Deferred, Key
from generator.origins import Map, Seq


class Unknown(str):
    """Stands for a value without a default: of every type to the schema, and to a rule a text that equals itself."""

    __slots__ = ()


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


def _settled(value: Deferred) -> Any:
    ask = value.alone
    return _text(value) if ask is None or ask.default is None else ask.default


def _text(value: Deferred) -> str:
    defaults = [part.default if isinstance(part, Ask) else part for part in value.parts]
    if any(default is None for default in defaults):
        return Unknown(value)
    return "".join(str(part).lower() if isinstance(part, bool) else str(part) for part in defaults)
