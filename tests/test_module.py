"""One module for all environments: with the arguments of a profile it is that profile's body again."""

import functools
from collections.abc import Mapping
from random import Random
from typing import Any

import pytest

from generator import codemodel
from generator.module import Module, fold
from generator.walk import parameters
from tests.conftest import inputs
from tests.instantiate import answered, instantiate
from tests.mutations import family
from tests.readback import doubles, wire
from tests.sdk.bodies import collect

VERSION = "2025-07-01"
Body = dict[str, Any]


def module(bodies: Mapping[str, Body], version: str = VERSION) -> Module:
    trees = {profile: codemodel.build(body, version) for profile, body in bodies.items()}
    return fold(trees, dict.fromkeys(bodies, "pool"), version)


@functools.cache
def families() -> list[dict[str, Body]]:
    """300 sets of bodies, two to four in each, which share much."""
    bodies = collect(300, 5, VERSION)
    return [family(body, bodies, Random(number), VERSION) for number, body in enumerate(bodies)]


def samples() -> dict[str, dict[str, Body]]:
    found: dict[str, dict[str, Body]] = {}
    for request in inputs().values():
        if request.profile in ("dev", "staging", "prod"):
            found.setdefault(request.example.name, {})[request.profile] = wire(request.body)
    return found


def holds(bodies: Mapping[str, Body]) -> Module:
    made = module(bodies)
    for profile, body in bodies.items():
        found = answered(instantiate(made, profile), body)
        assert doubles(found) == doubles(body), profile
    return made


@pytest.mark.parametrize("pool", samples())
def test_a_sample_is_itself_again(pool: str) -> None:
    holds(samples()[pool])


def test_random_profiles_are_themselves_again() -> None:
    sizes = [len(parameters(holds(bodies).body)) for bodies in families()]
    assert sum(size > 1 for size in sizes) > 200, "or they had nothing that differs"
