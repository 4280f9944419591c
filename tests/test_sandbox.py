"""What a pool template cannot do: run long, grow large, reach Python, or blame the wrong line."""

import time
from pathlib import Path

import pytest

from generator.errors import Finding, Refused
from generator.origins import Map, leaves
from generator.render import PoolTemplates
from generator.yamlsource import parse

LONG = "{n: 5, l: [" + ", ".join(f"v{i}" for i in range(5000)) + "], b: " + "x" * 900_000 + "}"
STEPS = "the template takes more than 10,000,000 steps"


def many(expression: str) -> str:
    return f"{{% for i in range(90000) %}}\n{{% set x = {expression} %}}\n{{% endfor %}}\nx: 1\n"


def doubled(name: str) -> str:
    return f"{{% set {name} = [1] %}}\n" + f"{{% set {name} = [{name}, {name}] %}}\n" * 40


ENDLESS = {
    "scan comments": ("{# a #}" * 26 + " x: y {{ z }}\n", "there is no 'z' here"),
    "scan raw": ("{% raw " * 140_000, "a template has at most 30,000 words and signs"),
    "tags": ("#{{values.n}}\n" * 60_000, "a template has at most 30,000 words and signs"),
    "large numbers": (
        "{% set a = 9999999 %}\n" + "{% set a = a * a %}\n" * 40,
        "a number grows beyond 2 to the power of 256",
    ),
    "large literal": (f"x: {{{{ 0x{'f' * 900_000} }}}}\n", "a number is too large"),
    "number's methods": ("x: {{ values.n.to_bytes(5000000000, 'big') }}\n", "there is no 'to_bytes' here"),
    "list of lists": (doubled("a") + "x: {{ a }}\n", STEPS),
    "equal lists": (doubled("a") + doubled("b") + "x: {{ a == b }}\n", STEPS),
    "list in list in list": (
        "{% set a = [1] %}\n" + "{% set a = [a] %}\n" * 3000 + "x: {{ a }}\n",
        "a value is nested deeper than 100 levels",
    ),
    "placed": ("{% for i in range(20000) %}\n- {{ values.b }}\n{% endfor %}\n", STEPS),
    "placed in text": ("{% for i in range(20000) %}\n- a{{ values.b }}\n{% endfor %}\n", STEPS),
    "placed in comments": ("{% for i in range(90000) %}\n# {{ 'x' * (1000000 - i) }}\n{% endfor %}\n", STEPS),
    "placed in an alias": ("x: &a b{{ values.b }}\ny: [" + "*a, " * 20_000 + "]\n", STEPS),
    "split": (many("values.b.split('x')"), STEPS),
    "startswith": (many("values.b.startswith('y')"), STEPS),
    "sort": (many("values.l | sort"), STEPS),
    "length": (many("values.l | length"), STEPS),
    "replace": (many("values.b | replace('x', 'y')"), STEPS),
    "in": (many("'zz' in values.l"), STEPS),
    "in text": (many("'zz' in values.b"), STEPS),
    "is in": (many("'zz' is in values.l"), STEPS),
    "part": (many("values.l[1:]"), STEPS),
    "joined": (many("values.b ~ 'x'"), STEPS),
    "names": (many("[" + "values.n, " * 3000 + "]"), STEPS),
    "constant loops": (("{% for a in [" + "1," * 5000 + "] %}") * 2 + "{% endfor %}" * 2, STEPS),
    "nested if": ("{% if 1 %}" * 150 + "{% endif %}" * 150, "nested too deep"),
    "nested for": ("{% for i in [1] %}" * 25 + "{% endfor %}" * 25, "nested too deep"),
    "brackets": ("x: {{ " + "[" * 80 + "]" * 80 + " }}\n", "nested too deep"),
    "operators": ("x: {{ 1" + " + 1" * 5000 + " }}\n", "nested too deep"),
    "signs": ("x: {{ " + "- " * 5000 + "1 }}\n", "nested too deep"),
    "filters": ("x: {{ 1" + " | string" * 5000 + " }}\n", "nested too deep"),
    "elif": ("{% if 1 %}" + "{% elif 2 %}" * 4000 + "{% endif %}", "nested too deep"),
}


def render(folder: Path, template: str, values: str = "{}", more: str = "") -> tuple[Map, set[str]]:
    """The body, and the paths of the values that are not read."""
    (folder / "pool.yaml.j2").write_bytes(template.encode())
    names = parse(f"{more}values: {values}\n", "p.yaml")
    templates = PoolTemplates(folder, "T")
    body = templates.render("pool", names)
    return body, {path for path, origin in leaves(names["values"]) if origin not in templates.reads}


def refused(folder: Path, template: str, values: str = "{}") -> Finding:
    with pytest.raises(Refused) as caught:
        render(folder, template, values)
    return caught.value.findings[0]


def place(finding: Finding) -> str:
    assert finding.origin
    return f"{finding.origin.line}:{finding.origin.column} {finding.origin.text}"


