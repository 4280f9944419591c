"""YAML keeps its plain meaning, and every value its place."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Problem
from generator.origins import leaves
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
