// Creates or updates an Azure Container Apps session pool, and prints its resource ID.

using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.AppContainers;
using Azure.ResourceManager.AppContainers.Models;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;

const string subscriptionId = "c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3";
const string resourceGroupName = "rg-agents-prod";
const string sessionPoolName = "agentsandbox";

var problems = new List<string>();
string eventsKey = Required("EVENTS_KEY", "Key with which a session reports what happens in it.");
string imageTag = Environment.GetEnvironmentVariable("IMAGE_TAG") ?? "1.10";
if (problems.Count > 0)
{
    Console.Error.WriteLine(string.Join(Environment.NewLine, problems));
    Environment.Exit(1);
}

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation("westeurope"))
{
    Identity = new ManagedServiceIdentity(ManagedServiceIdentityType.UserAssigned)
    {
        UserAssignedIdentities =
        {
            [new ResourceIdentifier("/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod")] = new UserAssignedIdentity(),
        },
    },
    EnvironmentId = new ResourceIdentifier("/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.App/managedEnvironments/cae-agents-prod"),
    ContainerType = ContainerType.CustomContainer,
    PoolManagementType = PoolManagementType.Dynamic,
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 300,
        ReadySessionInstances = 40,
    },
    Secrets =
    {
        new SessionPoolSecret
        {
            Name = "events-key",
            Value = eventsKey,
        },
    },
    DynamicPoolLifecycleConfiguration = new SessionPoolLifecycleConfiguration
    {
        LifecycleType = SessionPoolLifecycleType.OnContainerExit,
        MaxAlivePeriodInSeconds = 3600,
    },
    CustomContainerTemplate = new CustomContainerTemplate
    {
        RegistryCredentials = new SessionRegistryCredentials
        {
            Server = "contosoagents.azurecr.io",
            Identity = "/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod",
        },
        Containers =
        {
            new SessionContainer
            {
                Image = $"contosoagents.azurecr.io/agents/sandbox:{imageTag}",
                Name = "sandbox",
                Command = { "/bin/sh" },
                Args =
                {
                    "-c",
                    "exec sandboxd --listen :8080 --log-level \"$LOG_LEVEL\"",
                    "--max-open-files=65536",
                },
                Env =
                {
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "LOG_LEVEL",
                        Value = "info",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "EVENTS_KEY",
                        SecretRef = "events-key",
                    },
                },
                Resources = new SessionContainerResources
                {
                    Cpu = 1,
                    Memory = "2Gi",
                },
            },
        },
        IngressTargetPort = 8080,
    },
    SessionNetworkStatus = SessionNetworkStatus.EgressDisabled,
    ManagedIdentitySettings =
    {
        new SessionPoolManagedIdentitySetting("/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod")
        {
            Lifecycle = ContainerAppIdentitySettingsLifeCycle.None,
        },
    },
    Tags =
    {
        ["product"] = "agents",
        ["owner"] = "platform-team@contoso.example",
        ["environment"] = "prod",
        ["cost-center"] = "4711",
    },
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);

// The value of an environment variable that must be set.
string Required(string name, string description)
{
    string? value = Environment.GetEnvironmentVariable(name);
    if (string.IsNullOrEmpty(value))
    {
        problems.Add($"set {name}: {description}");
    }
    return value ?? "";
}
