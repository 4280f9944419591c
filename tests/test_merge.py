"""Merging: deep, by key, with markers; every leaf keeps its origin."""

import time
from typing import Any

import pytest

from generator.errors import Refused
from generator.merge import merge
from generator.origins import Map, Origin, Seq, leaves
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


def test_origins_of_what_replaces() -> None:
    result = merged(
        "{tag: a, one: {x: 1}, two: [1], three: [1], env: [{name: A}], kept: {x: 1}}",
        "tag: {$replace: 1.10}\none: [2]\ntwo: {y: 2}\nthree: {$append: [2]}\nenv: [{name: A, value: x}]\n"
        "kept: {x: 2}\n",
        "env: [{$replace: {name: A}}]\n",
    )
    assert {key: str(origin) for key, origin in result.at.items()} == {
        "tag": "layer0.yaml:1:17",
        "one": "layer0.yaml:2:6",
        "two": "layer0.yaml:3:6",
        "three": "base.yaml:1:40",
        "env": "base.yaml:1:50",
        "kept": "base.yaml:1:69",
    }
    assert result.at["tag"].text == "1.10"
    assert str(result["env"].at[0]) == "layer1.yaml:1:18"
    assert str(result.key_at["one"]) == "layer0.yaml:2:1"


@pytest.mark.parametrize(
    ("base", "over", "says", "hint"),
    [
        ("{}", "{env: [{name: A}, {name: A}]}", "has an item with name 'A' already", "it is at"),
        ("{env: [{name: A}]}", "{env: {$append: [{name: A}]}}", "has an item with name 'A' already", "leave '$append'"),
        ("{}", "{env: [{name: A, $delete: true}]}", "'$delete' matches nothing: there is no such item of 'env'", ""),
        ("{}", "{env: [{$replace: {name: A}}]}", "'$replace' matches nothing: there is no such item of 'env'", ""),
        ("{xs: [1]}", "{xs: [{$delete: true}]}", "'$delete' means nothing in a list item of 'xs'", "whole list"),
        ("{xs: [1]}", "{xs: [{$append: [1]}]}", "'$append' means nothing in a list item of 'xs'", "whole list"),
        ("{xs: [1]}", "{xs: [{$replace: 1}]}", "'$replace' means nothing in a list item of 'xs'", "whole list"),
        ("{env: [{name: A}]}", "{env: [{name: A, value: 5, $delete: true}]}", "'$delete' must stand alone", ""),
        ("{env: [{name: A}]}", "{env: [{name: A, value: 5, $replace: {name: A}}]}", "'$replace' must stand alone", ""),
        ("{env: [{name: true}]}", "{env: [{name: 1}]}", "has no item with name 1 (a number)", ""),
        ("{env: [{name: 1.0}]}", "{env: [{name: 1}]}", "has no item with name 1 (a number)", ""),
        ("{env: [{name: {a: 1}}]}", "{env: [{name: {a: 2}}]}", "has no item with name a map", ""),
    ],
)
def test_items_that_match_nothing(base: str, over: str, says: str, hint: str) -> None:
    with pytest.raises(Refused) as caught:
        merged(base, over)
    assert says in caught.value.findings[0].says
    assert hint in caught.value.findings[0].hint


def test_long_lists_merge_in_no_time() -> None:
    env = Seq(Origin("a", 1, 1))
    for number in range(40_000):
        item = Map(env.origin)
        item.put("name", f"N{number}", env.origin, env.origin)
        env.put(item, env.origin)
    layer = Map(env.origin)
    layer.put("env", env, env.origin, env.origin)
    begin = time.process_time()
    result = merge(merge(Map(env.origin), layer), layer)
    assert len(result["env"]) == 40_000
    assert time.process_time() - begin < 5
