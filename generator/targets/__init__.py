"""Output languages: one module and one template folder each, found by looking.

A target module holds, in this order: a docstring naming the SDK and its version, a table of the few names that the SDK
spells differently, ``literal`` (the one recursive function that spells a Node), ``quote``, ``comment`` and ``TARGET``.
What it cannot carry unchanged it refuses (``Target.refuses``), so that nothing changes in silence.
Its templates lie in ``templates/targets/<name>/``; a template's path there, less ``.j2``, is its artifact's path.
Those under ``documented/`` print the documented style, those under ``module/`` print one file for all profiles. In a
file's name the part ``example`` stands for the example's name, and ``profile`` for the profile's. A template that
prints nothing makes no file.
"""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.codemodel import Object
from generator.executors import Executor
from generator.module import Module
from generator.refusal import Refusal
from generator.resourceids import ResourceId


class Code(str):
    """Text that a target has spelled in its language. The template filter ``code`` takes nothing else."""

    __slots__ = ()


class Example(NamedTuple):
    """What the documented style says beside the request: the example file's name, title and place, and its responses.

    ``name`` is the file's stem, ``original_file`` its path in the specification's repository, ``address`` the web
    address of that file at a certain commit (for one's own pools: the path once more), ``responses`` the bodies by
    HTTP status, as written in the file. ``alone`` says that the operation is known to have no other example.
    """

    name: str
    title: str
    original_file: str
    address: str
    responses: tuple[tuple[str, Object], ...] = ()
    alone: bool = False


class Request(NamedTuple):
    """One create-or-update call, checked, as every target gets it; ``profile`` is its environment's, if it has one.

    Of deployments: ``key_vault`` is where they find its secrets, if anywhere; with ``existing_resources`` they call
    what it refers to by name where they can, instead of by ID; ``executors`` may run code in the pool's sessions.
    """

    subscription_id: str
    resource_group_name: str
    session_pool_name: str
    api_version: str
    body: Object
    example: Example
    profile: str = ""
    key_vault: ResourceId | None = None
    existing_resources: bool = False
    executors: tuple[Executor, ...] = ()


Parts = Mapping[str, str | list[Code]]


class Modular(NamedTuple):
    """How a target spells a module: its template, and what the parameter file of a request's profile says to it.

    ``refuses`` names what it cannot say of a module whose requests it can say.
    """

    template: Callable[[Module], Parts]
    arguments: Callable[[Module, Request], Parts]
    refuses: Callable[[Module], Iterable[Refusal]]


@dataclass(frozen=True, slots=True)
class Target:
    """An output language.

    ``quote`` spells a string as a literal of the language and ``comment`` makes text safe inside one of its comments;
    templates call them as the filters ``literal`` and ``comment``. ``deployable`` and ``documented`` give what a
    style's templates need beyond the request's own strings, already spelled; None where there is no such style.
    ``refuses`` names what the deployable style cannot say, or what its tools would change on the way to Azure.
    ``module`` is there where one file can serve several environments, with a file of parameters for each.
    """

    name: str
    sdk: str
    quote: Callable[[str], str]
    comment: Callable[[str], str]
    deployable: Callable[[Request], Parts]
    documented: Callable[[Request], Parts] | None = None
    filters: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    refuses: Callable[[Request], Iterable[Refusal]] = lambda _: ()
    module: Modular | None = None


@functools.cache
def targets() -> dict[str, Target]:
    """Every target by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}").TARGET for name in names}
