"""YAML keeps its plain meaning, and every value its place."""

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Problem, Refused
from generator.origins import leaves
from generator.textfile import read_file
from generator.yamlsource import parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NO", "NO"),
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1.10", 1.1),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("12:30:45", "12:30:45"),
        ("2025-07-01", "2025-07-01"),
        ("true", True),
        ("True", True),
        ("tRUE", "tRUE"),
        ("~", None),
        ("null", None),
        ("", None),
        ("'80'", "80"),
        ("!!str 80", "80"),
        ("=", "="),
        ("-.inf", float("-inf")),
        ("|\n  a\n  b\n", "a\nb\n"),
        (">-\n  a\n  b\n", "a b"),
        ('"\\u00e9\\x07"', "é\x07"),
    ],
)
def test_plain_meaning(text: str, value: Any) -> None:
    found = parse(f"x: {text}", "p.yaml")["x"]
    assert (found, type(found)) == (value, type(value))


def test_keys_are_text_as_written() -> None:
    assert list(parse("{NO: a, 010: b, 1.10: c, true: d, ~: e}", "p.yaml")) == ["NO", "010", "1.10", "true", "~"]


def test_every_value_knows_its_place() -> None:
    document = parse("a: 1\nb:\n  - x\n  - {c: 'y'}\nd: &d [2]\ne: *d\n", "p.yaml")
    assert {path: (str(origin), origin.text) for path, origin in leaves(document)} == {
        "a": ("p.yaml:1:4", "1"),
        "b[0]": ("p.yaml:3:5", "x"),
        "b[1].c": ("p.yaml:4:9", "'y'"),
        "d[0]": ("p.yaml:5:8", "2"),
        "e[0]": ("p.yaml:5:8", "2"),
    }
    assert str(document.key_at["d"]) == "p.yaml:5:1"


@given(st.text(max_size=60))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        return
    with suppress(Problem):
        parse(text, "p.yaml")


@pytest.mark.parametrize(
    ("text", "place", "source"),
    [
        ("v: &v 1.10", "p.yaml:1:7", "1.10"),
        ("v: !!int 5", "p.yaml:1:10", "5"),
        ("v: &v !!str # why\n  # and\n  x y", "p.yaml:3:3", "x y"),
        ("v: !<tag:yaml.org,2002:str> 'x'", "p.yaml:1:29", "'x'"),
        ("v: &v\nw: 1", "p.yaml:1:6", ""),
        ("[&v , 1]", "p.yaml:1:4", ""),
        ("v: &v [1]", "p.yaml:1:7", "[1]"),
        ("? &k key\n: &v |\n  a&b", "p.yaml:2:6", "|"),
    ],
)
def test_an_origin_leaves_anchor_and_tag_out(text: str, place: str, source: str) -> None:
    document: Any = parse(text, "p.yaml")
    origin = document.at[0] if text[0] == "[" else next(iter(document.at.values()))
    assert (str(origin), origin.text) == (place, source)


@pytest.mark.parametrize("char", ["\x85", "\u2028", "\u2029"])
def test_lines_break_as_in_yaml_1_2(char: str) -> None:
    document = parse(
        f"a: x{char}y\n'k{char}': |\n  b{char}\ne: \"c{char}\\U0010FFFD\"\rf: \U0010fffd{char}\r\ng: 1\n# {char}\nh: 2",
        "p.yaml",
    )
    assert document == {
        "a": f"x{char}y",
        f"k{char}": f"b{char}\n",
        "e": f"c{char}\U0010fffd",
        "f": f"\U0010fffd{char}",
        "g": 1,
        "h": 2,
    }
    assert [origin.line for origin in document.at.values()] == [1, 2, 4, 5, 6, 8]
    assert document.at["a"].text == f"x{char}y"


@pytest.mark.parametrize("text", ["[" * 40_000, "- " * 40_000, "? " * 300_000, "{a: " * 200_000])
def test_no_depth_breaks_the_stack(text: str) -> None:
    with pytest.raises(Refused, match="nested deeper than 100 levels"):
        parse(text, "p.yaml")


@pytest.mark.parametrize(
    ("text", "says", "place"),
    [
        ("x: !!bool yes", "not a value of type bool", "p.yaml:1:11"),
        ("x: !!null foo", "not a value of type null", "p.yaml:1:11"),
        ("x: !!int 1_000", "not a value of type int", "p.yaml:1:10"),
        ('x: !!int " 7 "', "not a value of type int", "p.yaml:1:10"),
        ("x: !!float infinity", "not a value of type float", "p.yaml:1:12"),
        ("x: !!str [a]", "tag !!str does not fit this value", "p.yaml:1:4"),
        ("x: !!map [a]", "tag !!map does not fit this value", "p.yaml:1:4"),
        ("x: !!seq {a: b}", "tag !!seq does not fit this value", "p.yaml:1:4"),
        ("x: !!map a", "tag !!map does not fit this value", "p.yaml:1:4"),
        ("x: 0x" + "f" * 5000, "a number of more than 1,000 digits", "p.yaml:1:4"),
        ("<<: a", "merge keys (<<) are not part of YAML 1.2", "p.yaml:1:1"),
        ("é: ü\x07", "not YAML: a character that YAML does not allow", "p.yaml:1:5"),
        ("a: 1\nx: {a: b", "not YAML: did not find expected ',' or '}'", "p.yaml:2:4"),
        ("x: &v {a: *v}", "an alias stands inside its own anchor", "p.yaml:1:7"),
    ],
)
def test_refused_where_it_stands(text: str, says: str, place: str) -> None:
    with pytest.raises(Refused) as caught:
        parse(text, "p.yaml")
    finding = caught.value.findings[0]
    assert (finding.says, str(finding.origin)) == (says, place)


def test_a_quoted_key_is_no_merge_key() -> None:
    assert parse("{'<<': a, \"<<b\": c}", "p.yaml") == {"<<": "a", "<<b": "c"}


def test_a_pair_of_surrogates_has_a_hint() -> None:
    with pytest.raises(Refused) as caught:
        parse('x: "\\ud83d\\ude00"', "p.yaml")
    assert "U0001F600" in caught.value.findings[0].hint


def test_bad_bytes_are_placed_by_characters(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\xc3\xa9\xc3\xa9\xff")
    with pytest.raises(Refused) as caught:
        read_file(tmp_path / "p.yaml", "p.yaml")
    assert str(caught.value.findings[0].origin) == "p.yaml:2:3"
