"""The command line: alone prints, and alone exits. 0 is clean, 1 has findings, 2 is misuse."""

import gc
import io
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from generator import __version__

if TYPE_CHECKING:  # what the commands need is loaded inside them, so that --help starts at once
    from generator.errors import Finding
    from generator.pipeline import Project
    from generator.targets import Target
    from generator.write import Plan


class _Folder(click.Path):
    """A folder's name. An empty one, as of a variable that is not set, would mean the working directory."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("a folder's name is not empty; the working directory is '.'", param, ctx)
        return super().convert(value, param, ctx)


FOLDER = _Folder(file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


class _Commands(click.Group):
    """Prints what the steps raise."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; turn what it raises into messages and an exit status."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):  # click ends these well
            raise
        except Exception as error:
            from generator.errors import Misuse, Refused

            match error:
                case Refused():
                    _print(error.findings)
                    _fail(1)
                case Misuse():
                    _complain(error.says, error.hint)
                case OSError():  # the last resort for this and the next: no step has caught it
                    _complain(str(error))
                case RecursionError() | MemoryError():
                    _complain("the input is too large, or nested too deep", str(error))
                case _:
                    raise
            _fail(2)


def _fail(status: int) -> NoReturn:
    raise click.exceptions.Exit(status)


def _print(findings: "Sequence[Finding]") -> None:
    from generator import report

    for line in report.lines(findings):
        click.echo(line, err=True)


def _complain(says: str, hint: str = "") -> None:
    from generator.report import visible

    click.echo(f"{click.style('error', fg='red', bold=True)}: {visible(says)}", err=True)
    if hint:
        click.echo(f"   = hint: {visible(hint)}", err=True)


def _project(command: Callable[..., None]) -> Callable[..., None]:
    """The options and arguments of a command that reads a project."""
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
        click.argument("names", metavar="[PROFILE]...", nargs=-1),
    ):
        command = option(command)
    return command


_strict = click.option("--strict", is_flag=True, help="Refuse warnings, too.")


def _open(profiles: Path, templates: Path) -> "Project":
    from generator.pipeline import Project

    return Project(profiles, templates)


