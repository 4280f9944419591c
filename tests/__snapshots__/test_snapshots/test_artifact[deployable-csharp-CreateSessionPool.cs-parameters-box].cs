// Creates or updates an Azure Container Apps session pool, and prints its resource ID.

using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.ResourceManager;
using Azure.ResourceManager.AppContainers;
using Azure.ResourceManager.AppContainers.Models;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;

const string subscriptionId = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345";
const string resourceGroupName = "rg";
const string sessionPoolName = "parameterized";

var problems = new List<string>();
string location = Environment.GetEnvironmentVariable("LOCATION") ?? "westeurope";
string owner = Required("OWNER", "Who answers for the pool, as a tag.");
string release = Environment.GetEnvironmentVariable("RELEASE") ?? "it's {a} ${b} \"c\" [d] \\ %s";
string imageTag = Environment.GetEnvironmentVariable("IMAGE_TAG") ?? "1.10";
int port = Integer("PORT", "Port on which the container listens.", "8080");
string identityId = Required("IDENTITY_ID", "Resource ID of a user-assigned identity of the pool, or system.");
string puller = Environment.GetEnvironmentVariable("PULLER") ?? "id-pull";
string environmentName = Required("ENVIRONMENT_NAME", "Part of environmentId.");
int maxSessions = Integer("MAX_SESSIONS", "Most sessions at one time.", "20");
int readySessions = Integer("READY_SESSIONS", "Fewest sessions kept ready to be taken.");
string lifecycleType = Environment.GetEnvironmentVariable("LIFECYCLE_TYPE") ?? "OnContainerExit";
string registryPassword = Required("REGISTRY_PASSWORD", "The secret itself; never returned by the service.");
string dbPassword = Required("DB_PASSWORD", "The password of the database.");
double cpu = Number("CPU", "CPU cores, such as 0.5.", "0.5");
string memory = Environment.GetEnvironmentVariable("MEMORY") ?? "1Gi";
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

var data = new SessionPoolData(new AzureLocation(location, location))
{
    Identity = new ManagedServiceIdentity(ManagedServiceIdentityType.UserAssigned)
    {
        UserAssignedIdentities =
        {
            [new ResourceIdentifier(identityId)] = new UserAssignedIdentity(),
            [new ResourceIdentifier($"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{puller}")] = new UserAssignedIdentity(),
        },
    },
    EnvironmentId = new ResourceIdentifier($"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/{environmentName}"),
    ContainerType = ContainerType.CustomContainer,
    PoolManagementType = PoolManagementType.Dynamic,
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = maxSessions,
        ReadySessionInstances = readySessions,
    },
    Secrets =
    {
        new SessionPoolSecret
        {
            Name = "registry-password",
            Value = registryPassword,
        },
        new SessionPoolSecret
        {
            Name = "connection",
            Value = $"Server=db;Password={dbPassword};",
        },
    },
    DynamicPoolLifecycleConfiguration = new SessionPoolLifecycleConfiguration
    {
        LifecycleType = new SessionPoolLifecycleType(lifecycleType),
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
        Containers =
        {
            new SessionContainer
            {
                Image = $"registry.contoso.example/app:{imageTag}",
                Name = "main",
                Args = { FormattableString.Invariant($"--listen=:{port}"), imageTag },
                Env =
                {
                    new ContainerAppEnvironmentVariable
                    {
                        Name = "CONNECTION",
                        SecretRef = "connection",
                    },
                },
                Resources = new SessionContainerResources
                {
                    Cpu = cpu,
                    Memory = memory,
                },
            },
        },
        IngressTargetPort = port,
    },
    SessionNetworkStatus = SessionNetworkStatus.EgressDisabled,
    ManagedIdentitySettings =
    {
        new SessionPoolManagedIdentitySetting(identityId)
        {
            Lifecycle = ContainerAppIdentitySettingsLifeCycle.None,
        },
    },
    Tags =
    {
        ["owner"] = owner,
        ["release"] = release,
        ["note"] = FormattableString.Invariant($"{{ {imageTag} }} ${{x}} {{{{x}}}} it's \"{owner}\" \\ % [{port}]"),
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

// The value of an environment variable, or a default, as an integer.
int Integer(string name, string description, string fallback = "")
{
    string text = Environment.GetEnvironmentVariable(name) ?? fallback;
    if (!int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value))
    {
        problems.Add($"set {name} to an integer: {description}");
    }
    return value;
}

// The value of an environment variable, or a default, as a number.
double Number(string name, string description, string fallback = "")
{
    string text = Environment.GetEnvironmentVariable(name) ?? fallback;
    if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
    {
        problems.Add($"set {name} to a number: {description}");
    }
    return value;
}
