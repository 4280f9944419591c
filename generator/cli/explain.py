"""``poolgen explain``."""

from functools import partial
from pathlib import Path

import click

from generator.cli.console import fail, print_findings
from generator.cli.project import open_project, project_options


@click.command()
@partial(project_options, names="[PROFILE]... [PATH]")
def explain(*, names: tuple[str, ...], pools: tuple[str, ...], profiles: Path, templates: Path) -> None:
    """Show where every value of a pool comes from.

    With a PATH behind the PROFILEs, as messages show it, such as properties.secrets[0].name: that value, and all below
    it. What is wrong is told as 'validate' does, and what could be rendered is explained nevertheless.
    """
    from generator import explained, pipeline
    from generator.errors import Misuse, closest
    from generator.report import visible

    project = open_project(profiles, templates)
    known = pipeline.profile_names(project)
    chosen, path = list(names), ""
    if chosen and chosen[-1] not in known:
        path = chosen.pop()
    run = pipeline.survey(project, chosen, pools)
    print_findings(run.warnings, run.secrets)
    found = {key: explained.entries(body, run.secrets) for key, body in run.bodies.items()}
    shown = {key: explained.below(all_, path) for key, all_ in found.items()}
    if found and not any(shown.values()):
        everything = [entry for all_ in found.values() for entry in all_]
        hint = (
            closest(path, {*explained.paths(everything), *known}) or "a path is as messages show it, such as location"
        )
        raise Misuse(f"there is no profile and no value '{run.secrets.mask(path)}'", hint)
    for (profile, pool), all_ in shown.items():
        if all_:
            click.echo(f"{profile}/{pool}")
            for line in explained.lines(all_):
                click.echo(f"  {visible(line)}")
    fail(1 if any(finding.severity == "error" for finding in run.warnings) else 0)
