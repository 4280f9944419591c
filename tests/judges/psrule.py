"""The rules of PSRule.Rules.Azure for templates, parameter files and deployments, by their names there.

Not here: those about resources that no file of ours has (Azure.Template.DebugDeployment, Azure.Deployment.OuterSecret);
Azure.Template.ParameterStrongType, which holds a value against ``metadata.strongType``, that we never state;
Azure.Template.MetadataLink, which is off by default, and asks for ``metadata``, which no schema of parameter files
has; Azure.Template.UseDescriptions (of the level Information), which is about what Bicep compiles to.

Azure.Template.UseComments is of that level too: no template of ours keeps it, each says what it is for in its metadata.
Azure.Deployment.SecureValue has no session pools in its list of types; of our secrets it would ask what is asked here.
"""

import json
import re
from collections.abc import Iterator

from tests.judges import Check, File, entries, expressions

SCHEMA = "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#"
PARTS = {"$schema", "contentVersion", "metadata", "parameters", "functions", "variables", "resources", "outputs"}
TYPES: dict[str, type] = {"string": str, "securestring": str, "int": int, "bool": bool, "array": list, "object": dict}


def template_file(file: File) -> Iterator[str]:
    yield from {"$schema", "contentVersion", "resources"} - set(file.data)
    yield from set(file.data) - PARTS


def template_schema(file: File) -> Iterator[str]:
    if file.data["$schema"] != SCHEMA:
        yield str(file.data["$schema"])


def scheme(file: File) -> Iterator[str]:
    if not file.data["$schema"].startswith("https://"):
        yield str(file.data["$schema"])


def parameter_metadata(file: File) -> Iterator[str]:
    yield from (name for name, asked in file.parameters.items() if not asked.get("metadata", {}).get("description"))


def resources(file: File) -> Iterator[str]:
    if not file.resources:
        yield "no resources"


def use_parameters(file: File) -> Iterator[str]:
    for name in file.parameters:
        if not re.search(rf'"\[[\s\S]*parameters\(\s*\'{re.escape(name)}\'\s*\)[\s\S]*\]"', file.text):
            yield name


def use_variables(file: File) -> Iterator[str]:
    for name in file.data.get("variables", {}):
        if not re.search(rf'"\[[\s\S]*variables\(\s*\'{re.escape(name)}\'\s*\)[\s\S]*\]"', file.text):
            yield name


def define_parameters(file: File) -> Iterator[str]:
    if not file.parameters:
        yield "no parameters"


def location_default(file: File) -> Iterator[str]:
    location = file.parameters.get("location")
    if location and location.get("defaultValue", "global").replace(" ", "") not in (
        "global",
        "[resourceGroup().location]",
    ):
        yield str(location["defaultValue"])


def location_type(file: File) -> Iterator[str]:
    location = file.parameters.get("location")
    if location and location["type"] != "string":
        yield str(location["type"])


def resource_location(file: File) -> Iterator[str]:
    for resource in file.resources:
        if not re.fullmatch(r"global|\[.*\]", resource.get("location", "global")):
            yield str(resource["location"])


def use_location_parameter(file: File) -> Iterator[str]:
    parameters = {name: asked for name, asked in file.parameters.items() if name != "location"}
    yield from re.findall(r"resourceGroup\(\s*\)\.location", json.dumps({**file.data, "parameters": parameters}))


def min_max_value(file: File) -> Iterator[str]:
    for name, asked in file.parameters.items():
        bounds = [asked[bound] for bound in ("minValue", "maxValue") if bound in asked]
        if bounds and (asked["type"] != "int" or any(type(bound) is not int for bound in bounds)):
            yield name


def data_types(file: File) -> Iterator[str]:
    for name, asked in file.parameters.items():
        default = asked.get("defaultValue")
        is_function = isinstance(default, str) and default.startswith("[") and default.endswith("]")
        if default is not None and not is_function and type(default) is not TYPES[asked["type"].lower()]:
            yield name


def expression_length(file: File) -> Iterator[str]:
    yield from (text[:80] for text in expressions(file.data) if len(text) > 24_576)


