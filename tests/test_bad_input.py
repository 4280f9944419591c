"""Bad input: each kind of mistake, with the exact text that a user sees. Never a traceback, never half an output."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.conftest import SOUND, Poolgen

PROFILE = """\
apiVersion: 2025-07-01
subscriptionId: 00000000-0000-0000-0000-000000000000
resourceGroup: rg
"""
TEMPLATE = "location: westeurope\n" + SOUND
BODY = "{% for name, value in values.body.items() %}\n{{ name }}: {{ value }}\n{% endfor %}\n"


def profile(text: str) -> dict[str, str | bytes]:
    """A project whose one profile ends in ``text``."""
    return {"profiles/dev.yaml": PROFILE + text, "templates/pools/pool.yaml.j2": TEMPLATE}


def template(text: str, values: str = "values: {}\n") -> dict[str, str | bytes]:
    """A project whose one pool template is ``text``."""
    return {"profiles/dev.yaml": PROFILE + values, "templates/pools/pool.yaml.j2": text}


def body(text: str) -> dict[str, str | bytes]:
    """A project whose one body is ``text``, a YAML map in flow style."""
    return {"profiles/dev.yaml": f"{PROFILE}values:\n  body: {text}\n", "templates/pools/pool.yaml.j2": BODY}


def layers(base: str, dev: str) -> dict[str, str | bytes]:
    """A project with a body in base.yaml that dev.yaml patches."""
    return {
        "profiles/base.yaml": f"abstract: true\n{PROFILE}values:\n  body: {base}\n",
        "profiles/dev.yaml": f"extends: base\npools:\n  pool:\n    patch: {dev}\n",
        "templates/pools/pool.yaml.j2": BODY,
    }


CONTAINERS = "{location: x, properties: {customContainerTemplate: {containers: [{name: a, args: [x]}, {name: b}]}}}"


def containers(patch: str) -> str:
    return f"{{properties: {{customContainerTemplate: {{containers: {patch}}}}}}}"


CASES: dict[str, dict[str, str | bytes]] = {
    # YAML
    "yaml duplicate key": profile("location: a\nlocation: b\n"),
    "yaml custom tag": profile("values: {x: !env HOME}\n"),
    "yaml binary tag": profile("values: {x: !!binary aGk=}\n"),
    "yaml wrong tag": profile("values: {x: !!int eight}\n"),
    "yaml tab": profile("values:\n\tx: 1\n"),
    "yaml unclosed list": profile("values: {x: [1, 2}\n"),
    "yaml unclosed quote": profile("values: {x: 'open}\n"),
    "yaml colon in plain text": profile("location: west: europe\n"),
    "yaml unknown alias": profile("values: {x: *nowhere}\n"),
    "yaml alias in itself": profile("values: &v {x: *v}\n"),
    "yaml alias bomb": profile(
        "values:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"  {b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcde", "bcdef", strict=True))
    ),
    "yaml too deep": profile("values: {x: " + "[" * 150 + "]" * 150 + "}\n"),
    "yaml far too deep": profile("values: {x: " + "[" * 5000 + "]" * 5000 + "}\n"),
    "yaml two documents": profile("---\nlocation: x\n"),
    "yaml merge key": profile("values: {a: &a {x: 1}, b: {<<: *a}}\n"),
    "yaml key is a list": profile("values: {[a]: b}\n"),
    "yaml control character": profile("location: \x07\n"),
    "yaml not UTF-8": {"profiles/dev.yaml": b"location: caf\xe9\n", "templates/pools/pool.yaml.j2": TEMPLATE},
    "yaml too large": profile("# " + "x" * (1 << 20) + "\n"),
    "yaml long number": profile("values: {x: " + "9" * 5000 + "}\n"),
    # profiles
    "profile is a list": {"profiles/dev.yaml": "- a\n", "templates/pools/pool.yaml.j2": TEMPLATE},
    "profile is empty": {"profiles/dev.yaml": "", "templates/pools/pool.yaml.j2": TEMPLATE},
    "profile key unknown": profile("subscription: x\n"),
    "profile version unknown": {
        "profiles/dev.yaml": PROFILE.replace("07-01", "07-02"),
        "templates/pools/pool.yaml.j2": TEMPLATE,
    },
    "profile version is a number": {
        "profiles/dev.yaml": PROFILE.replace("2025-07-01", "2025"),
        "templates/pools/pool.yaml.j2": TEMPLATE,
    },
    "profile lacks a subscription": {
        "profiles/dev.yaml": PROFILE.replace("subscriptionId", "#"),
        "templates/pools/pool.yaml.j2": TEMPLATE,
    },
    "profile extends nobody": profile("extends: bass\n") | {"profiles/base.yaml": "abstract: true\n"},
    "profile extends a number": profile("extends: [1]\n"),
    "profiles in a circle": {
        "profiles/a.yaml": "extends: b\n",
        "profiles/b.yaml": "extends: [c]\n",
        "profiles/c.yaml": "extends: a\n",
        "templates/pools/pool.yaml.j2": TEMPLATE,
    },
    "profile extends itself": {"profiles/a.yaml": "extends: a\n", "templates/pools/pool.yaml.j2": TEMPLATE},
    "profile name": profile("") | {"profiles/-rf.yaml": "abstract: true\n"},
    "profile twice": profile("") | {"profiles/Dev.yml": "abstract: true\n"},
    "profile pool unknown": profile("pools: {poool: {}}\n"),
    "profile pool key unknown": profile("pools: {pool: {enable: false}}\n"),
    "profile pool is a string": profile("pools: {pool: yes}\n"),
    "profile enabled is a string": profile("pools: {pool: {enabled: no}}\n"),
    "profile values is a list": profile("values: [a]\n"),
    # merge
    "merge append to nothing": layers("{location: x}", "{tags: {$append: [a]}}"),
    "merge append to a map": layers("{location: x, tags: {a: b}}", "{tags: {$append: [a]}}"),
    "merge append no list": layers(CONTAINERS, containers("{$append: a}")),
    "merge append a known key": layers(CONTAINERS, containers("{$append: [{name: a}]}")),
    "merge delete nothing": layers("{location: x}", "{tags: {$delete: true}}"),
    "merge delete false": layers("{location: x}", "{location: {$delete: false}}"),
    "merge delete with more": layers("{location: x}", "{location: {$delete: true, x: 1}}"),
    "merge replace nothing": layers("{location: x}", "{tagz: {$replace: {}}}"),
    "merge marker unknown": layers("{location: x}", "{tags: {$remove: true}}"),
    "merge marker out of place": layers("{location: x}", "{$replace: {}}"),
    "merge item unknown": layers(CONTAINERS, containers("[{name: aa, image: x}]")),
    "merge item without key": layers(CONTAINERS, containers("[{image: x}]")),
    "merge item is text": layers(CONTAINERS, containers("[a]")),
    # templates
    "template name unknown": template("location: {{ loction }}\n", "location: x\n"),
    "template value unknown": template("a: 1\nlocation: {{ values.regoin }}\n", "values: {region: x}\n"),
    "template value below a value": template("location: {{ values.a.b }}\n", "values: {a: x}\n"),
    "template index too large": template("location: {{ values.a[3] }}\n", "values: {a: [x]}\n"),
    "template syntax": template("location: x\n{% if values.a %}\ntags: {}\n", "values: {a: 1}\n"),
    "template bad expression": template("location: {{ values. }}\n"),
    "template unknown filter": template("location: {{ pool | capitalise }}\n"),
    "template unknown statement": template("{% macro x() %}{% endmacro %}\nlocation: x\n"),
    "template set block": template("{% set x %}a: b{% endset %}\nlocation: x\n"),
    "template include outside": template("{% include '../../profiles/dev.yaml' %}\n"),
    "template include unknown": template("{% include '_shard.yaml' %}\n") | {"templates/pools/_shared.yaml": "a: b\n"},
    "template includes itself": template("{% include 'pool.yaml.j2' %}\n"),
    "template error in an include": template("location: x\n{% include '_tags.yaml' %}\n")
    | {"templates/pools/_tags.yaml": "tags:\n  a: {{ tag }}\n"},
    "template endless loop": template(
        "{% for i in range(1000) %}{% for j in range(1000) %}{% endfor %}{% endfor %}\nlocation: x\n"
    ),
    "template huge range": template("{% for i in range(10000000) %}{% endfor %}\n"),
    "template huge text": template("location: {{ 'x' * 10000000 }}\n"),
    "template growing text": template(
        "{% set a = 'x' * 1000000 %}\n{% set b = a ~ a %}\n{% set c = b ~ b %}\nlocation: {{ c }}\n"
    ),
    "template huge output": template("{% for i in range(90000) %}\n# a comment that is not short\n{% endfor %}\n"),
    "template power": template("location: {{ 9 ** 9 ** 9 }}\n"),
    "template private attribute": template("location: {{ pool.__class__.__mro__ }}\n"),
    "template method": template("location: {{ pool.format(1) }}\n"),
    "template loops over a number": template("{% for i in values.n %}{% endfor %}\n", "values: {n: 3}\n"),
    "template map in text": template("location: x{{ tags }}\n", "tags: {a: b}\n"),
    "template null in text": template("location: x{{ values.n }}\n", "values: {n: null}\n"),
    "template places a function": template("location: {{ range }}\n"),
    "template division by zero": template("location: {{ 1 / 0 }}\n"),
    "template is a list": template("- location: x\n"),
    "template is empty": template("# nothing\n"),
    "template is not YAML": template("location: x\n  tags: {{ pool }}\n"),
    "template duplicate key": template("location: a\n{{ 'location' }}: b\n"),
    "template noncharacter": template("location: \ufdd00\ufdd1\n"),
    "template not UTF-8": template("") | {"templates/pools/pool.yaml.j2": b"location: \xff\n"},
    # the schema
    "schema all at once": body(
        "{tags: {a: 1, b: null}, identity: {type: SystemAsigned, principalId: x}, properties: {nodeCount: 1,"
        " containerType: Custom, scaleConfiguration: {maxConcurrentSessions: '80', readySessionInstances: true,"
        " maxSessions: 3}, secrets: {}, customContainerTemplate: {targetPort: 80, containers: [{command: /bin/sh,"
        " resources: {cpu: .nan, memory: 1}}, x], ingress: {targetPort: 80.0}}, managedIdentitySettings: [{}]}}"
    ),
    "schema missing": body("{properties: {}}"),
    "schema unknown property": body("{location: x, properties: {scaleConfigurations: {}}}"),
    "schema property of another object": body("{location: x, environmentId: y}"),
    "schema read-only": body("{location: x, id: y, name: z}"),
    "schema null": body("{location: null}"),
    "schema enum": body("{location: x, properties: {containerType: pythonlts}}"),
    "schema string for a number": body("{location: x, properties: {scaleConfiguration: {maxConcurrentSessions: ten}}}"),
    "schema number for a string": body("{location: 1.10}"),
    "schema boolean for a number": body(
        "{location: x, properties: {scaleConfiguration: {maxConcurrentSessions: true}}}"
    ),
    "schema int32": body("{location: x, properties: {scaleConfiguration: {maxConcurrentSessions: 2147483648}}}"),
    "schema infinite": body(
        "{location: x, properties: {customContainerTemplate: {containers: [{resources: {cpu: 1e400}}]}}}"
    ),
    "schema in a template": template("location: x\nproperties:\n  containerType: PythonLST\n"),
    "schema deep in a list": body("{location: x, properties: {secrets: [{name: a}, {name: b, vlaue: c}]}}"),
    "pool name": profile("pools: {pool: {sessionPoolName: My-Pool}}\n"),
    "pool name too short": profile("pools: {pool: {sessionPoolName: ab}}\n"),
    "pool name is a number": profile("pools: {pool: {sessionPoolName: 123}}\n"),
    "resource group": {
        "profiles/dev.yaml": PROFILE.replace("rg\n", "my group!\n"),
        "templates/pools/pool.yaml.j2": TEMPLATE,
    },
    "resource group too long": {
        "profiles/dev.yaml": PROFILE.replace("rg\n", "g" * 91 + "\n"),
        "templates/pools/pool.yaml.j2": TEMPLATE,
    },
    "subscription": {
        "profiles/dev.yaml": PROFILE.replace("0000-0000-0000-0000", "0000"),
        "templates/pools/pool.yaml.j2": TEMPLATE,
    },
    # folders
    "no profiles folder": {"templates/pools/pool.yaml.j2": TEMPLATE},
    "no profiles": {"profiles/readme.txt": "", "templates/pools/pool.yaml.j2": TEMPLATE},
    "no templates folder": {"profiles/dev.yaml": PROFILE},
    "no templates": {"profiles/dev.yaml": PROFILE, "templates/pools/_x.yaml": ""},
    "template's name": profile("") | {"templates/pools/..x.yaml.j2": TEMPLATE},
    "output is a file": profile("") | {"output": "mine"},
    "output path is taken": profile("") | {"output/dev/pool": "mine"},
    "manifest damaged": profile("") | {"output/.poolgen.json": "{"},
    "manifest leads out": profile("")
    | {"output/.poolgen.json": '{"files": {"../profiles/dev.yaml": "rest deployable"}}'},
}


@pytest.mark.parametrize("case", CASES)
def test_says_what_is_wrong(case: str, poolgen: Poolgen, snapshot: SnapshotAssertion, tmp_path: Path) -> None:
    result = poolgen("generate", files=CASES[case])
    before = {tmp_path / name: text if isinstance(text, bytes) else text.encode() for name, text in CASES[case].items()}
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before, "nothing is written"
    assert result.exit_code in (1, 2)
    assert f"exit status {result.exit_code}\n{result.output}" == snapshot
