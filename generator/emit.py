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
    for target in targets:
        spell = target.documented if style == "documented" else target.deployable
        if spell is None:
            continue
        values = {
            "subscriptionId": request.subscription_id,
            "resourceGroupName": request.resource_group_name,
            "sessionPoolName": request.session_pool_name,
            "apiVersion": request.api_version,
            **spell(request),
        }
        for path, template in target_templates(target.name)[style]:
            name = path.name
            if name.startswith("example."):  # stands for the example's own name
                name = request.example.name + name.removeprefix("example")
            yield Artifact(str(path.with_name(name)), template.render(values), target.name)
