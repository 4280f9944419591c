"""Print a checked request in every target: request in, artifacts out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.targets import Request, Target
from generator.templating import target_templates
from generator.walk import settled

STYLES = ("deployable", "documented")


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
        values = {
            "subscriptionId": request.subscription_id,
            "resourceGroupName": request.resource_group_name,
            "sessionPoolName": request.session_pool_name,
            "apiVersion": request.api_version,
            "profile": names["profile"],
            **spell(request),
        }
        for path, template in target_templates(target.name)[style]:
            name = ".".join(names.get(part, part) for part in path.name.split("."))
            if text := template.render(values):
                yield Artifact(str(path.with_name(name)), text, target.name)