@pytest.mark.parametrize("case", ENDLESS)
def test_nothing_runs_long(case: str, tmp_path: Path) -> None:
    template, says = ENDLESS[case]
    begun = time.process_time()
    assert refused(tmp_path, template, LONG).says == says
    assert time.process_time() - begun < 10  # about one second; this is for a slow machine


def test_includes_are_counted(tmp_path: Path) -> None:
    for i in range(29):
        (tmp_path / f"_{i}").write_text(f"{{% include '_{i + 1}' %}}" * 2)
    (tmp_path / "_29").write_text("")
    assert refused(tmp_path, "{% include '_0' %}").says == STEPS
    assert (
        refused(tmp_path, "a: 1\n{% include './_0' %}").says == "there is no template './_0' in T"
    )  # one file, one name


def test_a_rendering_does_not_pay_for_the_one_before(tmp_path: Path) -> None:
    (tmp_path / "pool.yaml.j2").write_text("x: {{ 'x' * 1000000 }}\n")
    templates = PoolTemplates(tmp_path, "T")
    for _ in range(12):
        assert len(templates.render("pool", parse("values: {}", "p.yaml"))["x"]) == 1_000_000


@pytest.mark.parametrize(
    ("template", "where"),
    [
        ("location: {{ loc }}", "1:14 loc"),
        ("a: 1\ntags: {x: {{ tag }}}", "2:14 tag"),
        ("location: {{ pool | oc }}", "1:21 oc"),
        ("x: {{ values. }}", "1:15 }}"),
        ("a: {# {{ z }} #} {{ 1 / 0 }}", "1:18 {{ 1 / 0 }}"),
        ("x: {{\n values.n\n + valuez\n}}", "3:4 valuez"),
        ("a: 1\nx: {{ values.e | first }}", "2:4 {{ values.e | first }}"),
        ("a: 1\n\n  {% autoescape true %}", "3:3 {% autoescape true %}"),
        ("x: {{ " + "[" * 25 + "]" * 25 + " }}", "1:31 " + "[" + "]" * 25 + " }}"),
    ],
)
def test_an_error_knows_its_place(template: str, where: str, tmp_path: Path) -> None:
    assert place(refused(tmp_path, template, "{n: 1, e: []}")) == where


@pytest.mark.parametrize(
    ("template", "path", "where"),
    [
        ("tags: {x: 5, {% if values.flag %}z: 5{% endif %}}", "tags.z", "T/pool.yaml.j2:1:37"),
        ("identity: {# {{ z }} #} {{ values.n + 1 }}", "identity", "T/pool.yaml.j2:1:25"),
        ("{% raw %}a: '{{ z }}'{% endraw %}\nb: {{ values.n + 1 }}", "b", "T/pool.yaml.j2:2:4"),
        ("{{ {'a': {'b': 1}}['a'] }}: {{ {'a': {}}['a'] }}", "1", ""),
        (
            "{% for i in [1] %}{% if values.flag %}x: {{ loop.index }}{% endif %}{% endfor %}",
            "x",
            "T/pool.yaml.j2:1:42",
        ),
        ("x: {{ values.t[values.n] }}", "x", "T/pool.yaml.j2:1:4"),
        ("x: {{ values.flag }}", "x", "p.yaml:1:22"),
        ("x: {{ values.l[1:] }}", "x[0]", "p.yaml:1:35"),
        ("a: b\u0085c\u2028\nd: e", "d", "T/pool.yaml.j2:2:4"),
        ("a: b\rd: e", "d", "T/pool.yaml.j2:2:4"),
    ],
)
def test_a_value_knows_its_place(template: str, path: str, where: str, tmp_path: Path) -> None:
    values = "{n: 1, flag: true, l: [a, b], t: ab}"
    if not where:
        assert refused(tmp_path, template, values).says == "a map cannot stand inside text"
        return
    body, _ = render(tmp_path, template, values)
    assert {path: str(origin) for path, origin in leaves(body)}[path] == where


