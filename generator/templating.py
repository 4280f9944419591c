"""The one place that sets Jinja up: sandboxed, strict, plain data only."""

import functools
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.targets import Code, Target, targets


def _shipped() -> Path:
    """The folder of the target templates: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "templates" / "targets"
    return inside if inside.is_dir() else package.parent / "templates" / "targets"


TARGET_TEMPLATES = _shipped()


def code(text: Code) -> str:
    """Template filter: let text through that the target itself has spelled; refuse any other."""
    if not isinstance(text, Code):
        raise TypeError(f"filter 'code' takes text that a target has spelled, not {type(text).__name__}")
    return text


def target_filters(target: Target) -> dict[str, Callable[..., str]]:
    """The filters a target's templates may use; each ``{{ }}`` ends in one of them."""
    return {"code": code, "literal": target.quote, "comment": target.comment, **target.filters}


@functools.cache
def target_templates(name: str) -> dict[str, list[tuple[PurePosixPath, Template]]]:
    """A target's templates by style, each with the path that its artifact has, less the ``.j2``."""
    folder = TARGET_TEMPLATES / name
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    environment.filters = dict[str, Any](target_filters(targets()[name]))
    styles: dict[str, list[tuple[PurePosixPath, Template]]] = {"deployable": [], "documented": [], "module": []}
    for template in sorted(environment.list_templates(extensions=["j2"])):
        path = PurePosixPath(template.removesuffix(".j2"))
        if not path.name.startswith("_"):
            style = path.parts[0] if path.parts[0] in styles else "deployable"
            styles[style].append((path, environment.get_template(template)))
    return styles
