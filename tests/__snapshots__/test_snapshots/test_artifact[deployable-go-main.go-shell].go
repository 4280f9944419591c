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
	resourceGroupName = "rg-shell"
	sessionPoolName   = "my-shell"
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
			ContainerType: to.Ptr(armappcontainers.ContainerType("Shell")),
			DynamicPoolConfiguration: &armappcontainers.DynamicPoolConfiguration{
				LifecycleConfiguration: &armappcontainers.LifecycleConfiguration{
					CooldownPeriodInSeconds: to.Ptr[int32](300),
					LifecycleType:           to.Ptr(armappcontainers.LifecycleTypeTimed),
				},
			},
			PoolManagementType: to.Ptr(armappcontainers.PoolManagementTypeDynamic),
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr[int32](20),
			},
			SessionNetworkConfiguration: &armappcontainers.SessionNetworkConfiguration{
				Status: to.Ptr(armappcontainers.SessionNetworkStatusEgressDisabled),
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
