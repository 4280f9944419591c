"""What the judges of platform teams demand, rule by rule, of the files for one environment.

The rules, and which of them cannot be asked here and why, are in tests/judges/: Bicep's linter, arm-ttk and PSRule for
Azure. Held to all of them are the samples and a pool that asks for values in every way, with every setting of
deployments. What is of one environment has its region in it, so the rules that are called MODULE there are not asked
here; and who wants IDs derived says ``existingResources``. Each check is shown a file that breaks its rule, too.
"""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

from generator.executors import Executor
from tests.conftest import ROOT, inputs
from tests.judges import File, arm_ttk, bicep_linter, psrule
from tests.judges.bicep_linter import Bicep
from tests.test_deploytime import CALLER, SETTINGS, printed, request

TTK = {f"arm-ttk: {name}": check for name, check in arm_ttk.TEMPLATE.items()}
OF_TEMPLATES = TTK | {f"PSRule: {name}": check for name, check in psrule.TEMPLATE.items()}
OF_PARAMETERS = {f"arm-ttk: {name}": check for name, check in arm_ttk.PARAMETERS.items()}
OF_PARAMETERS |= {f"PSRule: {name}": check for name, check in psrule.PARAMETERS.items()}
OF_BICEP = bicep_linter.DEFAULT
OF_MODULES = {**arm_ttk.MODULE, **psrule.MODULE, **psrule.INFORMATION, **arm_ttk.BY_NAME}
SAMPLES = [name for name in inputs() if (ROOT / "profiles" / f"{name.split('-')[0]}.yaml").exists()]
FILES = [*SAMPLES, *SETTINGS]


@cache
def files(target: str, label: str) -> dict[str, str]:
    """The artifacts of a sample, or of the pool that asks, by a setting."""
    return printed(target, inputs()[label] if label in inputs() else request(**SETTINGS[label]))


@pytest.mark.parametrize("label", FILES)
@pytest.mark.parametrize("rule", OF_TEMPLATES)
def test_a_template_keeps(rule: str, label: str) -> None:
    assert list(OF_TEMPLATES[rule](File.of(files("arm", label)["azuredeploy.json"]))) == []


@pytest.mark.parametrize("label", SETTINGS)
@pytest.mark.parametrize("rule", OF_PARAMETERS)
def test_a_parameter_file_keeps(rule: str, label: str) -> None:
    assert list(OF_PARAMETERS[rule](File.of(files("arm", label)["parameters.parameters.json"]))) == []


@pytest.mark.parametrize("label", FILES)
@pytest.mark.parametrize("rule", OF_BICEP)
def test_a_bicep_file_keeps(rule: str, label: str) -> None:
    assert list(OF_BICEP[rule](Bicep(files("bicep", label)["main.bicep"]))) == []


@pytest.mark.parametrize("label", SETTINGS)
def test_a_bicep_parameter_file_keeps_secrets_out(label: str) -> None:
    printed_files = files("bicep", label)
    secure = Bicep(printed_files["main.bicep"]).secure()
    assert secure == {"registryPassword", "dbPassword"}
    (text,) = (text for path, text in printed_files.items() if path.endswith(".bicepparam"))
    assert list(bicep_linter.secure_params_in_parameters_file(text, secure)) == []
    for bad in ("'hunter2'", "imageTag"):
        wrong = f"param dbPassword = {bad}\n"
        assert list(bicep_linter.secure_params_in_parameters_file(wrong, secure)) == ["dbPassword"]
    assert list(bicep_linter.secure_params_in_parameters_file("param x = dbPassword\n", secure)) == ["x"]


@pytest.mark.parametrize("label", SAMPLES)
def test_ids_are_derived_where_things_have_names(label: str) -> None:
    asked = inputs()[label]._replace(existing_resources=True, executors=(Executor(CALLER),))
    for check in arm_ttk.BY_NAME.values():
        assert list(check(File.of(printed("arm", asked)["azuredeploy.json"]))) == []


