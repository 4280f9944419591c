"""What a finding is of, for tools: the domain rule that was broken, or the step before the rules that refused it."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.carry import CANNOT
from generator.errors import Finding, Severity
from generator.rules import rules


class Kind(NamedTuple):
    """A stable id, and what there is to say of all findings that have it."""

    id: str
    severity: Severity
    sentence: str
    why: str
    fix: str
    source: str = ""


STEPS = (
    Kind(
        "profile",
        "error",
        "A profile can be read, and merges with what it extends.",
        "What cannot be read or merged says nothing of any pool.",
        "Follow the hint; the README's section on profiles tells what a profile may say.",
    ),
    Kind(
        "schema",
        "error",
        "A request fits the schema of its API version.",
        "The service refuses properties and values that the API does not have.",
        "Use the names, types and choices of the API; 'poolgen validate --fix' mends the spelling of choices.",
        "the Azure REST API specification of the version",
    ),
    Kind(
        "template",
        "error",
        "A pool template can be rendered.",
        "What cannot be rendered gives no request.",
        "Follow the hint; the README's section on pool templates tells what a template may use.",
    ),
    Kind(
        "target",
        "error",
        "Every target can carry the pools.",
        "A language or an SDK that cannot say a value would change it in silence.",
        "Change the value, or name the other targets with --target.",
    ),
    Kind(
        "unread-value",
        "warning",
        "Every value of a profile is read by some template.",
        "A value that nothing reads is most often a misspelt one, and has no effect.",
        "Spell it as the template does, or take it out.",
    ),
    Kind(
        "unused-ignore",
        "warning",
        "Every ignore takes a finding away.",
        "One that is of no use will hide the next finding, which nobody has thought about.",
        "Take it out.",
    ),
)


def kinds() -> Iterator[Kind]:
    """Every kind of finding: those of the steps, then the domain rules."""
    yield from STEPS
    for rule in rules().values():
        yield Kind(rule.id, rule.severity, rule.sentence, rule.why, rule.fix, rule.source)


def kind_of(finding: Finding) -> str:
    """The id of a finding's kind."""
    if finding.rule:
        return finding.rule
    if finding.severity == "warning":
        return "unread-value" if finding.path else "unused-ignore"
    if CANNOT in finding.says:
        return "target"
    if finding.path:
        return "schema"
    return "template" if finding.origin and finding.origin.file.endswith(".j2") else "profile"
