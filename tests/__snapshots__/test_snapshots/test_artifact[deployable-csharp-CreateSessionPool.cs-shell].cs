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
const string resourceGroupName = "rg-shell";
const string sessionPoolName = "my-shell";

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation("westeurope"))
{
    ContainerType = new ContainerType("Shell"),
    PoolManagementType = PoolManagementType.Dynamic,
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 20,
    },
    DynamicPoolLifecycleConfiguration = new SessionPoolLifecycleConfiguration
    {
        LifecycleType = SessionPoolLifecycleType.Timed,
        CooldownPeriodInSeconds = 300,
    },
    SessionNetworkStatus = SessionNetworkStatus.EgressDisabled,
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);
