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
const string resourceGroupName = "rg-numbers";
const string sessionPoolName = "numbers";

var options = new ArmClientOptions();
options.SetApiVersion(SessionPoolResource.ResourceType, "2025-07-01");
var client = new ArmClient(new DefaultAzureCredential(), subscriptionId, options);

ResourceIdentifier resourceGroupId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
SessionPoolCollection sessionPools = client.GetResourceGroupResource(resourceGroupId).GetSessionPools();

var data = new SessionPoolData(new AzureLocation("westeurope"))
{
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 10,
        ReadySessionInstances = 31,
    },
    CustomContainerTemplate = new CustomContainerTemplate
    {
        Containers =
        {
            new SessionContainer
            {
                Name = "whole",
                Resources = new SessionContainerResources
                {
                    Cpu = 1,
                },
            },
            new SessionContainer
            {
                Name = "point",
                Resources = new SessionContainerResources
                {
                    Cpu = 2,
                },
            },
            new SessionContainer
            {
                Name = "half",
                Resources = new SessionContainerResources
                {
                    Cpu = 0.5,
                },
            },
            new SessionContainer
            {
                Name = "tenth",
                Resources = new SessionContainerResources
                {
                    Cpu = 0.1,
                },
            },
            new SessionContainer
            {
                Name = "tiny",
                Resources = new SessionContainerResources
                {
                    Cpu = 1E-07,
                },
            },
            new SessionContainer
            {
                Name = "huge",
                Resources = new SessionContainerResources
                {
                    Cpu = 1E+21,
                },
            },
            new SessionContainer
            {
                Name = "large",
                Resources = new SessionContainerResources
                {
                    Cpu = 1.2345678901234568E+20,
                },
            },
            new SessionContainer
            {
                Name = "third",
                Resources = new SessionContainerResources
                {
                    Cpu = 0.3333333333333333,
                },
            },
            new SessionContainer
            {
                Name = "minus",
                Resources = new SessionContainerResources
                {
                    Cpu = -0.0,
                },
            },
            new SessionContainer
            {
                Name = "largest",
                Resources = new SessionContainerResources
                {
                    Cpu = 1.7976931348623157E+308,
                },
            },
            new SessionContainer
            {
                Name = "least",
                Resources = new SessionContainerResources
                {
                    Cpu = 5E-324,
                },
            },
        },
        IngressTargetPort = 65535,
    },
};

ArmOperation<SessionPoolResource> operation =
    await sessionPools.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
Console.WriteLine(operation.Value.Id);
