using Azure;
using Azure.ResourceManager;
using System;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Identity;
using Azure.ResourceManager.AppContainers.Models;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;
using Azure.ResourceManager.AppContainers;

// Generated from example definition: body.yaml.j2
// this example is just showing the usage of "ContainerAppsSessionPools_CreateOrUpdate" operation, for the dependent resources, they will have to be created separately.

// get your azure access token, for more details of how Azure SDK get your access token, please refer to https://learn.microsoft.com/en-us/dotnet/azure/sdk/authentication?tabs=command-line
TokenCredential cred = new DefaultAzureCredential();
// authenticate your client
ArmClient client = new ArmClient(cred);

// this example assumes you already have this ResourceGroupResource created on azure
// for more information of creating ResourceGroupResource, please refer to the document of ResourceGroupResource
string subscriptionId = "00000000-0000-0000-0000-000000000000";
string resourceGroupName = "rg-(hostile)";
ResourceIdentifier resourceGroupResourceId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
ResourceGroupResource resourceGroupResource = client.GetResourceGroupResource(resourceGroupResourceId);

// get the collection of this SessionPoolResource
SessionPoolCollection collection = resourceGroupResource.GetSessionPools();

// invoke the operation
string sessionPoolName = "hostile";
SessionPoolData data = new SessionPoolData(new AzureLocation("\"west' europe\\"))
{
    EnvironmentId = new ResourceIdentifier("/subscriptions/'\"\\${x}/[y]"),
    Secrets = {new SessionPoolSecret
    {
    Name = "line\nbreak\r\nand\ttab\r",
    Value = "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
    }},
    CustomContainerTemplate = new CustomContainerTemplate
    {
        RegistryCredentials = new SessionRegistryCredentials
        {
            Server = "it's \"quoted\" `twice`",
            Username = "back\\slash \\n \\u0041 \\x41 \\",
            PasswordSecretRef = "*/ /* // # -- <!-- -->",
            Identity = "[resourceGroup().location]",
        },
        Containers = {new SessionContainer
        {
        Image = "a\\\"b'c:${tag}",
        Name = "*/ main",
        Command = {"plain"},
        Args = {"plain", "it's \"quoted\" `twice`", "back\\slash \\n \\u0041 \\x41 \\", "line\nbreak\r\nand\ttab\r", "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}", "[resourceGroup().location]", "[[x]", "[test", "'''triple''' \"\"\"triple\"\"\"", "*/ /* // # -- <!-- -->", "\\u002a/ \\u000a", "null", "true", "0123", "1.10", "~", "*alias", "&anchor", "!tag", "- item", "key: value", "# no comment", "@at", "%percent", "```", "  blanks  ", "trailing\\", "\0\u0001\u001b[31m\u007f", "\u0085\u2028\u2029﻿", "‮right to left", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé", "$(whoami)", "`id`", "'; DROP TABLE pools; --", "%00%2e%2e/", "{$delete: true}", "<script>", "###", "@name = x", "> out", "< in"},
        Env = {new ContainerAppEnvironmentVariable
        {
        Name = "N0",
        Value = "plain",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N1",
        Value = "it's \"quoted\" `twice`",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N2",
        Value = "back\\slash \\n \\u0041 \\x41 \\",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N3",
        Value = "line\nbreak\r\nand\ttab\r",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N4",
        Value = "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N5",
        Value = "[resourceGroup().location]",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N6",
        Value = "[[x]",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N7",
        Value = "[test",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N8",
        Value = "'''triple''' \"\"\"triple\"\"\"",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N9",
        Value = "*/ /* // # -- <!-- -->",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N10",
        Value = "\\u002a/ \\u000a",
        }, new ContainerAppEnvironmentVariable
        {
        Name = "N11",
        Value = "null",
        }},
        Resources = new SessionContainerResources
        {
        Memory = "0.5Gi\n",
        },
        }},
    },
    ManagedIdentitySettings = { new SessionPoolManagedIdentitySetting("*/ '\"\\") },
    Tags =
    {
    ["name"] = "plain",
    ["type"] = "it's \"quoted\" `twice`",
    ["\"q\""] = "&anchor",
    ["$x"] = "[test",
    ["${tag}"] = "# no comment",
    ["*/"] = "$(whoami)",
    ["//"] = "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
    ["1"] = "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
    ["10"] = "[resourceGroup().location]",
    ["9"] = "[[x]",
    ["[tag"] = "key: value",
    ["[tag]"] = "- item",
    ["__proto__"] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    ["_x"] = "~",
    ["a b"] = "'''triple''' \"\"\"triple\"\"\"",
    ["a-b"] = "\\u002a/ \\u000a",
    ["a.b"] = "*/ /* // # -- <!-- -->",
    ["back\\slash"] = "!tag",
    ["class"] = "1.10",
    ["constructor"] = "‮right to left",
    ["copy"] = "back\\slash \\n \\u0041 \\x41 \\",
    ["if"] = "0123",
    ["it's"] = "*alias",
    ["new\nline"] = "%percent",
    ["null"] = "true",
    ["résumé"] = "\u0085\u2028\u2029﻿",
    ["token"] = "```",
    ["true"] = "null",
    ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] = "`id`",
    ["zipcode"] = "  blanks  ",
    ["{{tag}}"] = "@at",
    ["Ünï"] = "trailing\\",
    ["日本"] = "\0\u0001\u001b[31m\u007f",
    [".x"] = "line\nbreak\r\nand\ttab\r"
    },
};
ArmOperation<SessionPoolResource> lro = await collection.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
SessionPoolResource result = lro.Value;

// the variable result is a resource, you could call other operations on this instance as well
// but just for demo, we get its data from this resource instance
SessionPoolData resourceData = result.Data;
// for demo we just print out the id
Console.WriteLine($"Succeeded on id: {resourceData.Id}");
