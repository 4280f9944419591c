"""Random session pools of our own making, by feature: what the generators and poolgen are both given.

Each is an example file as the specification has them. The same seed makes the same files.
"""

import json
import random
import re
import string
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from generator import schemas


def _table(text: str, separator: str = " ") -> list[str]:
    return text.split(separator)


VERSION = "2025-07-01"
ARM = "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/{}/providers/Microsoft.{}/{}/{}"
WORDS = _table(
    'sh -c run serve main.py --port=8080 --verbose /bin/sh python3 node index.js exec "$@" while true; do sleep 10;done'
    " agents api worker blue green prod staging eu-west 1Gi 0.5Gi registry.azurecr.io/team/app:1.4.2 contoso fabrikam "
    "https://example.org/a LOG_LEVEL debug HTTP_PROXY MODE fast cache tier-2 x system"
)
# Quotes, escapes, ends of comments; blanks and characters of all kinds; what YAML could take for other than text.
HOSTILE = [
    *(
        '"',
        "'",
        "\\",
        "\"'",
        "''\"",
        "'''\"\"\"",
        "it's",
        'say "hi"',
        "both ' and \"",
        "\\n",
        "\\u0041",
        "C:\\temp\\new",
    ),
    *("*/", "/*", "//", "#", "${x}", "$x", "`ls`", "{{ x }}", "%s", "<b>", "&amp;", "@param", "{@link X}"),
    *(",", ", ", ");", "(", ".x(", "new X()", " lead", "trail ", "  ", "a  b", "", "\u6c60" * 30, "\U0001f600" * 40),
    *("a\nb", "\n", "\r\n", "\t", "tab\tin", "\b", "\f", "\x00", "\x01", "\x1b[0m", "\x7f", "\x85", "\xa0", "\xad"),
    *("\u200b", "\u2028", "\u2029", "\ufeff", "\u00e9", "e\u0301", "\u6c60", "\uff21", "\U0001f600"),
    *(
        "12:30:45",
        "1:30",
        "8080:30.5",
        "yes",
        "on",
        "N",
        "true",
        "null",
        "~",
        "014",
        "0o14",
        "0x1F",
        "1e3",
        "2020-01-01",
    ),
    *("1_000", "-", "---", "? x", "- x", "a: b", "!x", "&x", "*x"),
]
TAGS = _table(
    "name type description path method default info $key format schema http language protocol operations details .x "
    ".name 1 10 9 01 007 1.5 -1 4294967295 api-key zipcode Token monkey PASSWORD authorization cost-center costCenter "
    "a_b A a Z z env team hidden-title \u00e9 \u6c60 \U0001f600 \uff21 x/y x.y x:y it's say\"hi a\\b length"
)
TITLES = _table(
    "MCP server|Pool 2 of 3|2 pools|create-or-update|a.b.c|x|X|ABC def|aBC|iPhone pool|What? Why!|Pool (preview)|"
    "a_b c_d|caf\u00e9 pool|\u6c60|na\u00efve \u6c60 test|\U0001f600 pool|3D|v2.0|HTTPServer and URLs|two  blanks|"
    'a/b|it\'s|say "hi"|100%|end.|ends..|how?|now!|then:|x. |\u3002|@see|{@code y}|Create or Update Session Pool|'
    "ALL CAPS TITLE|mixedCase Title|tail-|-head|x1y2|1|9lives|C# and F#|a,b;c|email@example.org|<b>bold</b>|"
    "{@link X}|*/|\\u0041|a & b|don\u2019t|new|class|void pool|\u00df|\u0130stanbul|e\u0301|IO pool",
    "|",
)
FEATURES = _table(
    "plain long env containers tags identities hostile empty null enums extra numbers location titles paths names few "
    "mixed"
)


