"""Domain rules: for each, bodies that break it and bodies that do not; none may call a published body an error."""

import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from generator import schemas
from generator.errors import Finding, Refused
from generator.ignores import Asked, Ignores
from generator.origins import Map, Origin, Seq
from generator.pool import Pool, together
from generator.review import Subject, broken, review
from generator.review import finding as finding_of
from generator.rules import rules
from generator.settled import settled
from generator.validate import validate
from generator.yamlsource import parse
from tests.conftest import HERE, ROOT, Poolgen

FACTS = parse((HERE / "facts/rules.yaml").read_text(), "rules.yaml")
PARAMETERS = {"subscription": "subscriptionId", "group": "resourceGroupName", "name": "sessionPoolName"}
ALL = Asked(frozenset({"advice"}), {})
VERSION = "2025-07-01"


def put(owner: Any, steps: list[str], value: Any, at: Origin) -> None:
    """Set the value at a path of a copied body; None takes it out."""
    step, *rest = steps
    if isinstance(owner, Seq):
        index = int(step)
        if rest:
            put(owner[index], rest, value, at)
        elif index == len(owner):
            owner.put(value, at)
        else:
            owner[index] = value
    elif rest:
        if step not in owner:
            owner.put(step, Map(at), at, at)
        put(owner[step], rest, value, at)
    elif value is not None:
        owner.put(step, value, at, at)
    elif step in owner:
        owner.drop(step)


def request(body: Map, settings: Map | None = None, version: str = VERSION) -> Map:
    """The PUT of a body in which some values are set."""
    result = Map(body.origin)
    for name, value in {
        "subscriptionId": "6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10",
        "resourceGroupName": "rg",
        "sessionPoolName": "pool",
        "api-version": version,
    }.items():
        result.put(name, value, body.origin, body.origin)
    result.put(schemas.ENVELOPE, copied(body), body.origin, body.origin)
    for path, value in (settings or {}).items():
        if path in PARAMETERS:
            result[PARAMETERS[path]] = value
        else:
            put(result[schemas.ENVELOPE], path.split("."), value, body.origin)
    return result


def copied(value: Any) -> Any:
    """A body that can be changed without changing others."""
    if isinstance(value, Map):
        result = Map(value.origin)
        for key, item in value.items():
            result.put(key, copied(item), value.at[key], value.key_at[key])
        return result
    if isinstance(value, Seq):
        items = Seq(value.origin)
        for item, at in zip(value, value.at, strict=True):
            items.put(copied(item), at)
        return items
    return value


def run(case: Map | Seq) -> list[Map]:
    """The requests of a case."""
    pools = case if isinstance(case, Seq) else [case]
    return [
        request(FACTS["sound"][name], settings, pool.get("version", VERSION))
        for pool in pools
        for name, settings in pool.items()
        if name != "version"
    ]


def findings(requests: Iterable[Map], asked: Asked = ALL) -> list[Finding]:
    return review([Subject(each, asked, f"pool {n}") for n, each in enumerate(requests, 1)], Ignores())


def cases(kind: str) -> list[Any]:
    return [
        pytest.param(rule, case, id=f"{rule}-{index}")
        for rule in rules()
        for index, case in enumerate(FACTS.get(rule, {}).get(kind, ()))
    ]


@pytest.mark.parametrize(("rule", "case"), cases("breaks"))
def test_a_body_that_breaks_a_rule(rule: str, case: Any, snapshot: SnapshotAssertion) -> None:
    """What is found in it, by this rule and by others, is in the snapshot."""
    requests = run(case)
    for each in requests:
        if each["api-version"] in schemas.versions():
            validate(settled(each), each["api-version"])  # else no rule would ever see it
    found = findings(requests)
    assert rule in {finding.rule for finding in found}
    assert [
        " | ".join((f"{each.rule} {each.path}", each.found, each.expected, each.hint)) for each in found
    ] == snapshot


@pytest.mark.parametrize(("rule", "case"), cases("holds"))
def test_a_body_that_does_not(rule: str, case: Any) -> None:
    requests = run(case)
    for each in requests:
        if each["api-version"] in schemas.versions():
            validate(settled(each), each["api-version"])
    assert rule not in {finding.rule for finding in findings(requests)}


