"""The tests of arm-ttk, the ARM Template Toolkit, by their names there.

Not here: apiVersions-Should-Be-Recent as far as it asks a list of all versions of all types, which comes with the tool
(that a version is a date, and no preview, is checked); Resources-Should-Not-Be-Ambiguous and
URIs-Should-Be-Properly-Constructed, which look at uri() and at nested expressions that no file of ours has (none may
call uri() or concat(), which is checked); those of nested templates (Parameter-Types-Should-Be-Consistent,
Secure-Params-In-Nested-Deployments, Deployment-Resources-Must-Not-Be-Debug), of virtual machines (VM-Size,
VM-Images, Virtual-Machines, ManagedIdentityExtension, CommandToExecute, adminUsername) and of createUiDefinition.json:
no file of ours may hold such a resource, which is checked for all of them at once.
"""

import json
import re
from collections.abc import Iterator

from tests.judges import HOSTS, Check, File, entries, expressions

SECURE = {"securestring", "secureobject"}
TYPES = {"Microsoft.App/sessionPools", "Microsoft.Authorization/roleAssignments"}
NO_RESOURCE_IDS = set(
    "appId clientId DataTypeId defaultMenuItemId keyVaultSecretId keyId objectId menuId policyDefinitionReferenceId "
    "servicePrincipalClientId StartingDeviceID subscriptionId SyntheticMonitorId targetProtectionContainerId "
    "targetWorkerSizeId tenantId timezoneId vlanId workerSizeId".lower().split()
)
ID = re.compile(
    r"\[\s*(extensionResourceId|resourceId|subscriptionResourceId|tenantResourceId|if|parameters|reference|variables"
    r"|subscription|guid)\s*\("
)
EMPTY = re.compile(r"(?<=:)\s*(\{\s*\}|\[\s*\]|\"\s*\"|null)")
MAY_BE_EMPTY = {
    "resources", "outputs", "variables", "parameters", "functions", "properties", "defaultValue", "accessPolicies",
    "value", "promotionCode", "inputs", "notEquals", "clientId", "allowedCallerIpAddresses",
}  # fmt: skip


def json_files_should_be_valid(file: File) -> Iterator[str]:
    json.loads(file.text)
    yield from ()


def schema_is_correct(file: File) -> Iterator[str]:
    wanted = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
    if file.data.get("$schema") != wanted:
        yield str(file.data.get("$schema"))


def only_known_resources(file: File) -> Iterator[str]:
    yield from (resource["type"] for resource in file.resources if resource["type"] not in TYPES)


def api_versions(file: File) -> Iterator[str]:
    for resource in file.resources:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(resource.get("apiVersion"))):
            yield str(resource.get("apiVersion"))


def depends_on(file: File) -> Iterator[str]:
    for resource in file.resources:
        yield from (on for on in resource.get("dependsOn", ()) if re.match(r"\s*\[\s*(if|concat)\s*\(", on))


def hardcoded_uri(file: File) -> Iterator[str]:
    found = re.finditer("|".join(map(re.escape, HOSTS)), file.text, re.IGNORECASE)
    yield from (match[0] for match in found if not file.text[: match.start()].endswith("https://schema."))


def no_concat(file: File) -> Iterator[str]:
    yield from (text for text in expressions(file.data) if re.search(r"\b(concat|uri|providers)\s*\(", text))


def no_expressions_as_names(file: File) -> Iterator[str]:
    names = [*file.parameters, *file.data.get("variables", {})]
    yield from (name for name in names if name.startswith("["))


def no_external_links(file: File) -> Iterator[str]:
    yield from (path for path, name, _ in entries(file.data) if name in ("templateLink", "parametersLink"))
    yield from (name for name in file.parameters if name.lower().startswith("_artifactslocation"))


def min_and_max_are_numbers(file: File) -> Iterator[str]:
    for name, parameter in file.parameters.items():
        bounds = [parameter[bound] for bound in ("minValue", "maxValue") if bound in parameter]
        if any(type(bound) is not int for bound in bounds):
            yield name


def outputs_have_no_secrets(file: File) -> Iterator[str]:
    secure = [name for name, parameter in file.parameters.items() if parameter["type"].lower() in SECURE]
    for name, output in file.data.get("outputs", {}).items():
        text = json.dumps(output)
        leaks = [asked for asked in secure if re.search(rf"parameters\s*\(\s*'{asked}'", text)]
        if leaks or "password" in name.lower() or re.search(r"\[.*?\W*list\w+\s*\(", text):
            yield name


def parameters_exist(file: File) -> Iterator[str]:
    if "parameters" not in file.data:
        yield "no parameters"


def parameters_are_referenced(file: File) -> Iterator[str]:
    for name in file.parameters:
        if not re.search(rf'(?s)"\s*\[.*?parameters\s*\(\s*\'{re.escape(name)}\'', file.text):
            yield name


def variables_are_referenced(file: File) -> Iterator[str]:
    for name in file.data.get("variables", {}):
        if not re.search(rf"variables\s*\(\s*'{re.escape(name)}'", file.text):
            yield name


def passwords_are_secure(file: File) -> Iterator[str]:
    for name, parameter in file.parameters.items():
        like = name.lower()
        looks = any(word in like for word in ("password", "secret", "accountkey"))
        excused = "secret" in like and any(word in like for word in ("permission", "version", "url", "uri", "name"))
        if looks and not excused and parameter["type"].lower() not in SECURE:
            yield name


