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

// Generated from example definition: box.yaml.j2
// this example is just showing the usage of "ContainerAppsSessionPools_CreateOrUpdate" operation, for the dependent resources, they will have to be created separately.

// get your azure access token, for more details of how Azure SDK get your access token, please refer to https://learn.microsoft.com/en-us/dotnet/azure/sdk/authentication?tabs=command-line
TokenCredential cred = new DefaultAzureCredential();
// authenticate your client
ArmClient client = new ArmClient(cred);

// this example assumes you already have this ResourceGroupResource created on azure
// for more information of creating ResourceGroupResource, please refer to the document of ResourceGroupResource
string subscriptionId = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
string resourceGroupName = "rg";
ResourceIdentifier resourceGroupResourceId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
ResourceGroupResource resourceGroupResource = client.GetResourceGroupResource(resourceGroupResourceId);

// get the collection of this SessionPoolResource
SessionPoolCollection collection = resourceGroupResource.GetSessionPools();

// invoke the operation
string sessionPoolName = "parameterized";
SessionPoolData data = new SessionPoolData(new AzureLocation("westeurope"))
{
    Identity = new ManagedServiceIdentity("UserAssigned")
    {
        UserAssignedIdentities =
        {
        [new ResourceIdentifier("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pull")] = new UserAssignedIdentity(),
        [new ResourceIdentifier("<identity-id>")] = new UserAssignedIdentity()
        },
    },
    EnvironmentId = new ResourceIdentifier("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/<environmentName>"),
    ContainerType = ContainerType.CustomContainer,
    PoolManagementType = PoolManagementType.Dynamic,
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 20,
        ReadySessionInstances = 0,
    },
    Secrets = {new SessionPoolSecret
    {
    Name = "registry-password",
    Value = "fakeTokenPlaceholder",
    }, new SessionPoolSecret
    {
    Name = "connection",
    Value = "Server=db;Password=fakeTokenPlaceholder;",
    }},
    DynamicPoolLifecycleConfiguration = new SessionPoolLifecycleConfiguration
    {
        LifecycleType = SessionPoolLifecycleType.OnContainerExit,
        MaxAlivePeriodInSeconds = 900,
    },
    CustomContainerTemplate = new CustomContainerTemplate
    {
        RegistryCredentials = new SessionRegistryCredentials
        {
            Server = "registry.contoso.example",
            Username = "puller",
            PasswordSecretRef = "registry-password",
        },
        Containers = {new SessionContainer
        {
        Image = "registry.contoso.example/app:1.10",
        Name = "main",
        Args = {"--listen=:8080", "1.10"},
        Env = {new ContainerAppEnvironmentVariable
        {
        Name = "CONNECTION",
        SecretRef = "connection",
        }},
        Resources = new SessionContainerResources
        {
        Cpu = 0.5,
        Memory = "1Gi",
        },
        }},
        IngressTargetPort = 8080,
    },
    SessionNetworkStatus = SessionNetworkStatus.EgressDisabled,
    ManagedIdentitySettings = {new SessionPoolManagedIdentitySetting("<identity-id>")
    {
    Lifecycle = ContainerAppIdentitySettingsLifeCycle.None,
    }},
    Tags =
    {
    ["note"] = "{ 1.10 } ${x} {{x}} it's \"<owner>\" \\ % [8080]",
    ["owner"] = "<owner>",
    ["release"] = "it's {a} ${b} \"c\" [d] \\ %s"
    },
};
ArmOperation<SessionPoolResource> lro = await collection.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
SessionPoolResource result = lro.Value;

// the variable result is a resource, you could call other operations on this instance as well
// but just for demo, we get its data from this resource instance
SessionPoolData resourceData = result.Data;
// for demo we just print out the id
Console.WriteLine($"Succeeded on id: {resourceData.Id}");