@pytest.mark.parametrize("name", FACTS["sound"])
def test_a_sound_body_breaks_no_rule(name: str) -> None:
    """Not even advice."""
    assert findings([request(FACTS["sound"][name])]) == []


ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    10**400,
    "",
    "x",
    "\U0001f680",
    [],
    [1],
    [[]],
    [{}],
    {},
    {"x": 1},
    {"name": {}},
)


def variants(value: Any) -> Iterator[Any]:
    """A body with an odd value in each place of it, in turn."""
    yield from ODD
    if isinstance(value, dict):
        for name, item in value.items():
            yield from ({**value, name: odd} for odd in variants(item))
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from ([*value[:index], odd, *value[index + 1 :]] for odd in variants(item))


@pytest.mark.parametrize("case", ["custom", "python", "probes"])
def test_no_body_is_too_odd(case: str) -> None:
    """An example is not held against the schema, so anything may stand anywhere."""
    (sound,) = run(FACTS["SP454"]["breaks"][1] if case == "probes" else parse(f"{case}: {{}}", ""))
    count = 0
    for odd in variants(sound):
        if isinstance(odd, dict):
            for pool in together([Pool(odd), Pool(sound)]):
                for rule, hit in broken(pool, ALL.select):
                    assert finding_of(rule, hit, pool, sound.origin).rule == rule.id
                    count += 1
    assert count > 300


@pytest.mark.parametrize(("last", "found"), [("é" * 13, []), ("é" * 13 + "+", ["24,577 bytes"])])
def test_tags_have_a_limit_in_all(last: str, found: list[str]) -> None:
    body = request(FACTS["sound"]["python"])
    tags = Map(body.origin)
    for index in range(50):
        tags.put(f"{index:0480}", "é" * 5 if index else last + "é" * 30, body.origin, body.origin)
    put(body[schemas.ENVELOPE], ["tags"], tags, body.origin)
    assert [finding.found for finding in findings([body])] == found


@pytest.mark.parametrize(("size", "found"), [(512, []), (513, ["513 characters"])])
def test_a_tag_has_a_limit(size: int, found: list[str]) -> None:
    body = request(FACTS["sound"]["python"])
    tags = Map(body.origin)
    tags.put("x" * size, "", body.origin, body.origin)
    put(body[schemas.ENVELOPE], ["tags"], tags, body.origin)
    assert [finding.found for finding in findings([body])] == found


def test_no_rule_without_cases() -> None:
    for name, rule in rules().items():
        assert FACTS[name]["breaks"], name
        assert FACTS[name]["holds"], name
        for text in (rule.sentence, rule.why, rule.fix, rule.source):
            assert text
            assert text == text.strip()
    assert {name for name in FACTS if name.startswith("SP")} == set(rules())


def test_ids_are_stable() -> None:
    """What an ignore names must not come to mean something else. Add ids at the end of a family; never reuse one."""
    assert all(re.fullmatch("SP[1-9][0-9]{2}", name) for name in rules())
    for name, rule in rules().items():
        family = re.search(r"\((SP[0-9]+)\)", sys.modules[rule.check.__module__].__doc__ or "")
        assert family
        assert name.startswith(family[1])


@pytest.mark.parametrize("index", range(len(FACTS["schema"])))
def test_what_the_schema_alone_refuses(index: int) -> None:
    (broken,) = run(FACTS["schema"][index])
    with pytest.raises(Refused):
        validate(settled(broken), VERSION)


@pytest.mark.parametrize("name", FACTS["published"])
def test_no_published_body_is_an_error(name: str, snapshot: SnapshotAssertion) -> None:
    body = request(FACTS["published"][name])
    validate(body, VERSION)
    found = findings([body], Asked(frozenset(), {}))
    assert {finding.severity for finding in found} <= {"warning"}
    assert sorted(f"{each.rule} {each.path}" for each in found) == snapshot


def test_the_catalogue(poolgen: Poolgen) -> None:
    assert poolgen("rules", "--format", "markdown").stdout == (ROOT / "docs/rules.md").read_text(), "run `make docs`"
    lines = poolgen("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(rules())
    page = poolgen("rules", "SP101").stdout
    assert page.startswith("SP101, an error: A custom container pool must keep")
    for misuse, says in ((["SP99"], "no rule 'SP99'"), (["SP101", "--format", "markdown"], "shown as text")):
        result = poolgen("rules", *misuse)
        assert result.exit_code == 2
        assert says in result.stderr
