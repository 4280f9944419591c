"""YAML text to PyYAML's nodes, with what libyaml does otherwise than YAML 1.2 put right.

libyaml composes by recursion, so depth is bounded before; it breaks lines at U+0085, U+2028 and U+2029, so stand-ins
take their places while it reads; and it counts a node's anchor and tag as part of the node, which they are not here.
"""

import re
from collections.abc import Callable, Iterator

import yaml

from generator.errors import Refused, refuse
from generator.origins import Origin

MAX_DEPTH = 100
TAG = "tag:yaml.org,2002:"
CORE = {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)",
}
_FIRST = {"null": ["~", "n", "N", ""], "bool": "tTfF", "int": "-+0123456789", "float": "-+.0123456789"}
_KINDS = {
    yaml.ScalarNode: {TAG + name for name in ("str", *CORE)},
    yaml.MappingNode: {TAG + "map"},
    yaml.SequenceNode: {TAG + "seq"},
}

_OPENERS = 1000  # so many open brackets, or so deep a line, are far from what the C composer's stack holds
_PAIR = re.compile(r"[\[{][^\[\]{}\"'#!\n]*[\]}]")  # nothing in it can hide that the second closes the first
_DEEP_LINE = re.compile(r"^(?:[ \t]|[-?:][ \t]){250}", re.MULTILINE)
_FOREIGN_BREAK = re.compile("[\x85\u2028\u2029]")
_FORBIDDEN = (
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"  # slow to compile, seldom used
)
_PROPERTIES = re.compile(r"(?:(?:!<[^>\n]*>|[&!][^ \t\n,\[\]{}]*)(?:[ \t\n]|#[^\n]*)*)+")

OriginAt = Callable[[int, int], Origin]


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    yaml_implicit_resolvers: dict[str, list[object]] = {}  # noqa: RUF012 - PyYAML's own way of holding them


for _name, _pattern in CORE.items():
    _Loader.add_implicit_resolver(TAG + _name, re.compile(rf"(?:{_pattern})\Z"), list(_FIRST[_name]))


def compose(text: str, origin_at: OriginAt) -> yaml.Node | None:
    """The node tree of the one document in a text; ``origin_at(line, column)``, from 0, names the place of an error.

    A node's start mark is its value's, behind anchor and tag. Tags are those of the core schema, each on its kind.
    """
    back = _stand_ins(text)
    if back:
        text = text.translate({value: chr(key) for key, value in back.items()})
    try:
        if _openers(text) > _OPENERS or _DEEP_LINE.search(text):
            _bound_depth(text, origin_at)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(text, error, origin_at) from None
    except yaml.reader.ReaderError:
        raise _forbidden(text, origin_at) from None
    except RecursionError:  # PyYAML without libyaml
        raise refuse(f"nested deeper than {MAX_DEPTH} levels", origin_at(0, 0)) from None
    if root is not None and (back or "&" in text or "!" in text):
        for node in _each(root):
            _settle(node, text, origin_at)
            if back and isinstance(node, yaml.ScalarNode):
                node.value = node.value.translate(back)
    return root


def scalars(text: str) -> Iterator[tuple[int, int]]:
    """Where each scalar of a text that ``compose`` has taken begins and ends; between them stand comments."""
    for token in yaml.scan(_FOREIGN_BREAK.sub("x", text), Loader=_Loader):
        if isinstance(token, yaml.ScalarToken):
            yield token.start_mark.index, token.end_mark.index


def _stand_ins(text: str) -> dict[int, int]:
    """For each line break of YAML 1.1 alone in a text: a character that the text neither holds nor escapes, to it."""
    breaks = sorted(set(_FOREIGN_BREAK.findall(text)))
    if not breaks:
        return {}
    taken = {ord(char) for char in set(text)} | {int(code, 16) for code in re.findall(r"\\U([0-9a-fA-F]{8})", text)}
    free = (code for code in range(0x10FFFD, 0x10000, -1) if code not in taken)
    return {next(free): ord(char) for char in breaks}


def _openers(text: str) -> int:
    """How deep brackets could nest, at most: most of many stand in pairs on one line, and need no closer look."""
    for _ in range(4):
        if text.count("[") + text.count("{") <= _OPENERS:
            break
        text = _PAIR.sub("", text)
    return text.count("[") + text.count("{")


def _bound_depth(text: str, origin_at: OriginAt) -> None:
    """Refuse a text nested deeper than MAX_DEPTH; libyaml finds events without recursion."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            mark = event.start_mark
            if depth > MAX_DEPTH and mark:
                raise refuse(f"nested deeper than {MAX_DEPTH} levels", origin_at(mark.line, mark.column))
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _each(root: yaml.Node) -> Iterator[yaml.Node]:
    """Every node once, though aliases repeat it."""
    seen, waiting = {id(root)}, [root]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, yaml.CollectionNode):
            pairs = isinstance(node, yaml.MappingNode)
            for inner in [part for pair in node.value for part in pair] if pairs else node.value:
                if id(inner) not in seen:
                    seen.add(id(inner))
                    waiting.append(inner)


def _settle(node: yaml.Node, text: str, origin_at: OriginAt) -> None:
    """Check the tag, then move the start mark behind the node's properties; no plain value begins like one."""
    start = node.start_mark
    if node.tag not in _KINDS[type(node)]:
        name = node.tag.replace(TAG, "!!")
        core = any(node.tag in tags for tags in _KINDS.values())
        says = f"tag {name} does not fit this value" if core else "custom tags are not allowed"
        raise refuse(says, origin_at(start.line, start.column), found=name, expected="plain YAML values")
    properties = _PROPERTIES.match(text, start.index)
    if properties:
        index = min(properties.end(), node.end_mark.index)
        line = start.line + text.count("\n", start.index, index)
        column = index - text.rfind("\n", 0, index) - 1
        node.start_mark = yaml.Mark(start.name, index, line, column, None, 0)


def _syntax_error(text: str, error: yaml.MarkedYAMLError, origin_at: OriginAt) -> Refused:
    says, mark, hint = error.problem or error.context or "not YAML", error.problem_mark, ""
    if "single document" in (error.context or ""):
        says = "more than one YAML document in the file"
    elif error.context_mark and (mark is None or not text[mark.index :].strip()):
        mark = error.context_mark  # what is open at the end of the text began there
    place = origin_at(mark.line, mark.column) if mark else origin_at(0, 0)
    if place.text == "\t":
        hint = "indent with blanks; YAML does not allow tabs there"
    elif "mapping values are not allowed" in says:
        asks = mark and re.search(r"\b(secret|parameter)\(", text.split("\n")[mark.line])
        hint = "write a default that holds ': ' in the template" if asks else "quote a value that holds ': '"
    elif "invalid Unicode character escape" in says:
        hint = "write the character itself, or one escape for it: \\U0001F600, not \\ud83d\\ude00"
    return refuse(f"not YAML: {says}", place, hint=hint)


def _forbidden(text: str, origin_at: OriginAt) -> Refused:
    """The error for a character that YAML does not allow; libyaml would tell its place in bytes."""
    odd = re.search(_FORBIDDEN, text)
    index = odd.start() if odd else 0
    place = origin_at(text.count("\n", 0, index), index - text.rfind("\n", 0, index) - 1)
    hint = 'write it as an escape in double quotes, such as "\\x07"'
    found = f"U+{ord(text[index]):04X}"
    return refuse("not YAML: a character that YAML does not allow", place, found=found, hint=hint)
