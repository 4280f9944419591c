"""Profiles: what they extend, in which order, and what a run makes of them."""

import os
from pathlib import Path

import pytest

from generator.errors import Refused
from generator.validate import validate
from generator.yamlsource import parse
from tests.conftest import SOUND, Poolgen

HEAD = (
    "apiVersion: 2025-07-01\nsubscriptionId: 00000000-0000-0000-0000-000000000000\nresourceGroup: rg\n"
    "ignore: [SP901]  # these locations are no regions\n"
)
SHOW = (
    "location: {{ values.x }}\ntags: {profile: {{ profile }}, pool: {{ pool }}, name: {{ sessionPoolName }}}\n" + SOUND
)


def location(tmp_path: Path, profile: str, pool: str = "pool") -> str:
    import json

    return str(json.loads((tmp_path / f"output/{profile}/{pool}/body.json").read_text())["location"])


def test_parents_apply_once_each_in_order(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {
        "profiles/base.yaml": f"abstract: true\n{HEAD}values: {{x: base, l: [base]}}\n",
        "profiles/a.yaml": "abstract: true\nextends: base\nvalues: {x: a, l: {$append: [a]}}\n",
        "profiles/b.yaml": "abstract: true\nextends: base\nvalues: {l: {$append: [b]}}\n",
        "profiles/dev.yaml": "extends: [a, b]\nvalues: {l: {$append: [dev]}}\n",
        "templates/pools/pool.yaml.j2": "location: {{ values.x }} {{ values.l | join(' ') }}\n",
    }
    assert poolgen("generate", "--target", "rest", files=files).exit_code == 0
    assert location(tmp_path, "dev") == "a base a b dev", "b's base does not undo what a says"
    assert [folder.name for folder in (tmp_path / "output").iterdir() if folder.is_dir()] == ["dev"]


def test_pool_values_lie_on_the_profile_s(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {
        "profiles/base.yaml": f"abstract: true\n{HEAD}values: {{x: base}}\n"
        "pools: {two: {values: {x: base two}}}\n",
        "profiles/dev.yaml": "extends: base\nvalues: {x: dev}\n",
        "profiles/prod.yaml": "extends: base\nresourceGroup: prod\n"
        "values: {x: prod}\npools: {two: {values: {x: prod two}}}\n",
        "templates/pools/one.yaml.j2": SHOW,
        "templates/pools/two.yaml.j2": SHOW,
    }
    assert poolgen("generate", "--target", "rest", files=files).exit_code == 0
    assert location(tmp_path, "dev", "one") == "dev"
    assert location(tmp_path, "dev", "two") == "base two"
    assert location(tmp_path, "prod", "two") == "prod two"


def test_a_pool_can_be_left_out_and_taken_in_again(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {
        "profiles/dev.yaml": HEAD + "values: {x: dev}\npools: {pool: {enabled: false}}\n",
        "profiles/prod.yaml": "extends: dev\npools: {pool: {enabled: true}}\n",
        "templates/pools/pool.yaml.j2": SHOW,
    }
    assert poolgen("generate", "--target", "rest", files=files).exit_code == 0
    assert not (tmp_path / "output/dev").exists()
    assert location(tmp_path, "prod") == "dev"


def test_patches_apply_layer_by_layer(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {
        "profiles/dev.yaml": HEAD + "values: {x: dev}\npools: {pool: {patch: {location: one, tags: {more: a}}}}\n",
        "profiles/prod.yaml": "extends: dev\nresourceGroup: prod\n"
        "pools: {pool: {patch: {location: two, tags: {more: {$delete: true}}}}}\n",
        "templates/pools/pool.yaml.j2": SHOW,
    }
    assert poolgen("generate", "--target", "rest", files=files).exit_code == 0
    assert (location(tmp_path, "dev"), location(tmp_path, "prod")) == ("one", "two")
    assert "more" not in (tmp_path / "output/prod/pool/body.json").read_text()


def test_an_abstract_profile_is_generated_when_named(poolgen: Poolgen) -> None:
    files = {
        "profiles/base.yaml": f"abstract: true\n{HEAD}values: {{x: base}}\n",
        "profiles/dev.yaml": "extends: base\n",
        "templates/pools/pool.yaml.j2": SHOW,
    }
    assert "1 pool valid" in poolgen("validate", "--target", "rest", files=files).output
    assert "2 pools valid" in poolgen("validate", "--target", "rest", "base", "dev").output


def test_values_that_nothing_reads_are_named(poolgen: Poolgen) -> None:
    files = {
        "profiles/base.yaml": f"abstract: true\n{HEAD}values: "
        "{x: base, y: {a: 1, b: 2}, z: [{c: 1, d: 2}], w: 1}\n",
        "profiles/dev.yaml": "extends: base\nvalues: {x: dev}\n",
        "profiles/prod.yaml": "extends: base\nresourceGroup: prod\npools: {two: {enabled: false}}\n",
        "templates/pools/one.yaml.j2": SHOW
        + "{% for i in values.z %}\n# {{ i.c }}\n{% endfor %}\n# {{ values.y.a }}\n",
        "templates/pools/two.yaml.j2": "location: {{ values.w }}x\n" + SOUND,
    }
    output = poolgen("validate", "--target", "rest", files=files).output
    assert output.count("warning") == 3  # two values, and the summary
    assert "profiles/base.yaml:6:32: warning: values.y.b: nothing reads this value" in output
    assert "values.z[0].d" in output
    assert "warning" not in poolgen("validate", "--target", "rest", "--pool", "one").output, (
        "other pools may read what this one does not"
    )


def test_an_editor_s_files_are_no_profiles(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {
        "profiles/dev.yaml": HEAD + "values: {x: a}\n",
        "profiles/.#dev.yaml": "[",
        "templates/pools/pool.yaml.j2": SHOW,
    }
    assert "1 pool valid" in poolgen("validate", "--target", "rest", files=files).output


def test_a_pipe_is_no_profile(poolgen: Poolgen, tmp_path: Path) -> None:
    files = {"profiles/dev.yaml": HEAD + "values: {x: a}\n", "templates/pools/pool.yaml.j2": SHOW}
    (tmp_path / "profiles").mkdir()
    os.mkfifo(tmp_path / "profiles/pipe.yaml")
    result = poolgen("validate", "--target", "rest", files=files)
    assert result.exit_code == 1
    assert "profiles/pipe.yaml:1:1: error: cannot be read: it is not a file" in result.output


ODD = ["[[1]]", "{a: {}}", "[]", "1e400", "-.inf", ".nan", "true", "null", "'\\'", '"\\0"', "0x" + "f" * 999, "''"]


@pytest.mark.parametrize("odd", ODD)
def test_odd_values_are_refused_where_they_stand(odd: str, poolgen: Poolgen) -> None:
    files = {
        "profiles/dev.yaml": HEAD + f"values:\n  odd: {odd}\n",
        "templates/pools/pool.yaml.j2": "location: {{ values.odd }}\nidentity: {type: {{ values.odd }}}\n"
        "properties:\n  containerType: {{ values.odd }}\n  scaleConfiguration: {maxConcurrentSessions: "
        "{{ values.odd }}}\n  secrets: {{ values.odd }}\n  dynamicPoolConfiguration: {{ values.odd }}\n",
    }
    result = poolgen("validate", "--target", "rest", files=files)
    assert result.exit_code == 1
    assert "profiles/dev.yaml:6:8: error" in result.output


def test_half_a_surrogate_pair_is_not_text() -> None:
    request = parse("{sessionPoolEnvelope: {location: x, tags: {a: b}}}", "p.yaml")
    body = request["sessionPoolEnvelope"]
    body["location"] = "\ud83d"
    body["tags"].put("k\udc00", "v", body.origin, body.at["tags"])
    with pytest.raises(Refused) as caught:
        validate(request, "2025-07-01")
    first, second = caught.value.findings
    assert (first.path, str(first.origin), first.found) == ("location", "p.yaml:1:34", "\\ud83d")
    assert (second.says, str(second.origin)) == ("half a surrogate pair is not text", "p.yaml:1:43")
