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
	subscriptionID    = "6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10"
	resourceGroupName = "rg-agents-dev"
	sessionPoolName   = "agentsandbox"
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
		Tags: map[string]*string{
			"environment": to.Ptr("dev"),
			"owner":       to.Ptr("platform-team@contoso.example"),
			"product":     to.Ptr("agents"),
		},
		Identity: &armappcontainers.ManagedServiceIdentity{
			Type: to.Ptr(armappcontainers.ManagedServiceIdentityTypeUserAssigned),
			UserAssignedIdentities: map[string]*armappcontainers.UserAssignedIdentity{
				"/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev": {},
			},
		},
		Properties: &armappcontainers.SessionPoolProperties{
			ContainerType: to.Ptr(armappcontainers.ContainerTypeCustomContainer),
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("sandbox"),
						Args: []*string{
							to.Ptr("-c"),
							to.Ptr("exec sandboxd --listen :8080 --log-level \"$LOG_LEVEL\""),
						},
						Command: []*string{
							to.Ptr("/bin/sh"),
						},
						Env: []*armappcontainers.EnvironmentVar{
							{
								Name:  to.Ptr("LOG_LEVEL"),
								Value: to.Ptr("debug"),
							},
							{
								Name:  to.Ptr("TELEMETRY"),
								Value: to.Ptr("on"),
							},
						},
						Image: to.Ptr("contosoagents.azurecr.io/agents/sandbox:1.11.0-rc.2"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU:    to.Ptr[float64](0.25),
							Memory: to.Ptr("0.5Gi"),
						},
					},
				},
				Ingress: &armappcontainers.SessionIngress{
					TargetPort: to.Ptr[int32](8080),
				},
				RegistryCredentials: &armappcontainers.SessionRegistryCredentials{
					Identity: to.Ptr("/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev"),
					Server:   to.Ptr("contosoagents.azurecr.io"),
				},
			},
			DynamicPoolConfiguration: &armappcontainers.DynamicPoolConfiguration{
				LifecycleConfiguration: &armappcontainers.LifecycleConfiguration{
					LifecycleType:           to.Ptr(armappcontainers.LifecycleTypeOnContainerExit),
					MaxAlivePeriodInSeconds: to.Ptr[int32](900),
				},
			},
			EnvironmentID: to.Ptr("/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.App/managedEnvironments/cae-agents-dev"),
			ManagedIdentitySettings: []*armappcontainers.ManagedIdentitySetting{
				{
					Identity:  to.Ptr("/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev"),
					Lifecycle: to.Ptr(armappcontainers.IdentitySettingsLifeCycleNone),
				},
			},
			PoolManagementType: to.Ptr(armappcontainers.PoolManagementTypeDynamic),
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr[int32](5),
				ReadySessionInstances: to.Ptr[int32](1),
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
