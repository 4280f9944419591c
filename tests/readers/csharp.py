"""Read C# programs back as the compiler and Azure.ResourceManager.AppContainers 1.5.0 would: into the body they send.

The location is given as it is written; the SDK itself sends "East US" as "eastus", which Azure takes for the same.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import tree_sitter_c_sharp
from tree_sitter import Language, Node, Parser

# The SDK's classes and the types of their properties, each with its place in JSON; () is a constructor's parameter.
CLASSES = """
    class SessionPoolData
    () AzureLocation = location
    Tags Map<string,string> = tags
    Identity ManagedServiceIdentity = identity
    EnvironmentId ResourceIdentifier = properties.environmentId
    ContainerType ContainerType = properties.containerType
    PoolManagementType PoolManagementType = properties.poolManagementType
    ScaleConfiguration SessionPoolScaleConfiguration = properties.scaleConfiguration
    Secrets List<SessionPoolSecret> = properties.secrets
    DynamicPoolLifecycleConfiguration
        SessionPoolLifecycleConfiguration = properties.dynamicPoolConfiguration.lifecycleConfiguration
    CustomContainerTemplate CustomContainerTemplate = properties.customContainerTemplate
    SessionNetworkStatus SessionNetworkStatus = properties.sessionNetworkConfiguration.status
    ManagedIdentitySettings List<SessionPoolManagedIdentitySetting> = properties.managedIdentitySettings

    class ManagedServiceIdentity
    () ManagedServiceIdentityType = type
    UserAssignedIdentities Map<ResourceIdentifier,UserAssignedIdentity> = userAssignedIdentities

    class UserAssignedIdentity

    class SessionPoolScaleConfiguration
    MaxConcurrentSessions int = maxConcurrentSessions
    ReadySessionInstances int = readySessionInstances

    class SessionPoolSecret
    Name string = name
    Value string = value

    class SessionPoolLifecycleConfiguration
    LifecycleType SessionPoolLifecycleType = lifecycleType
    CooldownPeriodInSeconds int = cooldownPeriodInSeconds
    MaxAlivePeriodInSeconds int = maxAlivePeriodInSeconds

    class CustomContainerTemplate
    RegistryCredentials SessionRegistryCredentials = registryCredentials
    Containers List<SessionContainer> = containers
    IngressTargetPort int = ingress.targetPort

    class SessionRegistryCredentials
    Server string = server
    Username string = username
    PasswordSecretRef string = passwordSecretRef
    Identity string = identity

    class SessionContainer
    Image string = image
    Name string = name
    Command List<string> = command
    Args List<string> = args
    Env List<ContainerAppEnvironmentVariable> = env
    Resources SessionContainerResources = resources

    class SessionContainerResources
    Cpu double = cpu
    Memory string = memory

    class ContainerAppEnvironmentVariable
    Name string = name
    Value string = value
    SecretRef string = secretRef

    class SessionPoolManagedIdentitySetting
    () string = identity
    Lifecycle ContainerAppIdentitySettingsLifeCycle = lifecycle