class Example(NamedTuple):
    """An example file: its ``name``, its ``title`` in the specification, its JSON, and the feature that it tries."""

    name: str
    title: str
    document: dict[str, Any]
    feature: str

    def write(self, folder: Path) -> Path:
        """Write the file below a folder; give its path."""
        file = folder / f"{self.name}.json"
        file.write_text(json.dumps(self.document, indent=2, ensure_ascii=False), encoding="utf-8")
        return file


def examples(count: int, seed: int, features: Sequence[str] = FEATURES) -> list[Example]:
    """``count`` examples, the features in turn."""
    return [_example(number, features[number % len(features)], seed) for number in range(count)]


def document(body: dict[str, Any], group: str = "rg", pool: str = "testpool") -> dict[str, Any]:
    """The example file of a body."""
    parameters = {
        "subscriptionId": "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345",
        "resourceGroupName": group,
        "sessionPoolName": pool,
        "api-version": VERSION,
        "sessionPoolEnvelope": body,
    }
    return {"parameters": parameters, "responses": {"200": {"body": {"name": pool}}, "201": {}}}


def _example(number: int, feature: str, seed: int) -> Example:
    draw = random.Random(f"{seed}/{number}")  # noqa: S311
    maker = _Maker(draw, feature)
    name, title = f"C{number:03}_CreateOrUpdate", f"Create pool {number} of {seed}"
    if maker.on("titles", 0.9):
        title = maker.title(number)
    if maker.on("paths", 0.9) or feature == "names":
        name = maker.file_name(number)
    body = maker.object("SessionPool", schemas.load(VERSION)["$defs"]["SessionPool"])
    group = draw.choice(["rg", f"rg-{'agents-' * draw.randrange(1, 10)}prod", "my_rg.(1)"])
    pool = draw.choice(["testpool", "p1x", "pool" * draw.randrange(2, 15)])
    return Example(name, title, document(body, group, pool), feature)


