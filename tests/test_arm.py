"""The ARM reader is as strict as a deployment."""

import pytest

from generator.emit import emit
from generator.targets import targets
from tests.conftest import inputs
from tests.readers.arm import run, template_schema


def program(name: str) -> str:
    (artifact,) = emit(inputs()[name], [targets()["arm"]])
    return artifact.text


# What a deployment would not take, or take for something else: text of the template of tests/profiles/everything.yaml,
# what to make of it.
WRONG: dict[str, tuple[str, str, str]] = {
    "an unknown part": ('"metadata": {', '"comment": "",\n  "metadata": {', "comment"),
    "another form of version": ('"apiVersion": "2025-07-01"', '"apiVersion": "July 2025"', "July"),
    "an expression for the version": ('"apiVersion": "2025-07-01"', '"apiVersion": "[\'2025-07-01\']"', "apiVersion"),
    "another type": ("Microsoft.App/sessionPools\",", "Microsoft.App/jobs\",", "jobs"),
    "an unknown property of a resource": ('"location":', '"locations":', "locations"),
    "an unknown property": ('"maxConcurrentSessions":', '"maxSessions":', "maxSessions"),
    "a name twice": ('"readySessionInstances":', '"maxConcurrentSessions":', "stand twice"),
    "names alike but for case": ('"cost-center":', '"Environment":', "stand twice"),
    "a copy loop": ('"cost-center":', '"Copy":', "copy loop"),
    "an expression": ('"0.5Gi"', '"[resourceGroup().location]"', "an expression"),
    "an expression as a name": ('"cost-center":', '"[x]":', "an expression"),
    "a text for a number": (": 500", ': "500"', "not of type"),
    "a number above its limit": (": 500", ": 2147483648", "int32"),
    "a number above 64 bits": (": 500", ": 9223372036854775808", "64 bits"),
    "no number": ("0.25", "NaN", "NaN"),
    "another output": (").poolManagementEndpoint]", ").name]", "name"),
    "an output that is no expression": ("[resourceId(", "resourceId(", ""),
    "an output of another type": ('"type": "string"', '"type": "text"', "text"),
    "a resource above 1 MB": ('"0.5Gi"', f'"{"x" * (1 << 20)}"', "1 MB"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_a_deployment_would_not_take_is_found(case: str) -> None:
    good = program("everything")
    run(good.encode(), "azuredeploy.json", template_schema())
    old, new, says = WRONG[case]
    bad = good.replace(old, new, 1)
    assert bad != good
    with pytest.raises(AssertionError, match=says or None):
        run(bad.encode(), "azuredeploy.json", template_schema())
