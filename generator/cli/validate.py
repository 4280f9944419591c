"""``poolgen validate``."""

from pathlib import Path

import click

from generator.cli.console import print_findings
from generator.cli.project import open_project, project_options


@click.command()
@project_options
def validate(names: tuple[str, ...], pools: tuple[str, ...], profiles: Path, templates: Path) -> None:
    """Check the named PROFILEs and their pools; write nothing."""
    from generator import pipeline

    run = pipeline.check(open_project(profiles, templates), names, pools)
    print_findings(run.warnings)
    count = len(run.requests)
    click.echo(f"{count} pool{'' if count == 1 else 's'} valid")
