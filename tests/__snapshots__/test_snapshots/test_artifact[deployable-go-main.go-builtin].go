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
	subscriptionID    = "ABCDEF01-2345-6789-abcd-ef0123456789"
	resourceGroupName = "rg-builtin"
	sessionPoolName   = "builtin"
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
		Location: to.Ptr("swedencentral"),
		Identity: &armappcontainers.ManagedServiceIdentity{
			Type: to.Ptr(armappcontainers.ManagedServiceIdentityTypeUserAssigned),
			UserAssignedIdentities: map[string]*armappcontainers.UserAssignedIdentity{
				"/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one": {},
			},
		},
		Properties: &armappcontainers.SessionPoolProperties{
			ContainerType: to.Ptr(armappcontainers.ContainerTypePythonLTS),
			DynamicPoolConfiguration: &armappcontainers.DynamicPoolConfiguration{
				LifecycleConfiguration: &armappcontainers.LifecycleConfiguration{
					CooldownPeriodInSeconds: to.Ptr[int32](0),
					LifecycleType:           to.Ptr(armappcontainers.LifecycleTypeTimed),
				},
			},
			ManagedIdentitySettings: []*armappcontainers.ManagedIdentitySetting{
				{
					Identity:  to.Ptr("system"),
					Lifecycle: to.Ptr(armappcontainers.IdentitySettingsLifeCycleNone),
				},
			},
			PoolManagementType: to.Ptr(armappcontainers.PoolManagementTypeManual),
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr[int32](2147483647),
				ReadySessionInstances: to.Ptr[int32](-2147483648),
			},
			SessionNetworkConfiguration: &armappcontainers.SessionNetworkConfiguration{
				Status: to.Ptr(armappcontainers.SessionNetworkStatusEgressEnabled),
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