def _targets(names: Iterable[str], style: str) -> "list[Target]":
    from generator.errors import Misuse, nearest
    from generator.targets import targets

    known = targets()
    for name in names:
        if name not in known:
            raise Misuse(f"there is no target '{name}'", nearest(name, known))
        if style == "documented" and known[name].documented is None:
            raise Misuse(f"target '{name}' has no documented style", "the Azure documentation prints no such sample")
    return [known[name] for name in names] or list(known.values())


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="poolgen")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Print Azure Container Apps session pools: profiles and templates in, deployable and documented code out."""
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    if isinstance(sys.stdout, io.TextIOWrapper):  # a diff is UTF-8, and a file's name may be any bytes
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some reads every installed package
    gc.disable()  # a run leaves few cycles behind, and the search for them takes a quarter of its time


@main.command()
@_project
@_strict
@click.option("--target", "target_names", multiple=True, metavar="TARGET", help="Only this target; may be repeated.")
@click.option("--style", type=click.Choice(["deployable", "documented"]), default="deployable", show_default=True)
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
    output: Path,
    check: bool,
    show: bool,
) -> None:
    """Write the artifacts of the named PROFILEs: all that are not abstract."""
    from generator import pipeline, write

    if check and show:
        raise click.UsageError("--check and --diff exclude each other")
    targets = _targets(target_names, style)
    run = pipeline.check(_open(profiles, templates), names, pools, strict)
    _print(run.warnings)
    makers = {f"{target.name} {style}" for target in targets}

    def covers(path: str, maker: str) -> bool:
        profile, pool, *_ = path.split("/")
        made = maker in makers or (not target_names and maker.endswith(style))
        return made and (not names or profile in names) and (not pools or pool in pools)

    artifacts = {path: (text, maker) for path, text, maker in pipeline.artifacts(run, targets, style)}
    if check or show:
        todo = write.plan(output, artifacts, covers)
        for line in todo.diff():
            click.echo(_coloured(line))
        click.echo(_summary(todo, "would be "), err=True)
        _fail(1 if check and not todo.fresh else 0)
    click.echo(_summary(write.update(output, artifacts, covers), ""))


def _coloured(line: str) -> str:
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=colour) if colour else line


def _summary(todo: "Plan", tense: str) -> str:
    counts = Counter(todo.does.values())
    parts = [f"{counts[word]} {tense}{word}" for word in ("created", "changed", "removed") if counts[word]]
    parts.append(f"{counts['unchanged']} unchanged")
    return f"{todo.folder.as_posix()}: {', '.join(parts)}"


@main.command()
@_project
@_strict
def validate(names: tuple[str, ...], pools: tuple[str, ...], profiles: Path, templates: Path, strict: bool) -> None:
    """Check the named PROFILEs and their pools; write nothing."""
    from generator import pipeline

    run = pipeline.check(_open(profiles, templates), names, pools, strict)
    _print(run.warnings)
    count = len(run.requests)
    click.echo(f"{count} pool{'' if count == 1 else 's'} valid")


@main.command()
@click.argument("files", metavar="EXAMPLE.json...", nargs=-1, type=FILE)
@click.option("--spec", type=FILE, help="OpenAPI file whose x-ms-examples give titles, and files where none is named.")
@click.option("--target", "target_names", multiple=True, metavar="TARGET", help="Only this target; may be repeated.")
@click.option("-o", "--output", type=FOLDER, default=Path(), help="Folder to write to.  [default: here]")
def example(files: tuple[Path, ...], spec: Path | None, target_names: tuple[str, ...], output: Path) -> None:
    """Print specification examples as the Azure documentation does."""
    from generator import examples, write

    targets = _targets(target_names, "documented")
    printed = examples.artifacts(files, spec, targets)
    _print(printed.warnings)
    write.into(output, printed.files)
    click.echo(f"{output.as_posix()}: {len(printed.files)} written")


@main.command(name="targets")
def targets_() -> None:
    """List the output languages, their SDKs and their files."""
    from generator.emit import STYLES
    from generator.targets import targets
    from generator.templating import target_templates

    for target in targets().values():
        click.echo(f"{target.name:8} {target.sdk}")
        for style in STYLES:
            files = ", ".join(
                str(path).replace("example.", "NAME.") for path, _ in target_templates(target.name)[style]
            )
            if files:
                click.echo(f"         {style}: {files}")


@main.command(name="rules")
@click.argument("rule", required=False, metavar="[RULE]")
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
def rules_(rule: str | None, form: str) -> None:
    """List what is checked beyond the schema, or show one RULE: why it is there, what to do, and who says so."""
    from generator import catalogue
    from generator.errors import Misuse, nearest
    from generator.rules import rules

    if rule is None:
        click.echo(catalogue.markdown() if form == "markdown" else "\n".join(catalogue.listed()))
    elif form == "markdown":
        raise click.UsageError("a single rule is shown as text")
    elif rule not in rules():
        raise Misuse(f"there is no rule '{rule}'", nearest(rule, rules()) or "'poolgen rules' lists them")
    else:
        click.echo("\n".join(catalogue.page(rules()[rule])))


@main.command()
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where the models are stale.")
def models(check: bool) -> None:
    """Make the pydantic models of every API version from its schema (for developers of poolgen)."""
    from generator import modelgen, schemas

    stale = 0
    for version in schemas.versions():
        file, text = modelgen.model_file(version), modelgen.generate_models(version)
        fresh = file.exists() and file.read_text(encoding="utf-8") == text
        stale += not fresh
        if not fresh and not check:
            file.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"{version}: {'fresh' if fresh else 'stale' if check else 'written'}")
    _fail(1 if check and stale else 0)


if __name__ == "__main__":
    sys.exit(main())
