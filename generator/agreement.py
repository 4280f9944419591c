"""Where the profiles of a pool cannot have one module: no two of them may mean something else by the same word."""

from collections.abc import Iterator, Mapping, Sequence

from generator.carry import finding
from generator.emit import fold_requests
from generator.errors import Finding
from generator.module.asks import contradictions, together
from generator.origins import Map
from generator.refusal import Refusal
from generator.targets import Request, Target


def disagreements(requests: Sequence[Request], puts: Mapping[str, Map]) -> Iterator[Finding]:
    """What stands between the requests of a pool; ``puts`` are what they were built from, by profile."""
    first = requests[0]
    for request in requests[1:]:
        put = puts[request.profile]
        if request.api_version != first.api_version:
            says = f"a module speaks one API version, and profile '{first.profile}' has {first.api_version}"
            at, hint = (
                put.at["api-version"],
                "keep the profiles of another version in a folder of their own",
            )
            yield Finding(says, at, found=request.api_version, expected=first.api_version, hint=hint)
    for profile, refusal in contradictions({each.profile: together(each.body, each.executors) for each in requests}):
        yield finding(refusal, puts[profile], [])


def module_refusals(requests: Sequence[Request], put: Map, targets: Sequence[Target]) -> Iterator[Finding]:
    """What the targets cannot say of the module of requests that agree; ``put`` is what the first was built from."""
    names: dict[Refusal, list[str]] = {}
    module = fold_requests(requests)
    for target in targets:
        for refusal in target.module.refuses(module) if target.module else ():
            names.setdefault(refusal, []).append(target.name)
    for refusal, refusers in names.items():
        yield finding(refusal._replace(path=()), put, refusers)
