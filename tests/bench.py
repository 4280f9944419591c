"""Speed and memory: `make bench`. Machines differ and are noisy, so the figures are ratios of things run in turns."""

import functools
import json
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from collections.abc import Sequence
from pathlib import Path

from generator.build import build
from generator.targets import Example, Request, targets

ROOT = Path(__file__).parent.parent
ROUNDS = 11
MANY = """
import gc, json, resource, sys, time
gc.disable()  # as the command line does
from pathlib import Path
from generator import layouts, pipeline, review, write
from generator.targets import targets
seconds = {"rules": 0.0}
def timed(*args, plain=review.review):
    start = time.perf_counter()
    found = plain(*args)
    seconds["rules"] += time.perf_counter() - start
    return found
pipeline.review = timed
start = time.perf_counter()
run = pipeline.check(pipeline.Project(Path(sys.argv[1]), Path(sys.argv[2])))
files = {path: (text, maker) for path, text, maker in layouts.artifacts(run, list(targets().values()), "deployable")}
printed = time.perf_counter() - start
write.update(Path(sys.argv[3]), files, lambda path, maker: True)
print(json.dumps({
    "bodies": len(run.requests),
    "files": len(files),
    "printed": printed,
    **seconds,
    "written": time.perf_counter() - start,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def in_turns(*commands: Sequence[str]) -> list[float]:
    """The median seconds of each command, run in turns so that a noisy moment hits all of them."""
    seconds: list[list[float]] = [[] for _ in commands]
    for _ in range(ROUNDS):
        for command, taken in zip(commands, seconds, strict=True):
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in seconds]


def many(count: int) -> dict[str, float]:
    """What ``count`` profiles of one pool cost in one process."""
    with tempfile.TemporaryDirectory() as folder:
        profiles = Path(folder) / "profiles"
        templates = Path(folder) / "pools"
        profiles.mkdir()
        templates.mkdir()
        (templates / "pool.yaml.j2").write_text((ROOT / "templates/pools/custom-container.yaml.j2").read_text())
        base = (ROOT / "profiles/base.yaml").read_text().replace("custom-container", "pool")
        (profiles / "base.yaml").write_text(base[: base.index("  code-interpreter")])
        prod = (ROOT / "profiles/prod.yaml").read_text().replace("custom-container", "pool")
        for number in range(count):
            (profiles / f"p{number}.yaml").write_text(prod[: prod.index("  code-interpreter")])
        command = [sys.executable, "-c", MANY, str(profiles), str(templates), str(Path(folder) / "output")]
        return dict(json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout))


def java(containers: int) -> list[float]:
    """The best milliseconds in which Java spells a pool of so many containers, deployable and documented."""
    example = json.loads((ROOT / "tests/documented/SessionPools_LifecycleTimed_CreateOrUpdate.json").read_text())
    body = example["parameters"]["sessionPoolEnvelope"]
    template = body["properties"]["customContainerTemplate"]
    (container,) = template["containers"]
    template["containers"] = [{**container, "name": f"container-{number}"} for number in range(containers)]
    tree = build(body, "2025-07-01")
    request = Request("s", "rg", "testpool", "2025-07-01", tree, Example("x", "x", "x", "x"))
    target = targets()["java"]
    assert target.documented
    return [
        min(timeit.repeat(functools.partial(spell, request), number=1, repeat=ROUNDS, timer=time.process_time)) * 1000
        for spell in (target.deployable, target.documented)
    ]


def main() -> None:
    """Measure, and print a table with the aims beside."""
    python = sys.executable
    with tempfile.TemporaryDirectory() as output:
        generate, imports, help_, click = in_turns(
            [python, "-m", "generator", "generate", "--output", output],
            [python, "-c", "import click, yaml, jinja2, pydantic"],
            [python, "-m", "generator", "--help"],
            [python, "-c", "import click"],
        )
    hundred, thousand = many(100), many(1000)
    growth = thousand["printed"] / hundred["printed"]
    rows = [
        ("generate, cold, against importing its libraries", f"{generate / imports:.2f}x", "2x"),
        ("--help, against importing click", f"{help_ / click:.2f}x", "1.3x"),
        ("1,000 bodies, all targets, each", f"{thousand['printed']:.2f} ms", "5 ms"),
        ("the same, written to disk as well", f"{thousand['written']:.2f} ms", ""),
        ("of that, the rules", f"{thousand['rules']:.2f} ms", ""),
        ("1,000 bodies against 100", f"{growth:.1f}x", "11x"),
        ("memory for 1,000 bodies", f"{thousand['megabytes']:.0f} MB", "250 MB"),
    ]
    for containers in (1, 10, 50, 200):
        quick, exact = java(containers)
        aim = {1: "5 ms", 50: "200 ms"}.get(containers, "")
        rows.append((f"Java, {containers} containers, deployable", f"{quick:.1f} ms", aim))
        rows.append((f"Java, {containers} containers, documented", f"{exact:.1f} ms", aim))
    for what, measured, aim in rows:
        sys.stdout.write(f"{what:50} {measured:>10}  {f'aim: at most {aim}' if aim else ''}\n")


if __name__ == "__main__":
    main()
