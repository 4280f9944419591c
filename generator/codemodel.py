"""The checked body as a small closed tree: all that a target ever sees of a body.

    Node = Object | Map | List | Choice | Scalar | Parameter | Text

Fields, entries and items stand in the body's own order; ``Object.in_schema_order`` gives the specification's.
A target matches on these seven classes and on nothing else, so a new property or API version changes no target.
"""

from typing import NamedTuple


class Scalar(NamedTuple):
    """A plain value. ``kind`` is the schema's type; ``value`` is None for JSON's null.

    A value of a numeric kind is a number, or a string that is one in JSON's spelling.
    """

    value: str | int | float | bool | None
    kind: str  # string, arm-id, uuid, uri, date-time, int32, double, boolean; "unknown" outside the schema


class Choice(NamedTuple):
    """A member of an enum. ``type`` is the enum's SDK name; ``known`` says whether this API version lists ``value``."""

    type: str
    value: str
    known: bool


class Parameter(NamedTuple):
    """A value known only at deploy time; a ``secure`` one is a secret and never has a ``default``.

    ``name`` is the author's spelling, ``kind`` as in Scalar. Of a choice ``type`` is the enum's SDK name, ``choices``
    its members. ``property`` is the API's name for where it stands first, "" among text. ``description`` is the
    author's, else the specification's.
    """

    name: str
    kind: str
    secure: bool
    default: str | int | float | bool | None
    description: str = ""
    type: str = ""
    choices: tuple[str, ...] = ()
    property: str = ""


class Text(NamedTuple):
    """Text with parameters in it, of which some may be of kind int32; ``kind`` as in Scalar."""

    kind: str
    parts: tuple[str | Parameter, ...]


Key = str | Parameter | Text  # of a map


class List(NamedTuple):
    """A list; ``item`` is the type of its items: a definition's name or a scalar's kind.

    In the tree of a module ``when`` has of each item the boolean that says whether it is there, or None: it always is.
    """

    item: str
    items: tuple["Node", ...]
    when: tuple[Parameter | None, ...] = ()


class Map(NamedTuple):
    """Free text to values of one type; ``item`` and ``when`` as in List."""

    item: str
    entries: tuple[tuple[Key, "Node"], ...]
    when: tuple[Parameter | None, ...] = ()


class Field(NamedTuple):
    """A property of an object: ``name`` as on the wire, ``rank`` its place in the specification, ``when`` as in List.

    In a module an object may have several of one name, of which never more than one is there.
    """

    name: str
    value: "Node"
    rank: int
    read_only: bool = False
    secret: bool = False
    known: bool = True  # False: the schema has no such property
    when: Parameter | None = None


class Object(NamedTuple):
    """An object of the schema; ``type`` is its definition's name, "unknown" outside the schema."""

    type: str
    fields: tuple[Field, ...]

    def in_schema_order(self) -> list[Field]:
        """The fields as the specification orders them; unknown ones last, in the body's order."""
        return sorted(self.fields, key=lambda field: field.rank)

    def get(self, name: str) -> "Node | None":
        """The value of the property ``name``, or None where the object lacks it."""
        return next((field.value for field in self.fields if field.name == name), None)


Node = Object | Map | List | Choice | Scalar | Parameter | Text