def secure_strings_have_no_default(file: File) -> Iterator[str]:
    for name, parameter in file.parameters.items():
        if parameter["type"].lower() in SECURE and parameter.get("defaultValue", "") not in ("", {}):
            yield name


def reference_takes_no_preview(file: File) -> Iterator[str]:
    yield from (text for text in expressions(file.data) if re.search(r"\breference\s*\(.*-preview'", text))


def resource_ids_should_not_contain(file: File) -> Iterator[str]:
    bad = r"\[\s*(resourceId|subscriptionResourceId|tenantResourceId|extensionResourceId|reference|list\w+)\s*\(\s*"
    yield from (
        text for text in expressions(file.data) if re.search(bad + r"(resourceGroup|subscription|concat)\(", text)
    )


def no_blanks(file: File) -> Iterator[str]:
    for match in EMPTY.finditer(file.text):
        names = re.findall(r'"([^"]+)"\s*:', file.text[: match.start()])
        name = names[-1] if names else ""
        if name not in MAY_BE_EMPTY and not re.match(r"\s*(\[|/subscriptions/)", name):
            yield name


def ids_are_derived(file: File) -> Iterator[str]:
    for path, name, value in entries(file.resources):
        if not name.lower().endswith("id") or name.lower() in NO_RESOURCE_IDS or ".tags." in path or "metadata" in path:
            continue
        if isinstance(value, str) and not ID.search(value):
            yield path


def location_is_not_hardcoded(file: File) -> Iterator[str]:
    location = file.parameters.get("location", {})
    if location and location["type"] != "string":
        yield "parameters.location.type"
    allowed = ("", "[resourceGroup().location]", "[deployment().location]", "global")
    if location.get("defaultValue", "").strip() not in allowed:
        yield "parameters.location.defaultValue"
    others = json.dumps({**file.data, "parameters": {}})
    yield from re.findall(r"(?:resourceGroup|deployment)\(\)\.location", others)
    yield from resources_have_location(file)


def resources_have_location(file: File) -> Iterator[str]:
    for resource in file.resources:
        if not re.fullmatch(r"\[.*\]|global", resource.get("location", "global").strip()):
            yield str(resource["name"])


TEMPLATE: dict[str, Check] = {
    "JSONFiles-Should-Be-Valid": json_files_should_be_valid,
    "DeploymentTemplate-Schema-Is-Correct": schema_is_correct,
    "resources that other tests are about": only_known_resources,
    "apiVersions-Should-Be-Recent": api_versions,
    "DependsOn-Best-Practices": depends_on,
    "DependsOn-Must-Not-Be-Conditional": depends_on,
    "DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri": hardcoded_uri,
    "Dynamic-Variable-References-Should-Not-Use-Concat": no_concat,
    "Expressions-May-Not-Be-Used-As-Parameter-Or-Variable-Names": no_expressions_as_names,
    "External-Links-Must-Reference-ArtifactsLocation": no_external_links,
    "Min-And-Max-Value-Are-Numbers": min_and_max_are_numbers,
    "Outputs-Must-Not-Contain-Secrets": outputs_have_no_secrets,
    "Parameters-Must-Be-Referenced": parameters_are_referenced,
    "Variables-Must-Be-Referenced": variables_are_referenced,
    "Password-params-must-be-secure": passwords_are_secure,
    "Secure-String-Parameters-Cannot-Have-Default": secure_strings_have_no_default,
    "Reference-Function-Must-Not-Use-Preview-ApiVersion": reference_takes_no_preview,
    "ResourceIds-should-not-contain": resource_ids_should_not_contain,
    "Template-Should-Not-Contain-Blanks": no_blanks,
}
BY_NAME: dict[str, Check] = {  # kept where existing resources go by their names, and executors are asked for
    "IDs-Should-Be-Derived-From-ResourceIDs": ids_are_derived,
}
MODULE: dict[str, Check] = {
    "Parameters-Property-Must-Exist": parameters_exist,
    "Location-Should-Not-Be-Hardcoded": location_is_not_hardcoded,
    "Resources-Should-Have-Location": resources_have_location,
}


def parameters_schema_is_correct(file: File) -> Iterator[str]:
    wanted = "https://schema.management.azure.com/schemas/2019-04-01/deploymentParameters.json#"
    if file.data.get("$schema") != wanted:
        yield str(file.data.get("$schema"))


def content_version(file: File) -> Iterator[str]:
    if not re.fullmatch(r"\d+\.\d+\.\d+\.\d+", file.data.get("contentVersion", "")):
        yield str(file.data.get("contentVersion"))


def has_values(file: File) -> Iterator[str]:
    for name, parameter in file.parameters.items():
        reference = parameter.get("reference", {})
        vault = (
            r"/subscriptions/[0-9a-f-]{36}/resourceGroups/[\w-]{1,64}/providers/Microsoft\.KeyVault/vaults/[\w-]{3,24}"
        )
        refers = re.search(vault, reference.get("keyVault", {}).get("id", ""), re.IGNORECASE)
        named = re.fullmatch("[A-Za-z0-9-]{1,127}", reference.get("secretName", ""))
        if "value" not in parameter and not (refers and named):
            yield name


PARAMETERS: dict[str, Check] = {
    "JSONFiles-Should-Be-Valid": json_files_should_be_valid,
    "DeploymentParameters-Schema-Is-Correct": parameters_schema_is_correct,
    "DeploymentParameters-Should-Have-ContentVersion": content_version,
    "DeploymentParameters-Should-Have-Parameters": parameters_exist,
    "DeploymentParameters-Should-Have-Value": has_values,
}
