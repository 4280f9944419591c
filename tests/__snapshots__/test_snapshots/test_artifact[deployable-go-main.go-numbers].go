// Command sessionpool creates or updates an Azure Container Apps session pool, and prints its resource ID.
//
// Run it with "go mod tidy && go run .": the first command completes go.mod and makes go.sum.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

const (
	subscriptionID    = "00000000-0000-0000-0000-000000000000"
	resourceGroupName = "rg-numbers"
	sessionPoolName   = "numbers"
)

func main() {
	ctx := context.Background()

	credential, err := azidentity.NewDefaultAzureCredential(nil)
	if err != nil {
		log.Fatalf("failed to obtain a credential: %v", err)
	}
	clientFactory, err := armappcontainers.NewClientFactory(subscriptionID, credential, nil)
	if err != nil {
		log.Fatalf("failed to create the client: %v", err)
	}

	sessionPool := armappcontainers.SessionPool{
		Location: to.Ptr("westeurope"),
		Properties: &armappcontainers.SessionPoolProperties{
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("whole"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](1),
						},
					},
					{
						Name: to.Ptr("point"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](2),
						},
					},
					{
						Name: to.Ptr("half"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](0.5),
						},
					},
					{
						Name: to.Ptr("tenth"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](0.1),
						},
					},
					{
						Name: to.Ptr("tiny"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](1e-7),
						},
					},
					{
						Name: to.Ptr("huge"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](1e+21),
						},
					},
					{
						Name: to.Ptr("large"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](123456789012345680000),
						},
					},
					{
						Name: to.Ptr("third"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](0.3333333333333333),
						},
					},
					{
						Name: to.Ptr("minus"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](0),
						},
					},
					{
						Name: to.Ptr("largest"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](1.7976931348623157e+308),
						},
					},
					{
						Name: to.Ptr("least"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU: to.Ptr[float64](5e-324),
						},
					},
				},
				Ingress: &armappcontainers.SessionIngress{
					TargetPort: to.Ptr[int32](65535),
				},
			},
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr[int32](10),
				ReadySessionInstances: to.Ptr[int32](31),
			},
		},
	}

	poller, err := clientFactory.NewContainerAppsSessionPoolsClient().BeginCreateOrUpdate(ctx, resourceGroupName, sessionPoolName, sessionPool, nil)
	if err != nil {
		log.Fatalf("failed to send the request: %v", err)
	}
	response, err := poller.PollUntilDone(ctx, nil)
	if err != nil {
		log.Fatalf("failed to create or update the session pool: %v", err)
	}
	fmt.Println(*response.ID)
}
