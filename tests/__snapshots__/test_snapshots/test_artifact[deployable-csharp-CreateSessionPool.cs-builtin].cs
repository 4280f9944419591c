// Creates or updates an Azure Container Apps session pool, and prints its resource ID.

using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.AppContainers;
using Azure.ResourceManager.AppContainers.Models;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;

const string subscriptionId = "ABCDEF01-2345-6789-abcd-ef0123456789";
const string resourceGroupName = "rg-builtin";
const string sessionPoolName = "builtin";

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation("swedencentral"))
{
    Identity = new ManagedServiceIdentity(ManagedServiceIdentityType.UserAssigned)
    {
        UserAssignedIdentities =
        {
            [new ResourceIdentifier("/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one")] = new UserAssignedIdentity(),
        },
    },
    ContainerType = ContainerType.PythonLts,
    PoolManagementType = PoolManagementType.Manual,
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 2147483647,
        ReadySessionInstances = -2147483648,
    },
    DynamicPoolLifecycleConfiguration = new SessionPoolLifecycleConfiguration
    {
        LifecycleType = SessionPoolLifecycleType.Timed,
        CooldownPeriodInSeconds = 0,
    },
    SessionNetworkStatus = SessionNetworkStatus.EgressEnabled,
    ManagedIdentitySettings =
    {
        new SessionPoolManagedIdentitySetting("system")
        {
            Lifecycle = ContainerAppIdentitySettingsLifeCycle.None,
        },
    },
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);
