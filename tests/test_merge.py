"""Merging: deep, by key, with markers; every leaf keeps its origin."""

from typing import Any

import pytest

from generator.merge import merge
from generator.origins import Map, leaves
from generator.yamlsource import parse


def merged(base: str, *layers: str) -> Map:
    result: Map = parse(base, "base.yaml")
    for number, layer in enumerate(layers):
        result = merge(result, parse(layer, f"layer{number}.yaml"))
    return result


@pytest.mark.parametrize(
    ("base", "over", "result"),
    [
        ("{a: {b: 1, c: 2}}", "{a: {c: 3, d: 4}}", {"a": {"b": 1, "c": 3, "d": 4}}),
        ("{a: 1}", "{a: {b: 1}}", {"a": {"b": 1}}),
        ("{a: {b: 1}}", "{a: 1}", {"a": 1}),
        ("{a: {b: 1}}", "{a: {}}", {"a": {"b": 1}}),
        ("{a: 1}", "{a: null}", {"a": None}),
        ("{a: [1, 2]}", "{a: [3]}", {"a": [3]}),
        ("{a: [1, 2]}", "{a: []}", {"a": []}),
        ("{a: [1]}", "{a: {$append: [2, {b: 3}]}}", {"a": [1, 2, {"b": 3}]}),
        ("{a: {b: 1, c: 2}}", "{a: {$replace: {d: 3}}}", {"a": {"d": 3}}),
        ("{a: [1]}", "{a: {$replace: 5}}", {"a": 5}),
        ("{a: 1, b: 2}", "{a: {$delete: true}}", {"b": 2}),
        ("{}", "{$$a: {$$delete: true}}", {"$a": {"$delete": True}}),
        ("{env: [{name: A, value: x}]}", "{env: [{name: A, value: y}]}", {"env": [{"name": "A", "value": "y"}]}),
        (
            "{secrets: [{name: a, value: x}, {name: b, value: y}]}",
            "{secrets: [{name: b, $delete: true}]}",
            {"secrets": [{"name": "a", "value": "x"}]},
        ),
        (
            "{containers: [{name: a, image: x, args: [1]}]}",
            "{containers: [{$replace: {name: a, image: y}}]}",
            {"containers": [{"name": "a", "image": "y"}]},
        ),
        (
            "{managedIdentitySettings: [{identity: system}]}",
            "{managedIdentitySettings: [{identity: system, lifecycle: Main}]}",
            {"managedIdentitySettings": [{"identity": "system", "lifecycle": "Main"}]},
        ),
        ("{env: []}", "{env: [{name: A}]}", {"env": [{"name": "A"}]}),
        ("{env: [{name: A}]}", "{env: []}", {"env": []}),
        ("{env: [A, B]}", "{env: [C]}", {"env": ["C"]}),
        ("{env: [{name: A}]}", "{env: {$append: [{name: B}]}}", {"env": [{"name": "A"}, {"name": "B"}]}),
    ],
)
def test_merge(base: str, over: str, result: Any) -> None:
    before = parse(base, "base.yaml")
    assert merge(before, parse(over, "over.yaml")) == result
    assert before == parse(base, "base.yaml"), "the base is as it was"


def test_order_is_the_first_writer_s() -> None:
    assert list(merged("{a: 1, b: 2, c: 3}", "{c: 4, d: 5, a: 6}")) == ["a", "b", "c", "d"]


def test_every_leaf_keeps_its_origin() -> None:
    result = merged(
        "a: {b: 1, c: 2}\nenv:\n  - {name: A, value: x}\nlist: [1]\n",
        "a: {c: 3}\nenv:\n  - {name: A, value: y}\n",
        "list: {$append: [2]}\nenv: {$append: [{name: B}]}\n",
    )
    assert {path: str(origin) for path, origin in leaves(result)} == {
        "a.b": "base.yaml:1:8",
        "a.c": "layer0.yaml:1:8",
        "env[0].name": "layer0.yaml:3:12",
        "env[0].value": "layer0.yaml:3:22",
        "env[1].name": "layer1.yaml:2:24",
        "list[0]": "base.yaml:4:8",
        "list[1]": "layer1.yaml:1:18",
    }
