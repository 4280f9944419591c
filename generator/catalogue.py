"""The rules as a reader finds them: a list and a page each for the terminal, and all of them as Markdown."""

import sys
from collections.abc import Iterator

from generator.rules import Rule, rules

INTRODUCTION = """\
What poolgen checks beyond the schema, which itself refuses unknown and read-only properties, values of the wrong type,
and names and choices that the API does not have. This page is made by `poolgen rules --format markdown`.

An **error** is what the service refuses, or what could not work. A **warning** is what a client refuses, or the service
ignores. **Advice** is heard only where a profile asks for it, with `select: [advice]` or the rule's id."""

UNCHECKED = {
    "That the environment of a custom container pool has workload profiles, and is in the pool's region": (
        "A body names the environment, and does not show it."
    ),
    "That a pool that is deployed keeps its name, environment, location and container type": (
        "What is deployed is not looked at. Profiles that disagree with each other are SP951 and SP952."
    ),
    "That there are sessions enough for the load": (
        "It depends on how often one begins. At the maximum, requests fail at once: reckon with the rate at which "
        "sessions begin, times the cooldown period."
    ),
    "That a custom container pool has not too many sessions, or lets them live too long": "No limit is documented.",
    "That a region has session pools today, and a subscription the quota": (
        "Only Azure knows. SP901 and SP953 know what is documented."
    ),
    "That the image exists, is for Linux on amd64, listens on the port, and may be fetched": (
        "Neither image nor registry is looked at."
    ),
    "That those who deploy may, and those who call sessions have the role Azure ContainerApps Session Executor": (
        "Roles are assigned elsewhere."
    ),
    "That an update carries all secrets, as the service forgets those it is not given": (
        "What is deployed is not looked at. SP603 sees that each secret of the body has a value."
    ),
}


def listed() -> Iterator[str]:
    """A line for each rule."""
    for rule in rules().values():
        yield f"{rule.id}  {rule.severity:7}  {rule.sentence}"


def page(rule: Rule) -> Iterator[str]:
    """What there is to say of one rule, line by line."""
    yield f"{rule.id}, {_kind(rule)}: {rule.sentence}."
    for name, text in (("Why", rule.why), ("Fix", rule.fix), ("Source", rule.source)):
        yield f"{name + ':':8}{text}"
    if rule.versions:
        yield f"API:    {', '.join(rule.versions)}"


def markdown() -> str:
    """The catalogue as a page of documentation."""
    paragraphs = ["# Rules", INTRODUCTION]
    family = ""
    for rule in rules().values():
        heading = str(sys.modules[rule.check.__module__].__doc__).removesuffix(".")
        if heading != family:
            paragraphs.append(f"## {_text(heading)}")
            family = heading
        paragraphs += [
            f"### {rule.id}: {_text(rule.sentence)}",
            f"This is {_kind(rule)}. {_text(rule.why)}",
            f"*Fix:* {_text(rule.fix)}",
            f"*Source:* {_text(rule.source)}.",
        ]
        if rule.versions:
            paragraphs.append(f"*API versions:* {', '.join(rule.versions)}.")
    reasons = "\n".join(f"- {_text(what)}. {_text(reason)}" for what, reason in UNCHECKED.items())
    return "\n\n".join([*paragraphs, "## What is not checked", reasons])


def _kind(rule: Rule) -> str:
    return {"error": "an error", "warning": "a warning", "advice": "advice"}[rule.severity]


def _text(text: str) -> str:
    """Text in which Markdown sees no markup."""
    return "".join(f"\\{char}" if char in "\\`*_<>[]" else char for char in text)
