"""``poolgen validate``."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import coloured, fail, print_findings
from generator.cli.project import chosen_targets, open_project, project_options, strict_option

if TYPE_CHECKING:
    from generator.errors import Finding
    from generator.fixes import Plan
    from generator.masking import Secrets
    from generator.pipeline import Project, Run

    Checked = tuple[Sequence[Finding], int | None, Secrets]

ROUNDS = 10  # the schema is asked first, so what was mended may bring up what only the rules see


@click.command()
@project_options
@strict_option
@click.option(
    "--target", "target_names", multiple=True, metavar="TARGET", help="Must carry the pools; may be repeated.  [all]"
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How to report: text goes to stderr, what is for tools to stdout.",
)
@click.option("--fix", is_flag=True, help="Mend in the files what has one right answer, and report the rest.")
@click.option("--diff", "show", is_flag=True, help="With --fix: write nothing; show what would change.")
def validate(
    *,
    names: tuple[str, ...],
    pools: tuple[str, ...],
    profiles: Path,
    templates: Path,
    strict: bool,
    target_names: tuple[str, ...],
    format_: str,
    fix: bool,
    show: bool,
) -> None:
    """Check the named PROFILEs and their pools; write only what --fix mends."""
    from generator import pipeline

    if show and not fix:
        raise click.UsageError("--diff goes with --fix")
    if show and format_ != "text":
        raise click.UsageError("--diff goes with --format text")
    project = open_project(profiles, templates)
    targets = chosen_targets(target_names, "deployable")
    check = partial(pipeline.check, project, names, pools, targets, strict=strict, fixable=fix)
    outcome = partial(_outcome, check)
    findings, valid, secrets = _mended(project, outcome, show) if fix else outcome()
    if format_ == "text":
        print_findings(findings, secrets)
        count = sum(finding.fix is not None for finding in findings)
        if count and not fix:
            _say(f"--fix mends {count} of these, where it is safe")
    else:
        from generator.errors import masked
        from generator.report.formats import FORMATS

        click.echo(FORMATS[format_]([masked(finding, secrets) for finding in findings]), nl=False)
    if valid is None:
        fail(1)
    if format_ == "text":
        click.echo(f"{valid} pool{'' if valid == 1 else 's'} valid")


def _outcome(check: "Callable[[], Run]") -> "Checked":
    """All findings, how many pools are valid, None where the project is refused, and what is not to be shown."""
    from generator.errors import Refused

    try:
        run = check()
    except Refused as refused:
        return refused.findings, None, refused.secrets
    return run.warnings, len(run.requests), run.secrets


def _mended(project: "Project", check: "Callable[[], Checked]", show: bool) -> "Checked":
    """What is found once what can be is mended; or, to ``show`` what would change, as it is."""
    from generator import fixes

    checked = check()
    for _ in range(ROUNDS):
        todo = fixes.plan(project, checked[0])
        if show:
            for line in todo.diff(checked[2]):
                click.echo(coloured(line))
        if show or not todo.fixed:
            break
        fixes.carry_out(todo)
        _tell(todo, checked[2])
        checked = check()
    for finding, why in todo.left:
        _say(f"{finding.origin}: not fixed: {checked[2].mask(finding.path)}: {why}")
    return checked


def _tell(todo: "Plan", secrets: "Secrets") -> None:
    for fixed in todo.fixed:
        if fix := fixed.finding.fix:
            what = f"{fix.key} added: {fix.new}" if fix.key else f"{fix.old} -> {fix.new}"
            _say(f"{fixed.origin}: fixed: {secrets.mask(f'{fixed.finding.path}: {what}')}")


def _say(line: str) -> None:
    from generator.report import visible

    click.echo(visible(line), err=True)
