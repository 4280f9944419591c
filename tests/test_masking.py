"""How known secrets are hidden: whole, in pieces, in each spelling; and how much else is left alone."""

import pytest

from generator.masking import NOTHING, Secrets, column, hidden
from generator.secretsource import secret_spans
from generator.textdiff import unified

LONG = "The quick brown fox jumps over the lazy dog, and back again."


@pytest.mark.parametrize(
    ("secret", "text", "shown"),
    [
        ("hunter2", "found: hunter2", "found: ****"),
        ("hunter2", "HUNTER2, xhunter2y", "****, x****y"),
        ("it's", "'it''s' and it's", "'****' and ****"),
        ('say "hi"', r'"say \"hi\"" (a string)', '"****" (a string)'),
        ("two\nlines", "lines of two\\nlines", "**** of ****"),
        ("Zoë", "Zoë", "Zoë"),  # too short to be hidden everywhere
        ("Zoë!", r"\u005a Zo\u00eb!", r"\u005a ****"),
        ("second", "cooldownPeriodInSeconds: second", "cooldownPeriodInSeconds: ****"),
        ("true", "true (a boolean)", "true (a boolean)"),
        ("8080", "port 8080", "port 8080"),
        ("db-password", "write 'DB_PASSWORD', or dbpassword", "write '****', or ****"),
        (LONG, f"cut: {LONG[:40]}...", "cut: ****..."),
        (LONG, f"...{LONG[20:]}", "...****"),
        (LONG, "the quick brown fox", "the quick brown fox"),
    ],
)
def test_a_text(secret: str, text: str, shown: str) -> None:
    assert Secrets(frozenset({secret})).mask(text) == shown


def test_two_that_overlap() -> None:
    assert Secrets(frozenset({"ab1cd", "cd2ef"})).mask("x ab1cd2ef y") == "x **** y"


def test_a_place_has_its_mask_and_columns_move() -> None:
    secrets = Secrets(places={("x.yaml", 3): ((7, 10),)})
    row = "value: abc  # here"
    spans = secrets.spans(row, "x.yaml", 3)
    assert hidden(row, spans) == "value: ****  # here"
    assert [column(index, spans) for index in (0, 7, 8, 10, 14)] == [0, 7, 7, 11, 15]
    assert secrets.spans(row, "x.yaml", 4) == secrets.spans(row) == []


def test_a_diff_tells_that_secrets_differ_and_not_how() -> None:
    old, new = "a: 1\nsecrets:\n- {name: x, value: abc}\n", "a: 1\nsecrets:\n- {name: x, value: xyz}\n"
    lines = list(unified("x", old, new, NOTHING, secret_spans))
    assert lines[-2:] == ["-- {name: x, value: ****}", "+- {name: x, value: ****}"]
    assert list(unified("x", old, old, NOTHING, secret_spans)) == []


YAML = {
    "secrets: [{name: a, value: X}]\nenv: [{name: b, value: c}]\n": ["X"],
    "secrets:\n- name: a\n  value: 'X'\nother: y\n": ["X"],
    "secrets:\n  - value: |\n      X\n      X\n    name: a\nother: y\n": ["X", "X"],
    "secrets:\n  - name: a\n    value: X  # X\n": ["X  # X"],
    'secrets: [{name: a, value: secret("NAME")}]\n': [],
    'secrets:\n  - name: a\n    value: parameter("NAME", default="X")\n': ["X"],
    "secrets: [{name: a, value: {{ values.pw }}}]\n": [],
    "secrets: [{name: a, value: {{ values.pw | default('X') }}}]\n": ["X"],
    "a:\n  secrets:\n  - name: a\n  value: X\n  other: y\n": ["X"],
    "secrets: X\nother: y\n": ["X"],
    "{secrets: {a: X}, other: y}\n": ["X"],
    "secrest: [{name: a, value: X}]\n": ["X"],
    "dbPassword: X\npasswordSecretRef: y\nsecretRef: z\n": ["X"],
    "a: &pw X\nsecrets:\n- {name: a, value: *pw}\n": ["X"],
    "tags: {secret-santa: y}\nimage: secrets/app:1\n": [],
}


@pytest.mark.parametrize("text", YAML)
def test_where_secrets_stand(text: str) -> None:
    assert [text[start:stop].strip() for start, stop in secret_spans(text)] == YAML[text]
