"""The contract of pool templates: a value never passes through text on its way into the body."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.origins import Map, Origin, Seq, leaves
from generator.render import PoolTemplates
from generator.yamlsource import parse

HOSTILE: list[Any] = [
    'it\'s "quoted"',
    "line\nbreak\r\n\ttab",
    "key: value",
    "# no comment",
    "a # b",
    "{{ x }}{% if y %}",
    "*alias",
    "&anchor",
    "!tag",
    "- item",
    "---",
    "|",
    ">-",
    "null",
    "NO",
    "1.10",
    "'",
    '"',
    "\\",
    "\\u0041",
    "",
    " ",
    "  blanks  ",
    "🚀 e\u0301 日本 \u202e",
    "\x00\x1b\x7f\x85\u2028\ufeff",
    "\ufdd00\ufdd1",
    "\ufdd20\ufdd1",
    "x" * 10_000,
    0,
    -1,
    80,
    2**31,
    0.25,
    1e-7,
    True,
    False,
    None,
    [],
    {},
    [1, [2, ["{{ x }}"]], {"a: b": "# c"}],
    {"k: v": {"'": [None, True]}},
]


def as_source(value: Any) -> Any:
    """The value as a profile's would come: with origins."""
    origin = Origin("p.yaml", 1, 1)
    if isinstance(value, dict):
        entries = Map(origin)
        for key, item in value.items():
            entries.put(key, as_source(item), origin, origin)
        return entries
    if isinstance(value, list):
        items = Seq(origin)
        for item in value:
            items.put(as_source(item), origin)
        return items
    return value


def render(template: str, values: Any, folder: Path) -> Map:
    (folder / "pool.yaml.j2").write_bytes(template.encode())
    return PoolTemplates(folder, "pools").render("pool", as_source({"values": values}))


WHOLE = """\
plain: {{ values.x }}
single: '{{ values.x }}'
double: "{{ values.x }}"   # {{ values.x }}
list:
  - {{ values.x }}
  - - {{ values.x }}
flow: [{{ values.x }}, {a: {{ values.x }}}]
block: |-
  {{ values.x }}
folded: >-
  {{ values.x }}
loop:
{% for x in [values.x] %}
  - {{ x }}
{% endfor %}
{% set y = values.x %}
set: {{ y }}
{% if true %}
if: {{ values["x"] }}
{% endif %}
"""
EMBEDDED = """\
plain: a{{ values.x }}b{{ values.x }}
single: 'a{{ values.x }}b'
double: "a {{ values.x }}: \\"b\\" # c"
block: |
  a {{ values.x }}
  b
concat: {{ "a" ~ values.x ~ "b" }}
key:
  a{{ values.x }}: 1
"""


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:20])
def test_a_value_that_stands_alone_arrives_as_it_is(value: Any, tmp_path: Path) -> None:
    body = render(WHOLE, {"x": value}, tmp_path)
    wanted: dict[str, Any] = dict.fromkeys(("plain", "single", "double", "block", "folded", "set", "if"), value)
    wanted |= {"list": [value, [value]], "flow": [value, {"a": value}], "loop": [value]}
    assert body == wanted
    assert [type(item) for item in body.values()] == [type(as_source(wanted[name])) for name in body]


@pytest.mark.parametrize("value", [x for x in HOSTILE if isinstance(x, str | int | float)], ids=lambda x: repr(x)[:20])
def test_a_value_among_text_is_its_text(value: Any, tmp_path: Path) -> None:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    assert render(EMBEDDED, {"x": value}, tmp_path) == {
        "plain": f"a{text}b{text}",
        "single": f"a{text}b",
        "double": f'a {text}: "b" # c',
        "block": f"a {text}\nb\n",
        "concat": f"a{text}b",
        "key": {f"a{text}": 1},
    }


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=6,
    )
)
def test_any_value(tmp_path: Path, value: Any) -> None:
    assert render("x: {{ values.x }}\n", {"x": value}, tmp_path) == {"x": value}


