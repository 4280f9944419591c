"""The parameters of a body as variables of a program: their names there, and what it reads them from."""

import json
from collections.abc import Callable
from typing import NamedTuple

from generator import naming
from generator.codemodel import Object
from generator.declarations import declarations


class Variable(NamedTuple):
    """A variable: ``name`` in the program, ``environment`` the name of the environment variable that it is read from.

    ``type`` is string, int32 or double. ``default`` is text, None where there is none. ``says`` what it is for.
    """

    name: str
    environment: str
    type: str
    default: str | None
    says: str

    @property
    def reader(self) -> str:
        """The function that reads it: required, integer or number; "" where it is text with a default."""
        if self.type == "string":
            return "required" if self.default is None else ""
        return "integer" if self.type == "int32" else "number"


Variables = dict[str, Variable]  # by the parameter's name


def variables(body: Object, case: Callable[[str], str], taken: str, suffix: str) -> Variables:
    """What a body asks for, in its order. A name that is among the words of ``taken``, or another's, gets a suffix."""
    found: Variables = {}
    names = set(taken.split())
    for declaration in declarations(body):
        parameter = declaration.parameter
        name = case(parameter.name)
        while name in names:
            name += suffix
        names.add(name)
        default = parameter.default
        found[parameter.name] = Variable(
            name,
            naming.environment(parameter.name),
            parameter.kind if parameter.kind in ("int32", "double") else "string",
            default if isinstance(default, str) or default is None else json.dumps(default),
            declaration.description,
        )
    return found


def readers(found: Variables) -> list[str]:
    """The functions that read the variables, each once."""
    return sorted({variable.reader for variable in found.values()} - {""})
