// Creates or updates an Azure Container Apps session pool, and prints its resource ID.

using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.AppContainers;
using Azure.ResourceManager.AppContainers.Models;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;

const string subscriptionId = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
const string resourceGroupName = "rg-(every.thing)_1";
const string sessionPoolName = "everything0123456789";

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation("East US", "East US"))
{
    Identity = new ManagedServiceIdentity(ManagedServiceIdentityType.SystemAssignedUserAssigned)
    {
        UserAssignedIdentities =
        {
            [new ResourceIdentifier("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-b")] = new UserAssignedIdentity(),
            [new ResourceIdentifier("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a")] = new UserAssignedIdentity(),
        },
    },
    EnvironmentId = new ResourceIdentifier("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/demokube"),
    ContainerType = ContainerType.CustomContainer,
    PoolManagementType = PoolManagementType.Dynamic,
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 500,
        ReadySessionInstances = 100,
    },
    Secrets =
    {
        new SessionPoolSecret
        {
            Name = "registry-password",
            Value = "first",
        },
        new SessionPoolSecret
        {
            Name = "api-token",
            Value = "second",
        },
    },
    DynamicPoolLifecycleConfiguration = new SessionPoolLifecycleConfiguration
    {
        LifecycleType = SessionPoolLifecycleType.OnContainerExit,
        CooldownPeriodInSeconds = 300,
        MaxAlivePeriodInSeconds = 86400,
    },
    CustomContainerTemplate = new CustomContainerTemplate
    {
        RegistryCredentials = new SessionRegistryCredentials
        {
            Server = "test.azurecr.io",
            Username = "puller",
            PasswordSecretRef = "registry-password",
            Identity = "system",
        },
        Containers =
        {
            new SessionContainer
            {
                Image = "test.azurecr.io/app:v4",
                Name = "main",
                Command = { "/bin/sh" },
                Args = { "-c", "while true; do echo hello; sleep 10;done" },
                Env =
                {
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "PLAIN",
                        Value = "text",
                    },
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "TOKEN",
                        SecretRef = "api-token",
                    },
                },
                Resources = new SessionContainerResources
                {
                    Cpu = 0.25,
                    Memory = "0.5Gi",
                },
            },
            new SessionContainer
            {
                Image = "test.azurecr.io/sidecar@sha256:0000000000000000000000000000000000000000000000000000000000000000",
                Name = "sidecar",
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
        new SessionPoolManagedIdentitySetting("system")
        {
            Lifecycle = ContainerAppIdentitySettingsLifeCycle.Main,
        },
        new SessionPoolManagedIdentitySetting("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a"),
    },
    Tags =
    {
        ["name"] = "first",
        ["type"] = "second",
        ["cost-center"] = "4711",
        ["environment"] = "test",
    },
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);
