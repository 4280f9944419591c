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

// Generated from example definition: body.yaml.j2
// this example is just showing the usage of "ContainerAppsSessionPools_CreateOrUpdate" operation, for the dependent resources, they will have to be created separately.

// get your azure access token, for more details of how Azure SDK get your access token, please refer to https://learn.microsoft.com/en-us/dotnet/azure/sdk/authentication?tabs=command-line
TokenCredential cred = new DefaultAzureCredential();
// authenticate your client
ArmClient client = new ArmClient(cred);

// this example assumes you already have this ResourceGroupResource created on azure
// for more information of creating ResourceGroupResource, please refer to the document of ResourceGroupResource
string subscriptionId = "00000000-0000-0000-0000-000000000000";
string resourceGroupName = "rg-numbers";
ResourceIdentifier resourceGroupResourceId = ResourceGroupResource.CreateResourceIdentifier(subscriptionId, resourceGroupName);
ResourceGroupResource resourceGroupResource = client.GetResourceGroupResource(resourceGroupResourceId);

// get the collection of this SessionPoolResource
SessionPoolCollection collection = resourceGroupResource.GetSessionPools();

// invoke the operation
string sessionPoolName = "numbers";
SessionPoolData data = new SessionPoolData(new AzureLocation("westeurope"))
{
    ScaleConfiguration = new SessionPoolScaleConfiguration
    {
        MaxConcurrentSessions = 10,
        ReadySessionInstances = 31,
    },
    CustomContainerTemplate = new CustomContainerTemplate
    {
        Containers = {new SessionContainer
        {
        Name = "whole",
        Resources = new SessionContainerResources
        {
        Cpu = 1,
        },
        }, new SessionContainer
        {
        Name = "point",
        Resources = new SessionContainerResources
        {
        Cpu = 2,
        },
        }, new SessionContainer
        {
        Name = "half",
        Resources = new SessionContainerResources
        {
        Cpu = 0.5,
        },
        }, new SessionContainer
        {
        Name = "tenth",
        Resources = new SessionContainerResources
        {
        Cpu = 0.1,
        },
        }, new SessionContainer
        {
        Name = "tiny",
        Resources = new SessionContainerResources
        {
        Cpu = 1E-07,
        },
        }, new SessionContainer
        {
        Name = "huge",
        Resources = new SessionContainerResources
        {
        Cpu = 1E+21,
        },
        }, new SessionContainer
        {
        Name = "large",
        Resources = new SessionContainerResources
        {
        Cpu = 1.2345678901234568E+20,
        },
        }, new SessionContainer
        {
        Name = "third",
        Resources = new SessionContainerResources
        {
        Cpu = 0.3333333333333333,
        },
        }, new SessionContainer
        {
        Name = "minus",
        Resources = new SessionContainerResources
        {
        Cpu = 0,
        },
        }, new SessionContainer
        {
        Name = "largest",
        Resources = new SessionContainerResources
        {
        Cpu = 1.7976931348623157E+308,
        },
        }, new SessionContainer
        {
        Name = "least",
        Resources = new SessionContainerResources
        {
        Cpu = 5E-324,
        },
        }},
        IngressTargetPort = 65535,
    },
};
ArmOperation<SessionPoolResource> lro = await collection.CreateOrUpdateAsync(WaitUntil.Completed, sessionPoolName, data);
SessionPoolResource result = lro.Value;

// the variable result is a resource, you could call other operations on this instance as well
// but just for demo, we get its data from this resource instance
SessionPoolData resourceData = result.Data;
// for demo we just print out the id
Console.WriteLine($"Succeeded on id: {resourceData.Id}");
