"""The files of a run, in one of two layouts: some for each profile, or one module of all of them."""

from collections.abc import Iterator, Sequence

from generator.agreement import disagreements, module_refusals
from generator.emit import MODULE, emit, emit_module
from generator.errors import Finding, Refused, in_order
from generator.pipeline import Run
from generator.targets import Request, Target

MODULES = "modules"  # the folder of all modules, below the output folder


def artifacts(run: Run, targets: Sequence[Target], style: str) -> Iterator[tuple[str, str, str]]:
    """The files of a run: path below the output folder, text, and the maker that the manifest names."""
    for (profile, pool), request in run.requests.items():
        for artifact in emit(request, targets, style):
            yield f"{profile}/{pool}/{artifact.path}", artifact.text, f"{artifact.target} {style}"


def modules(run: Run, targets: Sequence[Target]) -> Iterator[tuple[str, str, str]]:
    """The files of a run that have one module for all its profiles: as ``artifacts``. Raises Refused."""
    pools: dict[str, list[Request]] = {}
    for (_, pool), request in run.requests.items():
        pools.setdefault(pool, []).append(request)
    findings: list[Finding] = []
    for pool, requests in pools.items():
        findings += disagreements(requests, {request.profile: run.puts[request.profile, pool] for request in requests})
    if not findings:
        for pool, requests in pools.items():
            findings += module_refusals(requests, run.puts[requests[0].profile, pool], targets)
    if findings:
        raise Refused(in_order(findings), run.secrets)
    for pool, requests in pools.items():
        for artifact in emit_module(pool, requests, targets):
            yield f"{MODULES}/{pool}/{artifact.path}", artifact.text, f"{artifact.target} {MODULE}"
