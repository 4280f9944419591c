"""How much of a Java method an expression fills: the class file format gives a method 65,535 bytes."""

from generator.layout.eclipse import Call, Expression, Sum

METHOD = 65_535 - 1_000  # less the rest of our main method
VARIABLE = 21  # bytes, at most: to read one
_VARIADIC = {"of", "ofEntries", "asList", "join"}


def size(expression: Expression) -> int:
    """The bytes of an expression as javac compiles it, or a few more."""
    if isinstance(expression, Sum):  # a call that has the texts in itself; or one variable, boxed
        return 5 + 4 * expression.variables
    if isinstance(expression, str):  # a constant; numbers are boxed as well
        return 3 if expression.startswith('"') else 6
    head, calls = expression
    return sum(_call(call) for call in ((head, *calls) if isinstance(head, Call) else calls))


def _call(call: Call) -> int:
    name = call.name.rpartition(">")[2]  # less its types, <String, String>
    items = 5 * len(call.arguments) + 6 if name in _VARIADIC else 0  # an array, and a place in it for each
    new = 4 if call.name.startswith("new ") else 0
    return new + items + 5 + sum(size(argument) for argument in call.arguments)
