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
const string resourceGroupName = "rg-empties";
const string sessionPoolName = "empties";

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation(""))
{
    Identity = new ManagedServiceIdentity(ManagedServiceIdentityType.None),
    CustomContainerTemplate = new CustomContainerTemplate
    {
        Containers =
        {
            new SessionContainer
            {
                Image = "",
                Name = "",
                Command = { "" },
                Args = { "", "" },
                Env =
                {
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "",
                        Value = "",
                    },
                },
                Resources = new SessionContainerResources
                {
                    Memory = "",
                },
            },
        },
    },
    Tags =
    {
        ["empty"] = "",
    },
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);
