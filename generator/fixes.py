"""Carry out the fixes that findings bring: in the files that are at fault, and in nothing else.

A fix is carried out where the text at fault is the value itself, stands for nothing else, and changes no body of the
project anywhere but at the finding's path. That is found out before anything is written, with the edited text in the
place of the file's.
"""

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator import edits
from generator.edits import Edit, Not
from generator.errors import Finding, Fix, Misuse, Refused
from generator.folder import refusing, swap
from generator.lock import locked
from generator.masking import NOTHING, Secrets
from generator.origins import Map, Origin, Seq
from generator.pipeline import Project, bodies
from generator.schemas import ENVELOPE
from generator.secretsource import secret_spans
from generator.textdiff import unified
from generator.textfile import read_file
from generator.yamlsource import parse


class Fixed(NamedTuple):
    """A finding, its file's text as it was read, and the edit that mends it."""

    finding: Finding
    origin: Origin
    raw: str
    edit: Edit


@dataclass(slots=True)
class Plan:
    """The fixes that can be carried out, and the findings whose fix cannot, with the reason."""

    fixed: list[Fixed] = field(default_factory=list)
    left: list[tuple[Finding, str]] = field(default_factory=list)

    def texts(self) -> Iterator[tuple[str, str, str]]:
        """Each file, with its text as it is and as it would be."""
        by_file: dict[str, list[Fixed]] = {}
        for fixed in self.fixed:
            by_file.setdefault(fixed.origin.file, []).append(fixed)
        for file, group in sorted(by_file.items()):
            yield file, group[0].raw, edits.apply(group[0].raw, {fixed.edit for fixed in group})

    def diff(self, secrets: Secrets = NOTHING) -> Iterator[str]:
        """The lines of a unified diff, with no secret in them."""
        for file, old, new in self.texts():
            yield from unified(file, old, new, secrets, partial(secret_spans, names=secrets.keys))


def plan(project: Project, findings: Sequence[Finding]) -> Plan:
    """What of the findings' fixes can be carried out; the rest with the reason why not."""
    todo = Plan()
    raws: dict[str, str] = {}
    possible: list[Fixed] = []
    for finding in findings:
        if finding.fix and finding.origin:
            try:
                possible.append(_one(project, finding, finding.origin, finding.fix, raws))
            except Not as error:
                todo.left.append((finding, str(error)))
    if possible:
        before = bodies(project)
        if _harmless(project, before, possible):
            todo.fixed = possible
        else:  # one of them does harm
            for fixed in possible:
                if _harmless(project, before, [*todo.fixed, fixed]):
                    todo.fixed.append(fixed)
                else:
                    todo.left.append((fixed.finding, "the same text stands for something else, too"))
    return todo


def carry_out(todo: Plan) -> None:
    """Write the files of a plan: those of one folder all or none. Raises Misuse where one cannot be written."""
    changes: dict[Path, list[tuple[str, bytes]]] = {}
    for name, old, new in todo.texts():
        file = Path(name)
        with refusing("write"):
            if not file.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
                raise Misuse(f"'{name}' is read-only", "nothing was changed")
            if file.read_bytes() != old.encode():
                raise Misuse(f"'{name}' has changed while it was being checked", "nothing was changed; run again")
        changes.setdefault(file.parent, []).append((file.name, new.encode()))
    for folder, steps in changes.items():
        with locked(folder):
            swap(folder, steps)


def _one(project: Project, finding: Finding, origin: Origin, fix: Fix, raws: dict[str, str]) -> Fixed:
    """The edit for one finding, as far as its file alone can tell. Raises Not."""
    file = Path(origin.file)
    if file.is_symlink():
        raise Not("the file is a link")
    try:
        raw = raws.setdefault(origin.file, file.read_bytes().decode())
    except (OSError, UnicodeDecodeError):
        raise Not("the file has changed") from None
    made = edits.edit(raw, origin, fix)
    if file.parent == project.profiles:
        _expect_one_change(raw, origin, made, fix.new)
    return Fixed(finding, origin, raw, made)


def _expect_one_change(raw: str, origin: Origin, made: Edit, new: str) -> None:
    """Raise Not where an edit does not change one value of a profile's document, to the new one."""
    document = parse(edits.plain(raw), origin.file)
    if edits.uses(document, origin) != 1:
        raise Not("other places share the value by its anchor")
    try:
        after = parse(edits.plain(edits.apply(raw, [made])), origin.file)
    except Refused:
        raise Not("no YAML would be left") from None
    if list(_changes(document, after).values()) != [(str, new)]:
        raise Not("more than the value would change")


def _harmless(project: Project, before: Mapping[tuple[str, str], Map], fixes: Sequence[Fixed]) -> bool:
    """Whether the fixes change the bodies of a project where they should, and nowhere else."""
    todo = Plan(list(fixes))
    texts = {file: edits.plain(new) for file, _, new in todo.texts()}
    after = bodies(project, lambda file, shown: texts.get(shown) or read_file(file, shown))
    meant = {(fixed.finding.path, (str, fixed.finding.fix.new)) for fixed in fixes if fixed.finding.fix}
    same = before.keys() == after.keys()
    return same and all(_changes(before[key], after[key]).items() <= meant for key in before)


def _changes(old: Any, new: Any) -> dict[str, Any]:
    """The paths at which two documents differ, as findings spell them, with what is there now."""
    was, now = dict(_flat(old, "")), dict(_flat(new, ""))
    gone = dict.fromkeys(was.keys() - now.keys())
    return gone | {path: value for path, value in now.items() if path not in was or was[path] != value}


def _flat(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    match value:
        case Map():
            yield path, dict
            for key, item in value.items():
                yield from _flat(item, "" if (path, key) == ("", ENVELOPE) else f"{path}.{key}" if path else key)
        case Seq():
            yield path, list
            for index, item in enumerate(value):
                yield from _flat(item, f"{path}[{index}]")
        case _:
            yield path, (type(value), value)