def use_comments(file: File) -> Iterator[str]:
    yield from (str(resource["name"]) for resource in file.resources if not resource.get("comments"))


def output_secret_value(file: File) -> Iterator[str]:
    secure = [name for name, asked in file.parameters.items() if asked["type"].lower().startswith("secure")]
    for name, output in file.data.get("outputs", {}).items():
        text = json.dumps(output)
        if any(f"parameters('{asked}')" in text for asked in secure) or re.search(r"\blist\w*\(", text):
            yield name


def admin_username(file: File) -> Iterator[str]:
    names = ("adminUsername", "administratorLogin", "administratorLoginPassword")
    for path, name, value in entries(file.resources):
        if name in names and not str(value).startswith("["):
            yield path


def secure_parameter(file: File) -> Iterator[str]:
    for name, asked in file.parameters.items():
        like = name.lower()
        looks = any(word in like for word in ("password", "secret", "token")) or like.endswith(("key", "keys"))
        if looks and not like.endswith(("publickey", "publickeys")) and not asked["type"].lower().startswith("secure"):
            yield name


def secure_value(file: File) -> Iterator[str]:
    secure = {name for name, asked in file.parameters.items() if asked["type"].lower().startswith("secure")}
    for resource in file.resources:
        secrets = resource.get("properties", {}).get("secrets", ())
        for secret in secrets if isinstance(secrets, list) else ():
            names = set(re.findall(r"parameters\('(\w+)'\)", str(secret.get("value"))))
            if names and not names & secure:
                yield str(secret.get("name"))


TEMPLATE: dict[str, Check] = {
    "Azure.Template.TemplateFile": template_file,
    "Azure.Template.TemplateSchema": template_schema,
    "Azure.Template.TemplateScheme": scheme,
    "Azure.Template.ParameterMetadata": parameter_metadata,
    "Azure.Template.Resources": resources,
    "Azure.Template.UseParameters": use_parameters,
    "Azure.Template.UseVariables": use_variables,
    "Azure.Template.LocationType": location_type,
    "Azure.Template.UseLocationParameter": use_location_parameter,
    "Azure.Template.ParameterMinMaxValue": min_max_value,
    "Azure.Template.ParameterDataTypes": data_types,
    "Azure.Template.ExpressionLength": expression_length,
    "Azure.Deployment.OutputSecretValue": output_secret_value,
    "Azure.Deployment.AdminUsername": admin_username,
    "Azure.Deployment.SecureParameter": secure_parameter,
    "Azure.Deployment.SecureValue": secure_value,
}
MODULE: dict[str, Check] = {
    "Azure.Template.DefineParameters": define_parameters,
    "Azure.Template.LocationDefault": location_default,
    "Azure.Template.ResourceLocation": resource_location,
}
INFORMATION: dict[str, Check] = {"Azure.Template.UseComments": use_comments}


def parameter_file(file: File) -> Iterator[str]:
    yield from {"$schema", "contentVersion", "parameters"} - set(file.data)
    yield from set(file.data) - {"$schema", "contentVersion", "metadata", "parameters"}


def parameter_value(file: File) -> Iterator[str]:
    yield from (name for name, asked in file.parameters.items() if "value" not in asked and not asked.get("reference"))


def valid_secret_ref(file: File) -> Iterator[str]:
    vault = r"/subscriptions/(.+?)/resourceGroups/(.+?)/providers/Microsoft\.KeyVault/vaults/"
    vault += "[A-Za-z][-A-Za-z0-9]*[A-Za-z0-9]"
    for name, asked in file.parameters.items():
        reference = asked.get("reference")
        if reference is None:
            continue
        id_, secret = reference.get("keyVault", {}).get("id", ""), reference.get("secretName", "")
        if not re.fullmatch(vault, id_) or not re.fullmatch("[A-Za-z0-9-]{1,127}", secret):
            yield name


PARAMETERS: dict[str, Check] = {
    "Azure.Template.ParameterFile": parameter_file,
    "Azure.Template.ParameterScheme": scheme,
    "Azure.Template.ParameterValue": parameter_value,
    "Azure.Template.ValidSecretRef": valid_secret_ref,
}
