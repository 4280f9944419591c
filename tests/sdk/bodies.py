"""Random bodies, made from the API version's schema, and the profiles by which a user would write them.

What a profile says is the yardstick for what arrives; nothing of the tool stands between the two but the tool itself.
"""

import json
import re
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from generator import schemas
from generator.rules import rules

Body = dict[str, Any]

# Text that means something to some language, format or client, and characters that some of them lose or change.
HOSTILE = (
    "", " ", "  both  ", "it's", 'say "hi"', "back\\slash", "\\n", "\\u0041", "\\", "'''", '"""', "```", "`id`",
    "$(whoami)", "${x}", "$x", "%s %d", "{{x}}", "{%x%}", "{0}", "[x]", "[[x]", "[x", "]", "[concat('a', 'b')]",
    "*/", "/*", "//", "#", "###", "--", "<!-- -->", "]]>", "&amp;", "< file", "@name", "> out", "=", ";", ",",
    "line\nbreak", "\r\n", "\t", "\r", "\n", "\x00", "\x01\x1b[31m", "\x7f", "\x80\x9f", "\x85", "\u2028\u2029",
    "\ufeff", "\u202e", "\ufffd", "\ufffe\uffff", "\U0001f680", "\U0010ffff", "e\u0301", "\u00e9", "\u65e5\u672c\u8a9e",
    "\ud7ff\ue000", "null", "true", "NO", "010", "1e3", "0x1F", "1.10", "-0", "~", "2025-07-01",
    "00000000-0000-0000-0000-000000000000", "copy", "__proto__", "constructor", "$type", "@odata.type", "a.b", "a\\.b",
    "key", "token", "x" * 300, "\u00fc" * 150,
)  # fmt: skip
TEXT = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
WORD = st.text(string.ascii_letters + string.digits + "-._/:", min_size=1, max_size=40)
INT32 = st.one_of(st.integers(0, 1000), st.integers(-(2**31), 2**31 - 1), st.sampled_from([-(2**31), 2**31 - 1, -1, 0]))
DOUBLE = st.one_of(
    st.sampled_from([0.25, 0.5, 1, 2, 1.0, 0.1, 1e-7, 5e-324, 1.7976931348623157e308, 2**53, 1e21, 1e22, 0, 100.0]),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: str(number) != "-0.0"),
)
MOSTLY = st.sampled_from((True, True, True, True, True, True, True, False))
SCALARS: dict[str, st.SearchStrategy[Any]] = {"int32": INT32, "double": DOUBLE}


def strategy(version: str) -> st.SearchStrategy[Body]:
    """Bodies that the schema of a version allows: all properties, hostile text, limits, nothing, and much of a kind."""
    return _of(schemas.load(version)["properties"]["sessionPoolEnvelope"], version)


def _of(schema: dict[str, Any], version: str) -> st.SearchStrategy[Any]:
    _, schema = schemas.resolve(version, schema)
    match schema["type"]:
        case "object" if "properties" in schema:
            inner = {
                name: _of(item, version) for name, item in schema["properties"].items() if not item.get("readOnly")
            }
            return _object(inner, frozenset(schema.get("required", ())))
        case "object":
            return st.dictionaries(st.one_of(TEXT, WORD), _of(schema["additionalProperties"], version), max_size=5)
        case "array":
            items = _of(schema["items"], version)
            keys = schema.get("x-ms-identifiers")
            unique = (lambda item: json.dumps(item.get(keys[0]))) if keys else None
            return st.sampled_from((1, 1, 2, 3, 8, 0)).flatmap(
                lambda size: st.lists(items, min_size=min(size, 3), max_size=size, unique_by=unique)
            )
        case "string" if "enum" in schema:
            return st.sampled_from(schema["enum"])
    return SCALARS.get(schema.get("format", ""), st.one_of(WORD, TEXT))


@st.composite
def _object(draw: st.DrawFn, properties: dict[str, st.SearchStrategy[Any]], required: frozenset[str]) -> Body:
    """Most properties of an object, in any order."""
    names = draw(st.permutations(list(properties)))
    return {name: draw(properties[name]) for name in names if name in required or draw(MOSTLY)}


def collect(count: int, number: int, version: str) -> list[Body]:
    """``count`` bodies: the same ones for a ``number`` while the same modules are loaded, which Hypothesis reads."""
    found: list[Body] = []

    @seed(number)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy(version))
    def keep(body: Body) -> None:
        found.append(body)

    keep()
    return found


def write_profiles(folder: Path, bodies: list[Body], version: str, names: Callable[[int], str]) -> None:
    """A profile for each body, in JSON, which is YAML too, and the template that prints it."""
    (folder / "profiles").mkdir(parents=True)
    (folder / "templates").mkdir()
    template = "{% for name, value in values.body.items() %}\n{{ name }}: {{ value }}\n{% endfor %}\n"
    (folder / "templates/body.yaml.j2").write_text(template)
    for index, body in enumerate(bodies):
        document = {
            "apiVersion": version,
            "subscriptionId": f"00000000-0000-4000-8000-{index:012d}",
            "resourceGroup": f"rg-{index}",
            "pools": {"body": {"sessionPoolName": names(index)}},
            "ignore": list(rules()),  # a random body breaks most of them
            "values": {"body": _doubled(body)},
        }
        text = _VISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(document, ensure_ascii=False))
        (folder / f"profiles/{names(index)}.yaml").write_text(text, encoding="utf-8")


_VISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")  # YAML wants these escaped


def _doubled(value: Any) -> Any:
    """A value with a ``$`` at the start of a key doubled: alone it would begin a marker of the merge."""
    match value:
        case dict():
            return {f"${key}" if key.startswith("$") else key: _doubled(item) for key, item in value.items()}
        case list():
            return [_doubled(item) for item in value]
    return value
