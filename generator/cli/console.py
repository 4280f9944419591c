"""What all commands share of the console: messages, colours, exit statuses, and errors made into both."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from generator.errors import Finding
    from generator.masking import Secrets


class Commands(click.Group):
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
                    print_findings(error.findings, error.secrets)
                    fail(1)
                case Misuse():
                    complain(error.says, error.hint)
                case OSError():  # the last resort for this and the next: no step has caught it
                    complain(str(error))
                case RecursionError() | MemoryError():
                    complain("the input is too large, or nested too deep", str(error))
                case _:
                    raise
            fail(2)


def fail(status: int) -> NoReturn:
    """End with an exit status."""
    raise click.exceptions.Exit(status)


def print_findings(findings: "Sequence[Finding]", secrets: "Secrets") -> None:
    """Show findings on stderr, for a person."""
    from generator import report

    for line in report.lines(findings, secrets):
        click.echo(line, err=True)


def complain(says: str, hint: str = "") -> None:
    """Show what is wrong with the call."""
    from generator.masking import NOTHING
    from generator.report import visible

    click.echo(f"{click.style('error', fg='red', bold=True)}: {visible(NOTHING.mask(says))}", err=True)
    if hint:
        click.echo(f"   = hint: {visible(NOTHING.mask(hint))}", err=True)


def coloured(line: str) -> str:
    """A line of a diff, in its colour."""
    colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
    return click.style(line, fg=colour) if colour else line