PARAMETER = '"parameters": {\n    "location": {'
# A file that breaks a rule: text of the pool's with all settings, and what to make of it.
BROKEN: dict[str, tuple[str, str]] = {
    "DeploymentTemplate-Schema-Is-Correct": ("2019-04-01/deploymentTemplate", "2015-01-01/deploymentTemplate"),
    "resources that other tests are about": ("Microsoft.App/sessionPools\",", "Microsoft.Compute/virtualMachines\","),
    "apiVersions-Should-Be-Recent": ('"2025-07-01"', '"2025-10-02-preview"'),
    "DependsOn-Best-Practices": ('"dependsOn": [\n        "[resourceId(', '"dependsOn": [\n        "[concat('),
    "DependsOn-Must-Not-Be-Conditional": ('"dependsOn": [\n        "[resourceId(', '"dependsOn": [\n        "[if('),
    "DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri": ('"1Gi"', '"https://x.vault.azure.net"'),
    "Dynamic-Variable-References-Should-Not-Use-Concat": ("[format('registry", "[concat('registry"),
    "Expressions-May-Not-Be-Used-As-Parameter-Or-Variable-Names": (PARAMETER, '"parameters": {\n    "[x]": {'),
    "External-Links-Must-Reference-ArtifactsLocation": ('"properties": {', '"templateLink": {'),
    "Min-And-Max-Value-Are-Numbers": ('"minValue": 1', '"minValue": "1"'),
    "Outputs-Must-Not-Contain-Secrets": ("[reference(", "[listKeys("),
    "Parameters-Must-Be-Referenced": ("[parameters('memory')]", "1Gi"),
    "Variables-Must-Be-Referenced": ('"resources": [', '"variables": {"x": "y"},\n  "resources": ['),
    "Password-params-must-be-secure": ('"type": "securestring"', '"type": "string"'),
    "Secure-String-Parameters-Cannot-Have-Default": ('"securestring"', '"securestring", "defaultValue": "x"'),
    "Reference-Function-Must-Not-Use-Preview-ApiVersion": ("zed')).pool", "zed'), '2025-10-02-preview').pool"),
    "ResourceIds-should-not-contain": ("[resourceId('M", "[resourceId(resourceGroup().name, 'M"),
    "Template-Should-Not-Contain-Blanks": ('"memory": "[parameters(\'memory\')]"', '"memory": ""'),
    "Azure.Template.TemplateFile": ('"metadata": {', '"meta": {'),
    "Azure.Template.TemplateSchema": ("2019-04-01/deploymentTemplate", "2015-01-01/deploymentTemplate"),
    "Azure.Template.TemplateScheme": ("https://schema", "http://schema"),
    "Azure.Template.ParameterMetadata": ('"description": "Azure region', '"x": "Azure region'),
    "Azure.Template.UseParameters": ("[parameters('memory')]", "1Gi"),
    "Azure.Template.UseVariables": ('"resources": [', '"variables": {"x": "y"},\n  "resources": ['),
    "Azure.Template.LocationType": (PARAMETER + '\n      "type": "string"', PARAMETER + '\n      "type": "int"'),
    "Azure.Template.UseLocationParameter": ("[parameters('location')]", "[resourceGroup().location]"),
    "Azure.Template.ParameterMinMaxValue": ('"minValue": 1', '"minValue": "1"'),
    "Azure.Template.ParameterDataTypes": ('"defaultValue": 8080', '"defaultValue": "8080"'),
    "Azure.Template.ExpressionLength": ("app:{0}", "app:{0}" + "x" * 24_576),
    "Azure.Deployment.OutputSecretValue": ("[reference(", "[listKeys("),
    "Azure.Deployment.AdminUsername": ('"location": "[', '"adminUsername": "me", "location": "['),
    "Azure.Deployment.SecureParameter": ('"type": "securestring"', '"type": "string"'),
    "Azure.Deployment.SecureValue": ("[parameters('registryPassword')]", "[parameters('cpu')]"),
    "Parameters-Property-Must-Exist": ('"parameters": {', '"params": {'),
    "Location-Should-Not-Be-Hardcoded": ("", ""),
    "Resources-Should-Have-Location": ("[parameters('location')]", "westeurope"),
    "IDs-Should-Be-Derived-From-ResourceIDs": ("[resourceId('Microsoft.App/managedEnvironments'", "[format('x'"),
    "Azure.Template.DefineParameters": ('"parameters": {', '"params": {'),
    "Azure.Template.LocationDefault": ("", ""),
    "Azure.Template.ResourceLocation": ("[parameters('location')]", "westeurope"),
    "Azure.Template.UseComments": ("", ""),
}  # fmt: skip
OF_PARAMETER_FILES: dict[str, tuple[str, str]] = {
    "DeploymentParameters-Schema-Is-Correct": ("deploymentParameters", "deploymentTemplate"),
    "DeploymentParameters-Should-Have-ContentVersion": ('"1.0.0.0"', '"1.0"'),
    "DeploymentParameters-Should-Have-Parameters": ('"parameters": {', '"params": {'),
    "DeploymentParameters-Should-Have-Value": ('"secretName": "db-password"', '"secretName": "db_password"'),
    "Azure.Template.ParameterFile": ('"contentVersion"', '"version"'),
    "Azure.Template.ParameterScheme": ("https://schema", "http://schema"),
    "Azure.Template.ParameterValue": ('"value": "0.5"', '"default": "0.5"'),
    "Azure.Template.ValidSecretRef": ("vaults/kv-agents", "vaults/0"),
}
OF_BICEP_FILES: dict[str, tuple[str, str]] = {
    "use-secure-value-for-secure-inputs": ("value: registryPassword", "value: memory"),
    "secure-secrets-in-params": ("@secure()\nparam dbPassword", "param dbPassword"),
    "secure-parameter-default": ("param dbPassword string", "param dbPassword string = 'x'"),
    "outputs-should-not-contain-secrets": ("string = sessionPool.id", "string = dbPassword"),
    "prefer-unquoted-property-names": ("memory: memory", "'memory': memory"),
    "no-unused-params": ("memory: memory", "memory: '1Gi'"),
    "no-unused-vars": ("var sessionExecutorRole", "var x = 'y'\nvar sessionExecutorRole"),
    "no-unused-existing-resources": ("managedEnvironment.id", "'x'"),
    "no-hardcoded-env-urls": ("memory: memory", "memory: 'https://x.vault.azure.net/'"),
    "prefer-interpolation": ("memory: memory", "memory: concat('1', memory)"),
    "no-explicit-any": ("memory: memory", "memory: any(memory)"),
    "use-stable-resource-identifiers": ("name: guid(", "name: newGuid("),
    "what other rules are about": ("memory: memory", "memory: toLower(memory)"),
    "simplify-interpolation": ("memory: memory", "memory: '${memory}'"),
    "simplify-json-null": ("json(cpu)", "json('null')"),
    "use-recognized-resource-type": ("Microsoft.App/managedEnvironments@", "Microsoft.App/environments@"),
    "use-resource-symbol-reference": ("memory: memory", "memory: listKeys(memory)"),
    "use-parent-property": ("Microsoft.App/managedEnvironments@", "Microsoft.App/managedEnvironments/x@"),
    "use-safe-access": ("memory: memory", "memory: contains(a, 'b') ? a.b : memory"),
    "no-unnecessary-dependson": ("memory: memory", "dependsOn: memory"),
    "adminusername-should-not-be-literal": ("memory: memory", "adminUsername: 'x'"),
    "no-conflicting-metadata": ("@secure()", "@description('x')"),
    "no-hardcoded-location": ("location: location", "location: 'westeurope'"),
    "no-loc-expr-outside-params": ("location: location", "location: resourceGroup().location"),
}
OF_LENGTH = {
    "max-params": "param x{} string\n",
    "max-variables": "var x{} = 1\n",
    "max-outputs": "output x{} int = 1\n",
}
OF_LENGTH["max-resources"] = "resource x{} 'a/b@1' = {{\n  name: 'x'\n}}\n"
NAMED = {**arm_ttk.TEMPLATE, **psrule.TEMPLATE, **OF_MODULES}