"""
PROPERTIES = {
    text.split()[0]: {name: (type_, place) for name, type_, place in re.findall(r"(\S+)\s+(\S+) = (\S+)", text)}
    for text in CLASSES.split("class ")[1:]
}
# Its types that are made of a string, with the members of those that are enums.
STRINGS: dict[str, dict[str, str]] = {
    "AzureLocation": {},
    "ResourceIdentifier": {},
    "ContainerType": {"CustomContainer": "CustomContainer", "PythonLts": "PythonLTS"},
    "PoolManagementType": {"Manual": "Manual", "Dynamic": "Dynamic"},
    "SessionPoolLifecycleType": {"Timed": "Timed", "OnContainerExit": "OnContainerExit"},
    "SessionNetworkStatus": {"EgressEnabled": "EgressEnabled", "EgressDisabled": "EgressDisabled"},
    "ContainerAppIdentitySettingsLifeCycle": {"None": "None", "Main": "Main", "Init": "Init", "All": "All"},
    "ManagedServiceIdentityType": {
        "None": "None",
        "SystemAssigned": "SystemAssigned",
        "UserAssigned": "UserAssigned",
        "SystemAssignedUserAssigned": "SystemAssigned,UserAssigned",
    },
}
# The program around the data, but for white space and what stands in quotes.
BEFORE = """using Azure; using Azure.Core; using Azure.Identity; using Azure.ResourceManager;
    using Azure.ResourceManager.AppContainers; using Azure.ResourceManager.AppContainers.Models;
    using Azure.ResourceManager.Models; using Azure.ResourceManager.Resources;
    const string subscriptionId = ""; const string resourceGroupName = ""; const string sessionPoolName = "";
    var options = new ArmClientOptions(); options.SetApiVersion(SessionPoolResource.ResourceType, "");
    var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);
    ResourceIdentifier resourceGroupId =
        ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
    SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();"""
AFTER = """ArmOperation<SessionPoolResource> operation =
        await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
    Console.WriteLine(operation.Value.Id);"""
PACKAGES = {"Azure.Identity", "Azure.ResourceManager.AppContainers"}

STRING = re.compile(r'"(?:[^"\\\r\n\u0085\u2028\u2029]|\\.)*"')
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
SIMPLE = dict(zip("'\"\\0abfnrtv", "'\"\\\0\a\b\f\n\r\t\v", strict=True))


def read(folders: list[Path]) -> list[dict[str, object]]:
    """The calls made in the folders that hold a CreateSessionPool.cs, in order."""
    parser = Parser(Language(tree_sitter_c_sharp.language()))
    names = [folder / "CreateSessionPool.cs" for folder in folders]
    return [_read(name, parser) for name in names if name.exists()]


def data(expression: str) -> dict[str, Any]:
    """The body that an expression of type SessionPoolData sends."""
    root = Parser(Language(tree_sitter_c_sharp.language())).parse(f"var data = {expression};".encode()).root_node
    assert not root.has_error, f"syntax error: {expression}"
    (statement,) = _inside(root)
    _type, declarator = _inside(_only(_only(statement)))
    sent = _evaluate(_inside(declarator)[1], "SessionPoolData")
    assert isinstance(sent, _Data)
    return sent.json()


def _read(file: Path, parser: Parser) -> dict[str, object]:
    project = ElementTree.parse(file.with_suffix(".csproj")).getroot()  # noqa: S314 - our own output
    packages = {item.attrib["Include"]: item.attrib["Version"] for item in project.iter("PackageReference")}
    assert packages.keys() == PACKAGES, f"{file}: packages {packages}"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in packages.values()), f"{file}: {packages}"

    root = parser.parse(file.read_bytes()).root_node
    assert not root.has_error, f"{file}: syntax error at line {next(_errors(root)).start_point.row + 1}"
    nodes = _inside(root)
    statements = [_text(node) for node in nodes]
    (at,) = (index for index, text in enumerate(statements) if text.startswith("var data ="))
    after = next(index for index in range(at + 1, len(nodes)) if not statements[index].startswith("data."))
    assert _frame(statements[:at]) == _frame([BEFORE]), f"{file}: before the data: {statements[:at]}"
    assert _frame(statements[after:]) == _frame([AFTER]), f"{file}: after the data: {statements[after:]}"
    subscription, group, pool, _version = (_string(text) for text in STRING.findall("".join(statements[:at])))

    _type, declarator = _inside(_only(_only(nodes[at])))
    try:
        data = _evaluate(_inside(declarator)[1], "SessionPoolData")
        for node in nodes[at + 1 : after]:
            _clear(node, data)
    except AssertionError as error:
        error.add_note(str(file))
        raise
    return {"subscriptionId": subscription, "resourceGroupName": group, "sessionPoolName": pool, "body": data.json()}


class _Data(dict[str, Any]):
    """An object of the SDK: what has been assigned to its properties."""

    def __init__(self, name: str) -> None:
        self.name = name

    def json(self) -> dict[str, Any]:
        """What the SDK writes. A property that is null is left out, but not the hidden objects around it."""
        written: dict[str, Any] = {"properties": {}} if self.name == "SessionPoolData" else {}
        for name, value in self.items():
            *parents, leaf = PROPERTIES[self.name][name][1].split(".")
            place = written
            for parent in parents:
                place = place.setdefault(parent, {})
            if value is not None:
                place[leaf] = _json(value)
        return written


def _json(value: Any) -> Any:
    match value:
        case _Data():
            return value.json()
        case list():
            return [_json(item) for item in value]
        case dict():
            return {key: _json(item) for key, item in value.items()}
    return value


def _evaluate(node: Node, type_: str) -> Any:
    """An expression where the compiler expects a C# type."""
    text = _text(node)
    match node.type, type_:
        case "null_literal", _ if "<" not in type_:
            return None
        case "string_literal", "string" | "ManagedServiceIdentityType":  # the SDK turns a string into the latter
            return _string(text)
        case "integer_literal" | "prefix_unary_expression", "int":
            assert -(2**31) <= int(text) < 2**31, f"too large for an int: {text}"
            return int(text)
        case "integer_literal" | "real_literal" | "prefix_unary_expression", "double":
            return float(text)
        case "member_access_expression", _ if text.removeprefix(f"{type_}.") in STRINGS.get(type_, {}):
            return STRINGS[type_][text.removeprefix(f"{type_}.")]
        case "initializer_expression", _ if type_.startswith("List<"):
            return [_evaluate(item, type_[5:-1]) for item in _inside(node)]
        case "initializer_expression", _ if type_.startswith("Map<"):
            return _map(node, *type_[4:-1].split(","))
        case "object_creation_expression", _ if text.startswith(f"new {type_}"):
            return _create(node, type_)
    raise AssertionError(f"not of type {type_}: {text}")


