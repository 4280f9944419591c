"""How a deployment's expressions say what is known only at deploy time. What Bicep compiles to says it the same way."""

from collections.abc import Iterator

from generator import naming
from generator.codemodel import Map, Object, Parameter, Scalar, Text
from generator.refusal import Refusal
from generator.walk import name_of, nodes

LONGEST = 24_576  # characters
# What a parameter cannot be called in Bicep: types, symbols of our files, and what they call, which it would hide.
TAKEN = frozenset(
    "az sys any array bool int object string for if in as with null true false sessionPool managedEnvironment "
    "userAssignedIdentity sessionExecutor sessionExecutorRole allowed description maxValue minValue secure json "
    "getSecret guid readEnvironmentVariable resourceGroup subscriptionResourceId".lower().split()
)


def name(asked: str) -> str:
    """What a template calls a parameter; names that differ in case alone are one to it."""
    camel = naming.camel_case(asked)
    return f"{camel}Value" if camel.lower().rstrip("0123456789") in TAKEN else camel


def expression(node: Scalar | Parameter | Text) -> str:
    """What an expression says for a text or a parameter. Decimal numbers have no type: they are read from text."""
    if isinstance(node, Scalar):
        return "'" + str(node.value).replace("'", "''") + "'"
    if isinstance(node, Parameter):
        call = f"parameters('{name(node.name)}')"
        return f"json({call})" if node.kind == "double" else call
    values: list[str] = []
    texts: list[str] = []
    for part in node.parts:
        if isinstance(part, str):
            texts.append(part.replace("'", "''").replace("{", "{{").replace("}", "}}"))
        else:
            texts.append(f"{{{len(values)}}}")
            values.append(expression(part))
    return f"format('{''.join(texts)}', {', '.join(values)})"


def refuses(body: Object) -> Iterator[Refusal]:
    """The texts that are too long for an expression."""
    for path, node in nodes(body):
        keys = [key for key, _ in node.entries] if isinstance(node, Map) else []
        found = [((*path, name_of(key)), key, True) for key in keys]
        for at, text, of_key in [(path, node, False), *found]:
            if isinstance(text, Text) and len(expression(text)) + 2 > LONGEST:
                says = "a deployment takes no text as long as this with a parameter in it"
                yield Refusal(at, says, f"at most {LONGEST:,} characters", of_key=of_key)
