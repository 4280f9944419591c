"""What the judges of platform teams demand, rule by rule, of modules: those of tests/judges/, all of them.

Held to them are the modules of the samples, and of a pool that asks for values in every way.
"""

from collections.abc import Sequence
from functools import cache

import pytest

from generator import pipeline
from generator.emit import emit_module
from generator.targets import Request, targets
from tests.conftest import HERE, ROOT
from tests.judges import File, arm_ttk, bicep_linter, psrule
from tests.judges.bicep_linter import Bicep

TTK = {**arm_ttk.TEMPLATE, **arm_ttk.MODULE}
PSRULE = {**psrule.TEMPLATE, **psrule.MODULE, **psrule.INFORMATION}
OF_TEMPLATES = {f"arm-ttk: {name}": check for name, check in TTK.items()}
OF_TEMPLATES |= {f"PSRule: {name}": check for name, check in PSRULE.items()}
OF_PARAMETERS = {f"arm-ttk: {name}": check for name, check in arm_ttk.PARAMETERS.items()}
OF_PARAMETERS |= {f"PSRule: {name}": check for name, check in psrule.PARAMETERS.items()}
OF_BICEP = {**bicep_linter.DEFAULT, **bicep_linter.MODULE}
PROJECTS = [pipeline.Project(ROOT / "profiles", ROOT / "templates/pools")]
PROJECTS += [pipeline.Project(HERE / "deferred/profiles", HERE / "deferred/templates")]
POOLS = ["code-interpreter", "custom-container", "box"]


@cache
def requests(pool: str) -> Sequence[Request]:
    found = [request for project in PROJECTS for request in pipeline.check(project).requests.values()]
    return [request for request in found if request.example.name == pool]


@cache
def files(target: str, pool: str) -> dict[str, str]:
    return {artifact.path: artifact.text for artifact in emit_module(pool, requests(pool), [targets()[target]])}


@pytest.mark.parametrize("pool", POOLS)
@pytest.mark.parametrize("rule", OF_TEMPLATES)
def test_a_template_keeps(rule: str, pool: str) -> None:
    assert list(OF_TEMPLATES[rule](File.of(files("arm", pool)["azuredeploy.json"]))) == []


@pytest.mark.parametrize("pool", POOLS[:2])
def test_ids_are_parameters(pool: str) -> None:
    """But where the author puts one together, of what is known and of what is not."""
    for check in arm_ttk.BY_NAME.values():
        assert list(check(File.of(files("arm", pool)["azuredeploy.json"]))) == []


@pytest.mark.parametrize("pool", POOLS)
@pytest.mark.parametrize("rule", OF_PARAMETERS)
def test_a_parameter_file_keeps(rule: str, pool: str) -> None:
    for name, text in files("arm", pool).items():
        if name.startswith("parameters."):
            assert list(OF_PARAMETERS[rule](File.of(text))) == [], name


@pytest.mark.parametrize("pool", POOLS)
@pytest.mark.parametrize("rule", OF_BICEP)
def test_a_bicep_file_keeps(rule: str, pool: str) -> None:
    assert list(OF_BICEP[rule](Bicep(files("bicep", pool)["main.bicep"]))) == []


@pytest.mark.parametrize("pool", POOLS)
def test_a_bicep_parameter_file_keeps_secrets_out(pool: str) -> None:
    secure = Bicep(files("bicep", pool)["main.bicep"]).secure()
    for name, text in files("bicep", pool).items():
        if name.endswith(".bicepparam"):
            assert list(bicep_linter.secure_params_in_parameters_file(text, secure)) == [], name
