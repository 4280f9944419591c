"""``poolgen generate``."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.console import coloured, fail, print_findings
from generator.cli.project import FOLDER, chosen_targets, open_project, project_options, strict_option

if TYPE_CHECKING:
    from generator.write import Plan


@click.command()
@project_options
@strict_option
@click.option("--target", "target_names", multiple=True, metavar="TARGET", help="Only this target; may be repeated.")
@click.option("--style", type=click.Choice(["deployable", "documented"]), default="deployable", show_default=True)
@click.option(
    "--layout",
    type=click.Choice(["profile", "module"]),
    default="profile",
    show_default=True,
    help="Files for each profile, or one module of all of them with a file of parameters for each.",
)
@click.option("--output", type=FOLDER, default=Path("output"), show_default=True, help="Folder to write to.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 and show a diff where the output is stale.")
@click.option("--diff", "show", is_flag=True, help="Write nothing; show what would change.")
def generate(
    *,
    names: tuple[str, ...],
    pools: tuple[str, ...],
    profiles: Path,
    templates: Path,
    strict: bool,
    target_names: tuple[str, ...],
    style: str,
    layout: str,
    output: Path,
    check: bool,
    show: bool,
) -> None:
    """Write the artifacts of the named PROFILEs: all that are not abstract."""
    from generator import layouts, pipeline, write

    if check and show:
        raise click.UsageError("--check and --diff exclude each other")
    is_module = layout == "module"
    if is_module and names:
        raise click.UsageError("a module is made of all profiles: name none with --layout module")
    targets = chosen_targets(target_names, style, is_module=is_module)
    run = pipeline.check(
        open_project(profiles, templates), names, pools, targets if style == "deployable" else (), strict=strict
    )
    print_findings(run.warnings, run.secrets)
    made_as = layout if is_module else style
    makers = {f"{target.name} {made_as}" for target in targets}

    def covers(path: str, maker: str) -> bool:
        profile, pool, *_ = path.split("/")
        made = maker in makers or (not target_names and maker.endswith(f" {made_as}"))
        return made and (not names or profile in names) and (not pools or pool in pools)

    found = layouts.modules(run, targets) if is_module else layouts.artifacts(run, targets, style)
    artifacts = {path: (text, maker) for path, text, maker in found}
    if check or show:
        todo = write.plan(output, artifacts, covers)
        for line in todo.diff(run.secrets):
            click.echo(coloured(line))
        click.echo(_summary(todo, "would be "), err=True)
        fail(1 if check and not todo.fresh else 0)
    click.echo(_summary(write.update(output, artifacts, covers), ""))


def _summary(todo: "Plan", tense: str) -> str:
    counts = Counter(todo.does.values())
    parts = [f"{counts[word]} {tense}{word}" for word in ("created", "changed", "removed") if counts[word]]
    parts.append(f"{counts['unchanged']} unchanged")
    return f"{todo.folder.as_posix()}: {', '.join(parts)}"