class _Maker:
    """Draws values of a schema; ``feature`` says what is to be odd about them."""

    def __init__(self, draw: random.Random, feature: str) -> None:
        self.draw = draw
        self.feature = feature
        self.density = 0.25 if feature == "few" else draw.choice([0.5, 0.75, 0.9])

    def on(self, feature: str, share: float) -> bool:
        """Whether to do a feature's oddity here; ``mixed`` does all of them, rarely."""
        return self.draw.random() < (share if self.feature == feature else share / 6 if self.feature == "mixed" else 0)

    def object(self, name: str, schema: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        required = schema.get("required", [])
        for key, inner in schema["properties"].items():
            if inner.get("readOnly") and not self.on("extra", 0.4):
                continue
            wanted = key in required or name == "SessionPoolProperties" or key == "properties"
            if self.draw.random() < (0.97 if wanted else self.density):
                made[key] = None if self.on("null", 0.2) and key != "properties" else self.value(key, inner)
        if self.on("location", 0.5):
            made.pop("location", None)
        if self.on("extra", 0.5):
            made[self.draw.choice(["x", "zeta", "nodeSelector", "secret"])] = self.draw.choice(
                [1, "x", [1, "a"], {"a": {}}, None]
            )
        keys = list(made)
        self.draw.shuffle(keys)
        return {key: made[key] for key in keys}

    def value(self, key: str, schema: dict[str, Any]) -> Any:
        name, schema = schemas.resolve(VERSION, schema)
        match schema["type"]:
            case "object" if "properties" in schema:
                return {} if self.on("empty", 0.15) else self.object(name, schema)
            case "object":
                return {
                    self.key(key): self.value("entry", schema["additionalProperties"]) for _ in range(self.count(key))
                }
            case "array":
                return [
                    None if self.on("null", 0.1) else self.value(key, schema["items"]) for _ in range(self.count(key))
                ]
            case "string" if "enum" in schema:
                return self.text(key) if self.on("enums", 0.5) else self.draw.choice(schema["enum"])
            case "integer":
                edges = [0, -1, 2**31 - 1, -(2**31), 80.0]
                return self.draw.choice(edges) if self.on("numbers", 0.5) else self.draw.randrange(1, 10**5)
            case "number":
                edges = [
                    1,
                    0,
                    1.0,
                    1e-5,
                    1e-7,
                    1e7,
                    123456789.5,
                    1e21,
                    1e22,
                    0.1 + 0.2,
                    100,
                    -0.5,
                    0.001,
                    9999999.0,
                    1e300,
                    5e-324,
                    2**53 + 1,
                    12345678901234567890,
                    1.5e22,
                    -0.0,
                    -1e21,
                    1.5e-7,
                ]
                return self.draw.choice(edges if self.on("numbers", 0.8) else [0.25, 0.5, 1, 1.5, 2.75])
        return self.text(key)

    def count(self, key: str) -> int:
        if self.on("empty", 0.4):
            return 0
        most = {
            "env": 25 if self.on("env", 1) else 3,
            "containers": 8 if self.on("containers", 1) else 2,
            "tags": 9 if self.on("tags", 1) else 2,
            "userAssignedIdentities": 5 if self.on("identities", 1) else 1,
            "managedIdentitySettings": 5 if self.on("identities", 1) else 2,
            "command": 4,
        }.get(key, 3)
        return self.draw.randint(1, most)

    def key(self, name: str) -> str:
        if name == "userAssignedIdentities":
            return ARM.format("rg", "ManagedIdentity", "userAssignedIdentities", self.word())
        if self.on("tags", 0.7):
            return self.draw.choice(TAGS)
        return self.draw.choice(HOSTILE) if self.on("hostile", 0.4) else self.word()

    def text(self, key: str) -> str:
        if self.on("hostile", 0.6):
            return "".join(self.draw.choice([*HOSTILE, self.word()]) for _ in range(self.draw.choice([1, 1, 1, 2, 5])))
        if self.on("long", 0.5):
            size = self.draw.choice([60, 90, 100, 110, 120, 150, 400])
            return (self.draw.choice(["", " ", "/"]).join(self.word() for _ in range(80)))[: self.draw.randrange(size)]
        if key in ("environmentId", "identity") and self.draw.random() < 0.7:
            kind = (
                ("App", "managedEnvironments")
                if key == "environmentId"
                else ("ManagedIdentity", "userAssignedIdentities")
            )
            return ARM.format(self.word(), *kind, self.word())
        return " ".join(self.word() for _ in range(self.draw.choice([1, 1, 1, 2, 4, 9])))

    def word(self) -> str:
        letters = "".join(self.draw.choices(string.ascii_letters + string.digits, k=self.draw.randrange(2, 14)))
        return self.draw.choice([letters, self.draw.choice(WORDS)])

    def title(self, number: int) -> str:
        """A title that no other example has."""
        words = self.draw.choices(TITLES, k=self.draw.choice([1, 1, 1, 2, 4, 12]))
        words.insert(self.draw.randrange(len(words) + 1), str(number))
        title = self.draw.choice([" ", " ", "", "-", "."]).join(words)
        # Of others the Java generator can make a method's name that is none, and prints nothing for all examples.
        return title if re.match(r"[-0-9a-zA-Z]", title) else f"x{title}"

    def file_name(self, number: int) -> str:
        """A file name that no other example has; of other than plain characters for the feature ``names``."""
        odd = [" ", "\u00e9t\u00e9", "(1)", "\u6c60", "[x]", "a+b", "~", "!", "'", "{x}", "\U0001f600", "&", "=", ","]
        words = ["SessionPools", "MCP", "v2", "CreateOrUpdate", "aB", "3D", "x"]
        parts = [self.draw.choice([self.word(), *words]) for _ in range(self.draw.choice([1, 2, 4, 9, 16, 24]))]
        name = "".join(part + self.draw.choice(["_", "-", ".", "", "__"]) for part in parts)
        name = "".join(char for char in name if char.isalnum() or char in "._-")[:180]
        if self.feature == "names":
            name = f"{name[:60]}{''.join(self.draw.choices(odd, k=self.draw.randrange(1, 4)))}{name[60:]}"
        return f"{name}{number}"
