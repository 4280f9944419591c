"""Print a checked request in every target: request in, artifacts out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.module import Module, fold
from generator.targets import Request, Target
from generator.templating import target_templates
from generator.walk import settled

STYLES = ("deployable", "documented")
MODULE = "module"  # what the manifest calls the style of a module's files, whose templates lie in a folder of that name


class Artifact(NamedTuple):
    """A file to write: its path below the pool's folder, with ``/``; its text, with LF; its target's name."""

    path: str
    text: str
    target: str


def emit(request: Request, targets: Iterable[Target], style: str = "deployable") -> Iterator[Artifact]:
    """The artifacts of a request in one of STYLES. A target that lacks the style gives none."""
    if style == "documented":
        request = request._replace(body=settled(request.body))
    names = {"example": request.example.name, "profile": request.profile or "profile"}
    for target in targets:
        spell = target.documented if style == "documented" else target.deployable
        if spell is None:
            continue
        values = {**_strings(request), **spell(request)}
        for path, template in target_templates(target.name)[style]:
            name = ".".join(names.get(part, part) for part in path.name.split("."))
            if text := template.render(values):
                yield Artifact(str(path.with_name(name)), text, target.name)


def fold_requests(requests: Sequence[Request]) -> Module:
    """The module of the requests of one pool and API version."""
    bodies = {request.profile: request.body for request in requests}
    names = {request.profile: request.session_pool_name for request in requests}
    users = {request.profile: request.executors for request in requests}
    return fold(bodies, names, requests[0].api_version, users)


def emit_module(pool: str, requests: Sequence[Request], targets: Iterable[Target]) -> Iterator[Artifact]:
    """The module of a pool for the environments of some requests. A target that lacks the layout gives none."""
    module = fold_requests(requests)
    for target in targets:
        if target.module is None:
            continue
        profiles = [{**_strings(request), **target.module.arguments(module, request)} for request in requests]
        strings = {"title": pool, "apiVersion": module.api_version}
        whole = {**strings, "profiles": profiles, **target.module.template(module)}
        for path, template in target_templates(target.name)[MODULE]:
            parts = path.name.split(".")
            for values in profiles if "profile" in parts else [whole]:
                name = ".".join(str(values["profile"]) if part == "profile" else part for part in parts)
                yield Artifact(name, template.render(values), target.name)


def _strings(request: Request) -> dict[str, str]:
    return {
        "subscriptionId": request.subscription_id,
        "resourceGroupName": request.resource_group_name,
        "sessionPoolName": request.session_pool_name,
        "apiVersion": request.api_version,
        "profile": request.profile or "profile",
    }
