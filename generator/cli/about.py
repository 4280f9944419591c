"""The commands that tell of poolgen itself."""

import click

from generator.cli.console import fail


@click.command(name="targets")
def targets() -> None:
    """List the output languages, their SDKs and their files."""
    from generator.emit import MODULE, STYLES
    from generator.targets import targets
    from generator.templating import target_templates

    for target in targets().values():
        click.echo(f"{target.name:8} {target.sdk}")
        for style in (*STYLES, MODULE):
            paths = (str(path).removeprefix(f"{MODULE}/") for path, _ in target_templates(target.name)[style])
            files = ", ".join(path.replace("example.", "NAME.").replace("profile.", "PROFILE.") for path in paths)
            if files:
                click.echo(f"         {style}: {files}")


@click.command(name="rules")
@click.argument("rule", required=False, metavar="[RULE]")
@click.option("--format", "format_", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
def rules(rule: str | None, format_: str) -> None:
    """List what is checked beyond the schema, or show one RULE: why it is there, what to do, and who says so."""
    from generator import catalogue
    from generator.errors import Misuse, nearest
    from generator.rules import rules

    if rule is None:
        click.echo(catalogue.markdown() if format_ == "markdown" else "\n".join(catalogue.listed()))
    elif format_ == "markdown":
        raise click.UsageError("a single rule is shown as text")
    elif rule not in rules():
        raise Misuse(f"there is no rule '{rule}'", nearest(rule, rules()) or "'poolgen rules' lists them")
    else:
        click.echo("\n".join(catalogue.page(rules()[rule])))


@click.command()
@click.argument("what", type=click.Choice(["profile", "findings"]), default="profile")
def schema(what: str) -> None:
    """Print the JSON Schema of profiles, for editors, or of findings in JSON."""
    import json

    from generator.profileschema import profile_schema
    from generator.report.findings import SCHEMA

    if what == "profile":
        click.echo(json.dumps(profile_schema(), indent=2, ensure_ascii=False))
    else:
        click.echo(SCHEMA.read_text(encoding="utf-8"), nl=False)


@click.command()
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
    fail(1 if check and stale else 0)
