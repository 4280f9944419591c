"""Every SDK artifact, run as it stands against the real SDK over real HTTP; what arrives is compared with the body.

- ``azure``: a stand-in for Azure on loopback, with tokens, a PUT that runs long, and a record of what arrived
- ``bodies``: random bodies, from the schema, as profiles that a user could have written
- ``compare``: a body and what arrived, difference by difference
- ``python``, ``go``, ``java``, ``rest``: how each language compiles and runs many artifacts in one process
"""

from pathlib import Path

DRIVERS = Path(__file__).parent / "drivers"
Failures = dict[Path, str]  # by the artifact that failed, what its language said