@pytest.mark.parametrize(
    ("expression", "says"),
    [
        ("values.l | join(separator=' ')", "filter 'join' takes plain arguments only, without names"),
        ("values.l | replace('a')", "filter 'replace' takes 2 arguments, not 1"),
        ("values.l | upper", "filter 'upper' needs text, not a list"),
        ("'abc' | int", "filter 'int' cannot take \"abc\" (a string)"),
        ("[1, 'a'] | sort", "filter 'sort' needs a list of texts, or one of numbers"),
        ("'a' in 5", "'in' needs a list, a map or text, not 5 (a number)"),
        ("'a' < 5", 'cannot compare "a" (a string) with 5 (a number)'),
        ("'a' + 5", 'cannot work out "a" (a string) + 5 (a number)'),
        ("-'a'", 'operator - needs a number, not "a" (a string)'),
        ("'a'()", "only a function can be called, such as range"),
        ("range('a')", "'range' cannot be called with these arguments"),
        ("values.l['a':]", "a part of a list or text is named by whole numbers, such as [1:3]"),
        ("values.e | first", "the list is empty"),
        ("values.l.append", "there is no 'append' here"),
        ("values.e == nope", "there is no 'nope' here"),
        ("1 | nope", "No filter named 'nope'."),
    ],
)
def test_says_it_in_the_house_s_words(expression: str, says: str, tmp_path: Path) -> None:
    assert refused(tmp_path, f"x: {{{{ {expression} }}}}", "{l: [a, b], e: []}").says == says


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("{% for a, b in values.l %}{% endfor %}", 'a loop over 2 names needs lists of 2 items, not "a" (a string)'),
        ("{% set a, b = values.e %}", "there are not as many items as names on the left"),
        ("{% include values.e %}", "there is nothing to include"),
        (
            "{% autoescape true %}{% endautoescape %}",
            "a pool template cannot use {% autoescape %}; there are if, for, set, with, include and raw",
        ),
    ],
)
def test_statements_that_are_refused(statement: str, says: str, tmp_path: Path) -> None:
    assert refused(tmp_path, statement, "{l: [a, b], e: []}").says == says


def test_a_hint_names_only_what_is_there(tmp_path: Path) -> None:
    assert refused(tmp_path, "x: {{ tags }}").hint == "known here: parameter, range, secret, values"
    assert refused(tmp_path, "{% set tag = 1 %}\nx: {{ tags }}").hint == "did you mean 'tag'?"


def test_numbers_keep_their_spelling_in_lists(tmp_path: Path) -> None:
    expressions = [
        "l | join(' ')",
        "l | first",
        "l | last",
        "l | sort | join(' ')",
        "l[0:1] | join",
        "(l + l) | join(' ')",
    ]
    template = "".join(f'- "v{{{{ {expression} }}}}"\n' for expression in expressions).replace("l |", "values.l |")
    template = template.replace("l[", "values.l[").replace("(l + l)", "(values.l + values.l)")
    body, _ = render(tmp_path, "x:\n" + template, "{l: [1.20, 1.10]}")
    assert body["x"] == ["v1.20 1.10", "v1.20", "v1.10", "v1.10 1.20", "v1.20", "v1.20 1.10 1.20 1.10"]


def test_what_is_commented_out_stays_so(tmp_path: Path) -> None:
    template = (
        "{#\n{% set a = 1 %}\ntags: {x: y}\n#}\na: |\n  b\n{#\n  c\n#}\n  d\n{% raw %}\n  {% e %}\n{% endraw %}\n"
    )
    assert render(tmp_path, template)[0] == {"a": "b\nd\n{% e %}\n"}


@pytest.mark.parametrize(
    ("template", "unread"),
    [
        ("tags: {{ values.e }}\n{% for x in values.f %}{% endfor %}", {"l[0]", "l[1]", "m.k"}),
        ("x: {{ 'a' in values.l }}", {"e", "f", "m.k"}),
        ("x: {{ values.l[0:1] }}", {"e", "f", "l[1]", "m.k"}),
        ("x: {{ [values.m] }}", {"e", "f", "l[0]", "l[1]"}),
        ("x: {{ {'a': values.m} }}", {"e", "f", "l[0]", "l[1]"}),
        ("x: {{ values.l + [] }}", {"e", "f", "m.k"}),
    ],
)
def test_what_is_read_counts(template: str, unread: set[str], tmp_path: Path) -> None:
    assert render(tmp_path, template, "{e: {}, f: [], l: [a, b], m: {k: 1}}")[1] == unread


@pytest.mark.parametrize(
    "value", ["!!str {{ 5 }}", "&a !!int {{ 5 }}", '["\\uFDD0" , {{ 5 }}]', '"\\uFDD00\\uFDD1{{ 5 }}"']
)
def test_nothing_beside_a_placeholder_is_taken_for_more(value: str, tmp_path: Path) -> None:
    says = refused(tmp_path, f"x: {value}").says
    assert says in ("a tag cannot stand beside {{ }}", "a template cannot hold a Unicode noncharacter")


def test_a_lone_surrogate_arrives(tmp_path: Path) -> None:
    assert render(tmp_path, r"x: {{ '\ud800' }}")[0] == {"x": "\ud800"}  # validate refuses it


def test_a_template_is_no_link_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("a: b\n")
    folder = tmp_path / "pools"
    folder.mkdir()
    (folder / "_link").symlink_to(tmp_path / "secret")
    finding = refused(folder, "x: 1\n{% include '_link' %}")
    assert finding.says == "template '_link' is a link that leads out of T"
    assert place(finding) == "2:13 _link"


def test_two_pools_differ_in_more_than_case(tmp_path: Path) -> None:
    for name in ("pool", "Pool"):
        (tmp_path / f"{name}.yaml.j2").write_text("a: b\n")
    if len(list(tmp_path.iterdir())) < 2:
        pytest.skip("this file system does not know case")
    with pytest.raises(Refused, match="two files are pool 'Pool'"):
        PoolTemplates(tmp_path, "T")
