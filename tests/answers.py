"""What the tests answer where an artifact asks for a value at deploy time, and the body that must come of it."""

from typing import Any, overload

from generator import naming
from generator.codemodel import Choice, List, Map, Node, Object, Parameter, Scalar, Text

# By the names of environment variables. Only what has no default must be answered.
NEEDED: dict[str, str] = {
    "OWNER": 'Zoë "O\'Neil" <zoe@contoso.example> $HOME {x} \\n',
    "IDENTITY_ID": "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/"
    "Microsoft.ManagedIdentity/userAssignedIdentities/id-main",
    "ENVIRONMENT_NAME": "cae-prod",
    "READY_SESSIONS": "3",
    "REGISTRY_PASSWORD": 'pa$$ "w0rd" \' {x} \\ 100%',
    "DB_PASSWORD": "hunter2; [x]",
}
# The same, and what the samples ask for; production has it in a Key Vault.
GIVEN: dict[str, str] = NEEDED | {
    "EVENTS_KEY": "k/ey+1==",
    "c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/rg-agents-prod/kv-agents-prod/events-key": "k/ey+1==",
}
ALL: dict[str, str] = NEEDED | {
    "LOCATION": "northeurope",
    "RELEASE": "2026.11",
    "PORT": "9000",
    "IMAGE_TAG": "1.11.0-rc.2",
    "PULLER": "id-other",
    "MAX_SESSIONS": "7",
    "LIFECYCLE_TYPE": "Timed",
    "CPU": "0.25",
    "MEMORY": "0.5Gi",
}


def text_of(parameter: Parameter, answers: dict[str, str]) -> str:
    """The answer to a parameter, or its default, as text."""
    answer = answers.get(naming.environment(parameter.name))
    if answer is not None:
        return answer
    assert parameter.default is not None, parameter
    return str(parameter.default)


@overload
def answered(node: Object, answers: dict[str, str]) -> Object: ...
@overload
def answered(node: Node, answers: dict[str, str]) -> Node: ...
def answered(node: Node, answers: dict[str, str]) -> Node:
    """The tree of what must arrive."""
    match node:
        case Parameter(type=type_) if type_:
            text = text_of(node, answers)
            return Choice(type_, text, text in node.choices)
        case Parameter(kind=kind):
            parse: dict[str, Any] = {"int32": int, "double": float}
            return Scalar(parse.get(kind, str)(text_of(node, answers)), kind)
        case Text(kind=kind):
            return Scalar(_joined(node, answers), kind)
        case Map(item=item, entries=entries):
            return Map(item, tuple((_joined(key, answers), answered(value, answers)) for key, value in entries))
        case List(item=item, items=items):
            return List(item, tuple(answered(value, answers) for value in items))
        case Object(fields=fields):
            return node._replace(fields=tuple(f._replace(value=answered(f.value, answers)) for f in fields))
    return node


def _joined(key: str | Parameter | Text, answers: dict[str, str]) -> str:
    parts = key.parts if isinstance(key, Text) else (key,)
    return "".join(part if isinstance(part, str) else text_of(part, answers) for part in parts)