def test_statements_among_text_and_alone(tmp_path: Path) -> None:
    template = """\
a: {% if values.x %}b{% else %}c{% endif %}
{# a comment, alone #}
d: e {# a comment, not alone #}
text: |
  one
  {% if values.x %}
  two
  {% endif %}
  {% if values.x %}{% set y = 2 %}{% endif %}
  three {{ values.x }}
{% raw %}
f: "{{ x }} {% if %}"
{% endraw %}
"""
    wanted = {"a": "b", "d": "e", "text": "one\ntwo\nthree 1\n", "f": "{{ x }} {% if %}"}
    assert render(template, {"x": 1}, tmp_path) == wanted


def test_numbers_keep_their_spelling_among_text(tmp_path: Path) -> None:
    (tmp_path / "pool.yaml.j2").write_text(
        'a: "v{{ values.n }}"\nb: {{ "v" ~ values.n }}\nc: v{{ values.n * 2 }}\nd: {{ [values.n, "x"] | join("-") }}\n'
    )
    names = parse("values: {n: 1.10}", "p.yaml")
    body = PoolTemplates(tmp_path, "pools").render("pool", names)
    assert body == {"a": "v1.10", "b": "v1.10", "c": "v2.2", "d": "1.10-x"}


TEMPLATE = """\
# the first line
literal: a
{% if values.yes %}
indented: {{ values.text }}
{% endif %}
flag: {{ values.yes }}
sum: {{ values.n + 1 }} {# a comment #}
list:
{% for item in values.list %}
  - {{ item }}
  - literal {{ item }}
{% endfor %}
map: {{ values.map }}
{% include "_part.yaml" %}
"""


def test_every_value_knows_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "pool.yaml.j2").write_text(TEMPLATE)
    (tmp_path / "_part.yaml").write_text("\npart: here\nother: {{ values.text }}\n")
    names = parse("values:\n  yes: true\n  text: t\n  n: 1\n  list: [x, y]\n  map: {k: v}\n", "p.yaml")
    body = PoolTemplates(tmp_path, "pools").render("pool", names)
    assert {path: f"{origin} {origin.text}" for path, origin in leaves(body)} == {
        "literal": "pools/pool.yaml.j2:2:10 a",
        "indented": "p.yaml:3:9 t",
        "flag": "p.yaml:2:8 true",
        "sum": "pools/pool.yaml.j2:7:6 {{ values.n + 1 }}",
        "list[0]": "p.yaml:5:10 x",
        "list[1]": "pools/pool.yaml.j2:11:5 literal ",
        "list[2]": "p.yaml:5:13 y",
        "list[3]": "pools/pool.yaml.j2:11:5 literal ",
        "map.k": "p.yaml:6:12 v",
        "part": "pools/_part.yaml:2:7 here",
        "other": "p.yaml:3:9 t",
    }


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("values.l | first", 3),
        ("values.l | last", 2),
        ("values.l | length", 3),
        ("values.l | sort", [1, 2, 3]),
        ("values.l[1:]", [1, 2]),
        ("values.t | upper", "A B"),
        ("values.t.split(' ')", ["A", "b"]),
        ("values.t | replace('b', 'c') | lower | trim", "a c"),
        ("values.none | default('d')", "d"),
        ("'3' | int + 1", 4),
        ("3 | string", "3"),
        ("values.m.keys() | list", ["items", "k"]),
        ("values.m.items", "entry"),
        ("(values.m | items | list)[1][1]", 1),
        ("{'a': values.t}", {"a": "A b"}),
        ("values.t if values.t is defined and 'A' in values.t else 0", "A b"),
        ("values.t == 'A b'", True),
        ("not values.l", False),
        ("range(3) | list", [0, 1, 2]),
    ],
)
def test_expressions(expression: str, value: Any, tmp_path: Path) -> None:
    values = {"l": [3, 1, 2], "t": "A b", "m": {"items": "entry", "k": 1}}
    assert render(f"x: {{{{ {expression} }}}}\n", values, tmp_path)["x"] == value
