"""The command line: alone prints, and alone exits. 0 is clean, 1 has findings, 2 is misuse.

One module a command or a few; what a command needs is imported inside it, so that ``--help`` starts at once.
"""

import gc
import io
import os
import sys

import click

from generator import __version__
from generator.cli.about import models, rules, schema, targets
from generator.cli.console import Commands
from generator.cli.example import example
from generator.cli.explain import explain
from generator.cli.generate import generate
from generator.cli.validate import validate


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


for _command in (generate, validate, explain, example, targets, rules, schema, models):
    main.add_command(_command)