def _map(node: Node, key: str, value: str) -> dict[str, Any]:
    entries = {}
    for entry in _inside(node):
        left, right = _inside(entry)
        assert left.type == "element_binding_expression", f"no key: {_text(entry)}"
        entries[_evaluate(_only(_only(left)), key)] = _evaluate(right, value)
    names = {name.lower() if key == "ResourceIdentifier" else name for name in entries}
    assert len(names) == len(_inside(node)), f"a key stands twice: {_text(node)}"
    return entries


def _create(node: Node, type_: str) -> Any:
    parts = {part.type: part for part in node.named_children}
    assert _text(parts.pop("identifier")) == type_, f"not of type {type_}: {_text(node)}"
    arguments = [_only(argument) for argument in _inside(parts["argument_list"])] if "argument_list" in parts else []
    if type_ in STRINGS:
        (argument,) = arguments
        text = _evaluate(argument, "string")
        assert text or type_ != "ResourceIdentifier", "an empty ResourceIdentifier"
        return text
    properties = PROPERTIES[type_]
    assert len(arguments) == ("()" in properties), f"arguments: {_text(node)}"
    data = _Data(type_)
    if arguments:
        data["()"] = _evaluate(arguments[0], properties["()"][0])
        assert data["()"] is not None, f"null: {_text(node)}"
    for assignment in _inside(parts["initializer_expression"]) if "initializer_expression" in parts else []:
        left, right = _inside(assignment)
        name = _text(left)
        assert name in properties, f"{type_} has no {name}"
        assert name not in data, f"{name} is set twice"
        data[name] = _evaluate(right, properties[name][0])
    return data


def _clear(statement: Node, data: _Data) -> None:
    """Run ``data.X.Y[0].Z.Clear();``: what was untouched, and so left out, is then sent empty."""
    path = re.fullmatch(r"data((?:\.\w+(?:\[\d+\])?)*)\.(\w+)\.Clear\(\);", _text(statement))
    assert path, f"not understood: {_text(statement)}"
    owner: Any = data
    for name, index in re.findall(r"\.(\w+)(?:\[(\d+)\])?", path[1]):
        owner = owner[name][int(index)] if index else owner[name]
    collection = PROPERTIES[owner.name][path[2]][0]
    assert "<" in collection, f"no collection: {_text(statement)}"
    owner[path[2]] = {} if collection.startswith("Map<") else []


def _string(literal: str) -> str:
    assert STRING.fullmatch(literal), f"no string: {literal}"
    text = ESCAPE.sub(lambda m: SIMPLE[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), literal[1:-1])
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _frame(texts: list[str]) -> str:
    return re.sub(r"\s+", "", STRING.sub('""', "".join(texts)))


def _text(node: Node) -> str:
    assert node.text is not None
    return node.text.decode()


def _inside(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type != "comment"]


def _only(node: Node) -> Node:
    (child,) = _inside(node)
    return child


def _errors(node: Node) -> Iterator[Node]:
    if node.is_error or node.is_missing:
        yield node
    for child in node.children:
        yield from _errors(child)