def test_every_check_is_tried() -> None:
    assert set(BROKEN) == set(NAMED) - {"JSONFiles-Should-Be-Valid", "Azure.Template.Resources"}
    assert set(OF_PARAMETER_FILES) == {*arm_ttk.PARAMETERS, *psrule.PARAMETERS} - {"JSONFiles-Should-Be-Valid"}
    assert {*OF_BICEP_FILES, *OF_LENGTH} == {*OF_BICEP, *bicep_linter.MODULE}


def found(
    check: Callable[[Any], Iterator[str]], old: str, new: str, text: str, read: Callable[[str], Any]
) -> list[str]:
    bad = text.replace(old, new, 1) if old else text
    assert not old or bad != text
    return list(check(read(bad)))


@pytest.mark.parametrize("rule", BROKEN)
def test_a_template_that_breaks_it_is_found(rule: str) -> None:
    assert found(NAMED[rule], *BROKEN[rule], files("arm", "all")["azuredeploy.json"], File.of)


@pytest.mark.parametrize("rule", OF_PARAMETER_FILES)
def test_a_parameter_file_that_breaks_it_is_found(rule: str) -> None:
    check = {**arm_ttk.PARAMETERS, **psrule.PARAMETERS}[rule]
    assert found(check, *OF_PARAMETER_FILES[rule], files("arm", "all")["parameters.parameters.json"], File.of)


@pytest.mark.parametrize("rule", OF_BICEP_FILES)
def test_a_bicep_file_that_breaks_it_is_found(rule: str) -> None:
    check = {**OF_BICEP, **bicep_linter.MODULE}[rule]
    assert found(check, *OF_BICEP_FILES[rule], files("bicep", "all")["main.bicep"], Bicep)


@pytest.mark.parametrize("rule", OF_LENGTH)
def test_a_file_with_too_much_is_found(rule: str) -> None:
    text = "".join(OF_LENGTH[rule].format(number) for number in range(801))
    assert list(OF_BICEP[rule](Bicep(text)))


def test_other_broken_files_are_found() -> None:
    with pytest.raises(ValueError, match="property name"):
        list(arm_ttk.json_files_should_be_valid(File("{x: 1}", {})))
    assert list(psrule.resources(File("", {"resources": []})))
