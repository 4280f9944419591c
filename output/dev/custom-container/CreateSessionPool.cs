// Creates or updates an Azure Container Apps session pool, and prints its resource ID.

using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.AppContainers;
using Azure.ResourceManager.AppContainers.Models;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;

const string subscriptionId = "6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10";
const string resourceGroupName = "rg-agents-dev";
const string sessionPoolName = "agentsandbox";

var problems = new List<string>();
string eventsKey = Required("EVENTS_KEY", "Key with which a session reports what happens in it.");
string imageTag = Environment.GetEnvironmentVariable("IMAGE_TAG") ?? "1.11.0-rc.2";
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
            [new ResourceIdentifier("/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev")] = new UserAssignedIdentity(),
        },
    },
    EnvironmentId = new ResourceIdentifier("/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.App/managedEnvironments/cae-agents-dev"),
    ContainerType = ContainerType.CustomContainer,
    PoolManagementType = PoolManagementType.Dynamic,
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 5,
        ReadySessionInstances = 1,
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
        MaxAlivePeriodInSeconds = 900,
    },
    CustomContainerTemplate = new CustomContainerTemplate
    {
        RegistryCredentials = new SessionRegistryCredentials
        {
            Server = "contosoagents.azurecr.io",
            Identity = "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev",
        },
        Containers =
        {
            new SessionContainer
            {
                Image = $"contosoagents.azurecr.io/agents/sandbox:{imageTag}",
                Name = "sandbox",
                Command = { "/bin/sh" },
                Args = { "-c", "exec sandboxd --listen :8080 --log-level \"$LOG_LEVEL\"" },
                Env =
                {
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "LOG_LEVEL",
                        Value = "debug",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "TELEMETRY",
                        Value = "on",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "EVENTS_KEY",
                        SecretRef = "events-key",
                    },
                },
                Resources = new SessionContainerResources
                {
                    Cpu = 0.25,
                    Memory = "0.5Gi",
                },
            },
        },
        IngressTargetPort = 8080,
    },
    SessionNetworkStatus = SessionNetworkStatus.EgressEnabled,
    ManagedIdentitySettings =
    {
        new SessionPoolManagedIdentitySetting("/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev")
        {
            Lifecycle = ContainerAppIdentitySettingsLifeCycle.None,
        },
    },
    Tags =
    {
        ["product"] = "agents",
        ["owner"] = "platform-team@contoso.example",
        ["environment"] = "dev",
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
