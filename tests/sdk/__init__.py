"""Every SDK artifact, run as it stands against the real SDK over real HTTP; what arrives is compared with the body.

- ``azure``: a stand-in for Azure on loopback, with tokens, a PUT that runs long, and a record of what arrived
- ``bodies``: random bodies, from the schema, as profiles that a user could have written
- ``compare``: a body and what arrived, difference by difference
- ``python``, ``go``, ``java``, ``rest``: how each language compiles and runs many artifacts in one process
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
DRIVERS = Path(__file__).parent / "drivers"
Failures = dict[Path, str]  # by the artifact that failed, what its language said


def at_once(run: Callable[[Sequence[Path]], T], files: Sequence[Path]) -> list[T]:
    """What ``run`` gives for shares of the files, a share for each processor, all at the same time."""
    count = os.cpu_count() or 1
    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, [files[start::count] for start in range(min(count, len(files)))]))
