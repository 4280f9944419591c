"""Hold poolgen against Microsoft's own generators: `make reference SPEC=<folder>`.

SPEC is a checkout of the specifications' repository, or a folder with what is needed of it: SessionPools.json,
CommonDefinitions.json, and the common types as common-types-v5.json and managedidentity-v3.json.
"""

import argparse
import difflib
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.emit import emit
from generator.examples import read_example
from generator.targets import targets
from tests.reference import bodies, cases, generators
from tests.reference.bodies import FEATURES, Example
from tests.reference.go_csharp import csharp, go, pools
from tests.reference.install import FOLDER
from tests.reference.shrink import smaller

RUN = FOLDER.parent / f"run-{os.getpid()}"
LANGUAGES: dict[str, Callable[[Iterable[Example], Path, Path], dict[str, str]]] = {
    "java": partial(generators.run, "java"),
    "python": partial(generators.run, "python"),
    "go": go.run,
    "csharp": csharp.run,
}


def poolgen(language: str, example: Example) -> str:
    """What poolgen prints for an example."""
    with TemporaryDirectory() as folder:
        request = read_example(example.write(Path(folder)), example.title)
    (artifact,) = emit(request, [targets()[language]], "documented")
    return artifact.text


def differing(language: str, tried: Sequence[Example], spec: Path) -> Iterator[tuple[Example, str]]:
    """The examples that do not come out the same, each with the difference."""
    printed = LANGUAGES[language](tried, spec, RUN)
    for example in tried:
        if generators.takes(language, example):
            theirs, ours = printed[example.name].split("\n"), poolgen(language, example).split("\n")
            if theirs != ours:
                yield example, "\n".join(difflib.unified_diff(theirs, ours, "generator", "poolgen", n=1, lineterm=""))


def measure(language: str, tried: Sequence[Example], spec: Path) -> list[Example]:
    """Say the share of equal files by feature; write the differences into a file. Gives the differing examples."""
    found = list(differing(language, tried, spec))
    every = Counter(example.feature for example in tried if generators.takes(language, example))
    bad = Counter(example.feature for example, _ in found)
    for feature, count in every.items():
        say(f"{language:8} {feature:12} {count - bad[feature]:5} of {count}")
    count, same = every.total(), every.total() - bad.total()
    say(f"{language:8} {'all':12} {same:5} of {count}, {100 * same / count:.1f} %")
    report = "".join(f"### {example.feature}: {example.name}: {example.title}\n{diff}\n" for example, diff in found)
    (FOLDER.parent / f"{language}.diff").write_text(report)
    return [example for example, _ in found]


def shrink(language: str, example: Example, spec: Path) -> tuple[Example, str] | None:
    """The smallest example that still differs, as far as leaving out one thing at a time finds it."""
    best = next(differing(language, [example], spec), None)
    while best:
        found = next(differing(language, smaller(best[0]), spec), None)
        if found is None:
            break
        best = found
    return best


def check_cases(language: str, spec: Path) -> bool:
    """Whether the generator prints the lines of the small cases. Says which it does not print."""
    mine = [case for case in cases.CASES if case.language == language]
    unique = cases.unique(case.example for case in mine)
    printed = LANGUAGES[language](unique.values(), spec, RUN) if mine else {}
    wrong = [case for case in mine if case.lines not in printed[unique[str(case.example)].name]]
    for case in wrong:
        say(f"{language} does not print:\n{case.lines}\nbut:\n{printed[unique[str(case.example)].name]}")
    return not wrong


def say(text: str) -> None:
    """Print at once: a run takes minutes."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    """Exit with 1 where a small case is not what the generators print."""
    parser = argparse.ArgumentParser(prog="make reference", description=__doc__)
    parser.add_argument("spec", type=Path)
    parser.add_argument("--count", type=int, default=20 * len(FEATURES), help="how many bodies")
    parser.add_argument("--seed", type=int, default=0, help="of the bodies: another makes others")
    parser.add_argument("--language", choices=list(LANGUAGES), action="append")
    parser.add_argument("--shrink", action="store_true", help="say the smallest form of each difference")
    chosen = parser.parse_args()
    right = True
    try:
        for language in chosen.language or ["java", "python"]:
            right &= check_cases(language, chosen.spec)
            maker = bodies if language in ("java", "python") else pools
            tried = maker.examples(chosen.count, chosen.seed)
            for example in measure(language, tried, chosen.spec):
                if chosen.shrink and (smallest := shrink(language, example, chosen.spec)):
                    say(f"{smallest[0].title}\n{smallest[0].document['parameters']}\n{smallest[1]}")
    finally:
        shutil.rmtree(RUN, ignore_errors=True)
    sys.exit(not right)


if __name__ == "__main__":
    main()
