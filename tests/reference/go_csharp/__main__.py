"""Measure: see the package."""

import difflib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from generator.emit import emit
from generator.examples import read_example
from generator.targets import targets
from tests.reference.go_csharp import csharp, go, install
from tests.reference.go_csharp.autorest import PLACE
from tests.reference.go_csharp.pools import FEATURES, Maker, pool

RUN = {"go": go.run, "csharp": csharp.run}


def example(seed: int) -> dict[str, Any]:
    """An example whose request is the pool of a seed, mostly with a response."""
    maker = Maker(seed + 1)
    answer = json.loads(json.dumps(pool(seed + 10**6))) | {"id": "/x", "name": "n", "type": "t"}
    answer.setdefault("properties", {})["provisioningState"] = maker.choice("Succeeded", "InProgress", "Odd")
    if maker.random.random() < 0.3:
        answer["systemData"] = {"createdAt": maker.choice("2024-05-06T07:08:09Z", "2024-05-06T07:08:09.1234567+02:00")}
    parameters = {"subscriptionId": "s", "resourceGroupName": maker.choice("rg", 'r"g\\'), "sessionPoolName": "pool"}
    body = {"api-version": "2025-07-01", "sessionPoolEnvelope": pool(seed)}
    responses = {"200": {"body": answer}} if maker.random.random() < 0.9 else {"201": {"body": answer}}
    return {"parameters": parameters | body, "responses": responses}


def main(swagger: str, language: str = "go", first: str = "0", count: str = "300") -> bool:
    """Print the shares of a language, and the first difference of each file that differs."""
    seeds = {f"p{seed}": seed for seed in range(int(first), int(first) + int(count))}
    examples = {name: (f"Pool {name}", example(seed)) for name, seed in seeds.items()}
    work = install.FOLDER / "work" / f"{language}-{first}"
    work.mkdir(parents=True, exist_ok=True)
    wanted = RUN[language](examples, Path(swagger).resolve(), work)
    same: Counter[str] = Counter()
    for name, (title, _) in examples.items():
        request = read_example(work / "spec" / PLACE / f"examples/{name}.json", title)
        (ours,) = (artifact.text for artifact in emit(request, [targets()[language]], "documented"))
        if ours == wanted[name]:
            same[FEATURES[seeds[name] % len(FEATURES)].__name__] += 1
        else:
            rows = difflib.unified_diff(wanted[name].split("\n"), ours.split("\n"), "theirs", "ours", n=0, lineterm="")
            sys.stdout.write("\n".join([name, *list(rows)[2:6], ""]))
    total = Counter(FEATURES[seed % len(FEATURES)].__name__ for seed in seeds.values())
    sys.stdout.write("".join(f"{name}: {same[name]} of {total[name]}\n" for name in total))
    sys.stdout.write(f"{language}: {same.total()} of {total.total()}\n")
    return same == total


sys.exit(0 if main(*sys.argv[1:]) else 1)
