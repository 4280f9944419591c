"""``poolgen example``."""

from pathlib import Path

import click

from generator.cli.console import print_findings
from generator.cli.project import FILE, FOLDER, chosen_targets


@click.command()
@click.argument("files", metavar="EXAMPLE.json...", nargs=-1, type=FILE)
@click.option("--spec", type=FILE, help="OpenAPI file whose x-ms-examples give titles, and files where none is named.")
@click.option("--target", "target_names", multiple=True, metavar="TARGET", help="Only this target; may be repeated.")
@click.option("-o", "--output", type=FOLDER, default=Path(), help="Folder to write to.  [default: here]")
def example(files: tuple[Path, ...], spec: Path | None, target_names: tuple[str, ...], output: Path) -> None:
    """Print specification examples as the Azure documentation does."""
    from generator import examples, write

    targets = chosen_targets(target_names, "documented")
    printed = examples.artifacts(files, spec, targets)
    print_findings(printed.warnings, printed.secrets)
    write.into(output, printed.files)
    click.echo(f"{output.as_posix()}: {len(printed.files)} written")
