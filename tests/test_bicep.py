"""The Bicep reader is as strict as the compiler, its linter and its formatter, and asks them where they are."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from generator.emit import emit
from generator.targets import targets
from tests.conftest import inputs
from tests.readback import doubles, wire
from tests.readers import arm
from tests.readers.arm_values import evaluate
from tests.readers.bicep import run
from tests.tools import tool


def program(name: str) -> str:
    (artifact,) = emit(inputs()[name], [targets()["bicep"]])
    return artifact.text


# What bicep would not take, or not leave alone: text of the file of tests/profiles/everything.yaml, what to make of it.
WRONG: dict[str, tuple[str, str, str]] = {
    "an unknown property": ("maxConcurrentSessions:", "maxSessions:", "maxSessions"),
    "a property in another case": ("maxConcurrentSessions:", "maxconcurrentSessions:", "maxconcurrentSessions"),
    "a property twice": ("readySessionInstances:", "maxConcurrentSessions:", "stand twice"),
    "a property that only the service sets": ("  location:", "  id: 'x'\n  location:", "does not allow"),
    "a number for a text": ("memory: '0.5Gi'", "memory: 1", "not of type"),
    "a text for a number": ("maxConcurrentSessions: 500", "maxConcurrentSessions: '500'", "not of type"),
    "a number above 64 bits": ("maxConcurrentSessions: 500", "maxConcurrentSessions: 9223372036854775808", "64 bits"),
    "a number above its limit": ("maxConcurrentSessions: 500", "maxConcurrentSessions: 2147483648", "int32"),
    "a decimal": ("json('0.25')", "0.25", ""),
    "a decimal as a text": ("json('0.25')", "'0.25'", "not of type"),
    "json() of an integer": ("json('0.25')", "json('1')", "json"),
    "json() of a text": ("json('0.25')", "json('\"x\"')", "json"),
    "another function": ("json('0.25')", "float('0.25')", "calls float"),
    "a choice that is none": ("'CustomContainer'", "'Bash'", "not one of"),
    "a name in quotes": ("poolManagementType:", "'poolManagementType':", "prefer-unquoted"),
    "a reserved name": ("'cost-center':", "true:", ""),
    "a name that is none": ("'cost-center':", "cost-center:", ""),
    "names alike but for case": ("'cost-center':", "Environment:", "stand twice"),
    "an unknown escape": ("'0.5Gi'", "'\\q'", "BCP006|syntax"),
    "no character": ("'0.5Gi'", "'\\u{110000}'", "BCP133"),
    "half a pair": ("'0.5Gi'", "'\\u{d83d}'", "half"),
    "an interpolation": ("'0.5Gi'", "'${sessionPool.id}'", "interpolation"),
    "what cannot be seen": ("'0.5Gi'", "'\u200b'", "seen"),
    "a text that is too long": ("'0.5Gi'", f"'{'x' * 131_072}'", "131072"),
    "another type of resource": ("Microsoft.App/sessionPools@", "Microsoft.App/jobs@", "jobs"),
    "another output": ("sessionPool.id\n", "sessionPool.name\n", "sessionPool.name"),
    "another indentation": ("\n    containerType:", "\n      containerType:", "format"),
    "an empty line": ("\n    containerType:", "\n\n    containerType:", "format"),
    "a blank at the end": ("500\n", "500 \n", "format"),
    "a comma": ("maxConcurrentSessions: 500\n", "maxConcurrentSessions: 500,\n", ""),
    "no blank after a colon": ("maxConcurrentSessions: 500", "maxConcurrentSessions:500", "format"),
    "an empty object with a blank": ("'0.5Gi'", "'0.5Gi'\n          }\n          x: { ", ""),
    "two line breaks at the end": ("poolManagementEndpoint\n", "poolManagementEndpoint\n\n", "format"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_bicep_would_not_leave_alone_is_found(case: str) -> None:
    good = program("everything")
    run(good.encode(), "main.bicep")
    old, new, says = WRONG[case]
    bad = good.replace(old, new, 1)
    assert bad != good
    with pytest.raises((AssertionError, ValueError), match=says or None):
        run(bad.encode(), "main.bicep")


@pytest.mark.judge("bicep", "Bicep is judged by our own reader alone (tests/readers/bicep.py)")
@pytest.mark.parametrize("name", sorted(inputs()))
def test_bicep_takes_it_and_leaves_it_alone(name: str, tmp_path: Path) -> None:
    """The compiler itself, where there is one: it builds the body, and its formatter changes nothing."""
    file = tmp_path / "main.bicep"
    file.write_text(program(name), encoding="utf-8", newline="\n")
    for command in ("format", "build"):
        done = subprocess.run([tool("bicep"), command, str(file), "--stdout"], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        said = re.findall(r"(?:Warning|Error) (\S+?):", done.stderr.decode())
        assert set(said) <= {"use-secure-value-for-secure-inputs", "no-hardcoded-env-urls"}, done.stderr.decode()
        if command == "format":
            assert done.stdout.decode() == program(name)
    (resource,) = json.loads(done.stdout)["resources"]
    assert (resource.pop("type"), resource.pop("name")) == (arm.TYPE, inputs()[name].session_pool_name)
    assert resource.pop("apiVersion") == inputs()[name].api_version
    assert doubles(evaluate(resource)) == doubles(wire(inputs()[name].body))
