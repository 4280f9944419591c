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
const string resourceGroupName = "rg-ünïcödé";
const string sessionPoolName = "unicode";

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation("België"))
{
    CustomContainerTemplate = new CustomContainerTemplate
    {
        Containers =
        {
            new SessionContainer
            {
                Image = "regístro.example/образ:版本",
                Name = "контейнер",
                Args =
                {
                    "東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都",
                    "ẞ ﬁ ½ Ω ∑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
                    "\u200bzero\u200dwidth\u2060",
                    "🏳️\u200d🌈 flag",
                },
                Env =
                {
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "ПРИВЕТ",
                        Value = "мир",
                    },
                },
            },
        },
    },
    Tags =
    {
        ["café"] = "crème brûlée",
        ["名前"] = "セッションプール",
        ["שם"] = "ערך",
        ["👩\u200d🚀"] = "🚀 to the moon",
        ["é"] = "combining é and precomposed é",
    },
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);
