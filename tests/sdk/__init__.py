"""Every SDK artifact, run as it stands against the real SDK over real HTTP; what arrives is compared with the body.

azure.py        a stand-in for Azure on loopback: tokens, a PUT that runs long, and a record of what arrived
bodies.py       random bodies, from the schema, as profiles that a user could have written
compare.py      a body and what arrived, difference by difference
python.py  go.py  java.py  rest.py    how each language compiles and runs many artifacts in one process
"""

from pathlib import Path

DRIVERS = Path(__file__).parent / "drivers"
Failures = dict[Path, str]  # by the artifact that failed, what its language said
