"""Read C# programs back as the compiler and Azure.ResourceManager.AppContainers 1.5.0 would: into the body they send.

The location is given as it is written; the SDK itself sends "East US" as "eastus", which Azure takes for the same.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import tree_sitter_c_sharp
from tree_sitter import Language, Node, Parser

# Of every class the properties: C# type and place in JSON. "()" stands for the constructor's parameter.
CLASSES = {
    "SessionPoolData": {
        "()": ("AzureLocation", "location"),
        "Tags": ("Dictionary<string,string>", "tags"),
        "Identity": ("ManagedServiceIdentity", "identity"),
        "EnvironmentId": ("ResourceIdentifier", "properties.environmentId"),
        "ContainerType": ("ContainerType", "properties.containerType"),
        "PoolManagementType": ("PoolManagementType", "properties.poolManagementType"),
        "ScaleConfiguration": ("SessionPoolScaleConfiguration", "properties.scaleConfiguration"),
        "Secrets": ("List<SessionPoolSecret>", "properties.secrets"),
        "DynamicPoolLifecycleConfiguration": (
            "SessionPoolLifecycleConfiguration",
            "properties.dynamicPoolConfiguration.lifecycleConfiguration",
        ),
        "CustomContainerTemplate": ("CustomContainerTemplate", "properties.customContainerTemplate"),
        "SessionNetworkStatus": ("SessionNetworkStatus", "properties.sessionNetworkConfiguration.status"),
        "ManagedIdentitySettings": ("List<SessionPoolManagedIdentitySetting>", "properties.managedIdentitySettings"),
    },
    "ManagedServiceIdentity": {
        "()": ("ManagedServiceIdentityType", "type"),
        "UserAssignedIdentities": (
            "Dictionary<ResourceIdentifier,UserAssignedIdentity>",
            "userAssignedIdentities",
        ),
    },
    "UserAssignedIdentity": {},
    "SessionPoolScaleConfiguration": {
        "MaxConcurrentSessions": ("int", "maxConcurrentSessions"),
        "ReadySessionInstances": ("int", "readySessionInstances"),
    },
    "SessionPoolSecret": {"Name": ("string", "name"), "Value": ("string", "value")},
    "SessionPoolLifecycleConfiguration": {
        "LifecycleType": ("SessionPoolLifecycleType", "lifecycleType"),
        "CooldownPeriodInSeconds": ("int", "cooldownPeriodInSeconds"),
        "MaxAlivePeriodInSeconds": ("int", "maxAlivePeriodInSeconds"),
    },
    "CustomContainerTemplate": {
        "RegistryCredentials": ("SessionRegistryCredentials", "registryCredentials"),
        "Containers": ("List<SessionContainer>", "containers"),
        "IngressTargetPort": ("int", "ingress.targetPort"),
    },
    "SessionRegistryCredentials": {
        "Server": ("string", "server"),
        "Username": ("string", "username"),
        "PasswordSecretRef": ("string", "passwordSecretRef"),
        "Identity": ("string", "identity"),
    },
    "SessionContainer": {
        "Image": ("string", "image"),
        "Name": ("string", "name"),
        "Command": ("List<string>", "command"),
        "Args": ("List<string>", "args"),
        "Env": ("List<ContainerAppEnvironmentVariable>", "env"),
        "Resources": ("SessionContainerResources", "resources"),
    },
    "SessionContainerResources": {"Cpu": ("double", "cpu"), "Memory": ("string", "memory")},
    "ContainerAppEnvironmentVariable": {
        "Name": ("string", "name"),
        "Value": ("string", "value"),
        "SecretRef": ("string", "secretRef"),
    },
    "SessionPoolManagedIdentitySetting": {
        "()": ("string", "identity"),
        "Lifecycle": ("ContainerAppIdentitySettingsLifeCycle", "lifecycle"),
    },
}
# Types made of a string: extensible enums with their members, and two without any.
STRINGS = {
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
USINGS = """using Azure; using Azure.Core; using Azure.Identity; using Azure.ResourceManager;
    using Azure.ResourceManager.AppContainers; using Azure.ResourceManager.AppContainers.Models;
    using Azure.ResourceManager.Models; using Azure.ResourceManager.Resources;"""
# The statements around those that fill the data, but for white space.
BEFORE = """var options = new ArmClientOptions();
    options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
    var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);
    ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(
        subscriptionId, resourceGroupName);
    SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();"""
AFTER = """ArmOperation<SessionPoolResource> operation =
        await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
    Console.WriteLine(operation.Value.Id);"""

ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
SIMPLE = dict(zip("'\"\\0abfnrtv", "'\"\\\0\a\b\f\n\r\t\v", strict=True))
