"""What the commands that read a project share: its folders, and names on the command line."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from generator.pipeline import Project
    from generator.targets import Target


class _Folder(click.Path):
    """A folder's name. An empty one, as of a variable that is not set, would mean the working directory."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("a folder's name is not empty; the working directory is '.'", param, ctx)
        return super().convert(value, param, ctx)


FOLDER = _Folder(file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def project_options(command: Callable[..., None], names: str = "[PROFILE]...") -> Callable[..., None]:
    """The options and arguments of a command that reads a project; ``names`` is what help calls the arguments."""
    for option in (  # the last is shown first
        click.option(
            "--templates",
            type=FOLDER,
            default=Path("templates/pools"),
            show_default=True,
            help="Folder of the pool templates.",
        ),
        click.option(
            "--profiles", type=FOLDER, default=Path("profiles"), show_default=True, help="Folder of the profiles."
        ),
        click.option("--pool", "pools", multiple=True, metavar="POOL", help="Only this pool; may be repeated."),
        click.argument("names", metavar=names, nargs=-1),
    ):
        command = option(command)
    return command


strict_option = click.option("--strict", is_flag=True, help="Refuse warnings, too.")


def open_project(profiles: Path, templates: Path) -> "Project":
    """The project of two folders."""
    from generator.pipeline import Project

    return Project(profiles, templates)


def chosen_targets(names: Iterable[str], style: str, *, is_module: bool = False) -> "list[Target]":
    """The targets of these names, or all. Raises Misuse for one that does not exist or lacks the style or layout."""
    from generator.errors import Misuse, nearest
    from generator.targets import targets

    known = targets()
    if is_module and style == "documented":
        raise Misuse("there is no documented style of a module", "the Azure documentation prints no such sample")
    for name in names:
        if name not in known:
            raise Misuse(f"there is no target '{name}'", nearest(name, known))
        if style == "documented" and known[name].documented is None:
            raise Misuse(f"target '{name}' has no documented style", "the Azure documentation prints no such sample")
        if is_module and known[name].module is None:
            able = ", ".join(other.name for other in known.values() if other.module)
            raise Misuse(f"target '{name}' has no module layout", f"these have: {able}")
    return [known[name] for name in names] or [target for target in known.values() if target.module or not is_module]
