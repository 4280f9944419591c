"""What a module's tree is with a profile's arguments: the body in JSON."""

from collections.abc import Mapping
from typing import Any

from generator.codemodel import Choice, Key, List, Map, Node, Object, Parameter, Scalar, Text
from generator.module import Module

ASKED = "\0"  # begins what stands for a value that is asked for


def instantiate(module: Module, profile: str) -> Any:
    """The body of a profile, in which ``ASKED`` and a parameter's name stand for what has no default."""
    given = {}
    for name, node in module.arguments[profile].items():
        is_asked = isinstance(node, Parameter) and node.default is None
        given[name] = f"{ASKED}{name}" if is_asked else value(node, {})
    return value(module.body, given)


def value(node: Node, given: Mapping[str, Any]) -> Any:
    """A node as JSON, with the given parameters and the defaults of others."""

    def there(when: Parameter | None) -> bool:
        return when is None or bool(value(when, given))

    match node:
        case Scalar() | Choice():
            return node.value
        case Parameter(name=name, default=default):
            assert name in given or default is not None, f"nobody says what {name} is"
            return given.get(name, default)
        case Text(parts=parts):
            return "".join(part if isinstance(part, str) else str(value(part, given)) for part in parts)
        case List(items=items, when=when):
            return [
                value(item, given)
                for item, is_there in zip(items, when or [None] * len(items), strict=True)
                if there(is_there)
            ]
        case Map(entries=entries, when=when):
            found = [
                (_key(key, given), value(item, given))
                for (key, item), is_there in zip(entries, when or [None] * len(entries), strict=True)
                if there(is_there)
            ]
        case Object(fields=fields):
            found = [(field.name, value(field.value, given)) for field in fields if there(field.when)]
    assert len(dict(found)) == len(found), "a name twice"
    return dict(found)


def _key(key: Key, given: Mapping[str, Any]) -> str:
    return key if isinstance(key, str) else str(value(key, given))


def answered(found: Any, wanted: Any) -> Any:
    """What was found, with what was wanted at the places whose values are asked for, always the same for a name."""
    answers: dict[str, Any] = {}

    def fill(found: Any, wanted: Any) -> Any:
        match found:
            case str() if found.startswith(ASKED):
                return answers.setdefault(found, wanted)
            case dict() if isinstance(wanted, dict):
                return {key: fill(item, wanted.get(key)) for key, item in found.items()}
            case list() if isinstance(wanted, list):
                return [fill(item, wanted[i] if i < len(wanted) else None) for i, item in enumerate(found)]
        return found

    return fill(found, wanted)
