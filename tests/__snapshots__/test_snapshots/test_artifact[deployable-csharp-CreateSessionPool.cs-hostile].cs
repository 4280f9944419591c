// Creates or updates an Azure Container Apps session pool, and prints its resource ID.

using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.AppContainers;
using Azure.ResourceManager.AppContainers.Models;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;

const string subscriptionId = "00000000-0000-0000-0000-000000000000";
const string resourceGroupName = "rg-(hostile)";
const string sessionPoolName = "hostile";

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation("\"west' europe\\", "\"west' europe\\"))
{
    EnvironmentId = new ResourceIdentifier("/subscriptions/'\"\\${x}/[y]"),
    Secrets =
    {
        new SessionPoolSecret
        {
            Name = "line\nbreak\r\nand\ttab\r",
            Value = "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
        },
    },
    CustomContainerTemplate = new CustomContainerTemplate
    {
        RegistryCredentials = new SessionRegistryCredentials
        {
            Server = "it's \"quoted\" `twice`",
            Username = "back\\slash \\n \\u0041 \\x41 \\",
            PasswordSecretRef = "*/ /* // # -- <!-- -->",
            Identity = "[resourceGroup().location]",
        },
        Containers =
        {
            new SessionContainer
            {
                Image = "a\\\"b'c:${tag}",
                Name = "*/ main",
                Command = { "plain" },
                Args =
                {
                    "plain",
                    "it's \"quoted\" `twice`",
                    "back\\slash \\n \\u0041 \\x41 \\",
                    "line\nbreak\r\nand\ttab\r",
                    "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
                    "[resourceGroup().location]",
                    "[[x]",
                    "[test",
                    "'''triple''' \"\"\"triple\"\"\"",
                    "*/ /* // # -- <!-- -->",
                    "\\u002a/ \\u000a",
                    "null",
                    "true",
                    "0123",
                    "1.10",
                    "~",
                    "*alias",
                    "&anchor",
                    "!tag",
                    "- item",
                    "key: value",
                    "# no comment",
                    "@at",
                    "%percent",
                    "```",
                    "  blanks  ",
                    "trailing\\",
                    "\0\u0001\u001b[31m\u007f",
                    "\u0085\u2028\u2029\ufeff",
                    "\u202eright to left",
                    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                    "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
                    "$(whoami)",
                    "`id`",
                    "'; DROP TABLE pools; --",
                    "%00%2e%2e/",
                    "{$delete: true}",
                    "<script>",
                    "###",
                    "@name = x",
                    "> out",
                    "< in",
                },
                Env =
                {
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N0",
                        Value = "plain",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N1",
                        Value = "it's \"quoted\" `twice`",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N2",
                        Value = "back\\slash \\n \\u0041 \\x41 \\",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N3",
                        Value = "line\nbreak\r\nand\ttab\r",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N4",
                        Value = "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N5",
                        Value = "[resourceGroup().location]",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N6",
                        Value = "[[x]",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N7",
                        Value = "[test",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N8",
                        Value = "'''triple''' \"\"\"triple\"\"\"",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N9",
                        Value = "*/ /* // # -- <!-- -->",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N10",
                        Value = "\\u002a/ \\u000a",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "N11",
                        Value = "null",
                    },
                },
                Resources = new SessionContainerResources
                {
                    Memory = "0.5Gi\n",
                },
            },
        },
    },
    ManagedIdentitySettings = { new SessionPoolManagedIdentitySetting("*/ '\"\\") },
    Tags =
    {
        ["name"] = "plain",
        ["type"] = "it's \"quoted\" `twice`",
        ["copy"] = "back\\slash \\n \\u0041 \\x41 \\",
        [".x"] = "line\nbreak\r\nand\ttab\r",
        ["1"] = "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
        ["10"] = "[resourceGroup().location]",
        ["9"] = "[[x]",
        ["$x"] = "[test",
        ["a b"] = "'''triple''' \"\"\"triple\"\"\"",
        ["a.b"] = "*/ /* // # -- <!-- -->",
        ["a-b"] = "\\u002a/ \\u000a",
        ["true"] = "null",
        ["null"] = "true",
        ["if"] = "0123",
        ["class"] = "1.10",
        ["_x"] = "~",
        ["it's"] = "*alias",
        ["\"q\""] = "&anchor",
        ["back\\slash"] = "!tag",
        ["[tag]"] = "- item",
        ["[tag"] = "key: value",
        ["${tag}"] = "# no comment",
        ["{{tag}}"] = "@at",
        ["new\nline"] = "%percent",
        ["token"] = "```",
        ["zipcode"] = "  blanks  ",
        ["Ünï"] = "trailing\\",
        ["日本"] = "\0\u0001\u001b[31m\u007f",
        ["résumé"] = "\u0085\u2028\u2029\ufeff",
        ["constructor"] = "\u202eright to left",
        ["__proto__"] = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        ["//"] = "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
        ["*/"] = "$(whoami)",
        ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"] = "`id`",
    },
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);
