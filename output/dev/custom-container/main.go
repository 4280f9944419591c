// Command sessionpool creates or updates an Azure Container Apps session pool, and prints its resource ID.
//
// Run it with "go mod tidy && go run .": the first command completes go.mod and makes go.sum.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

const (
	subscriptionID    = "6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10"
	resourceGroupName = "rg-agents-dev"
	sessionPoolName   = "agentsandbox"
)

// problems tells what is wrong with the environment variables.
var problems []string

func main() {
	eventsKey := required("EVENTS_KEY", "Key with which a session reports what happens in it.")
	imageTag := optional("IMAGE_TAG", "1.11.0-rc.2")
	if len(problems) > 0 {
		log.Fatal(strings.Join(problems, "\n"))
	}

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
							{
								Name:      to.Ptr("EVENTS_KEY"),
								SecretRef: to.Ptr("events-key"),
							},
						},
						Image: to.Ptr(fmt.Sprintf("contosoagents.azurecr.io/agents/sandbox:%s", imageTag)),
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
			Secrets: []*armappcontainers.SessionPoolSecret{
				{
					Name:  to.Ptr("events-key"),
					Value: to.Ptr(eventsKey),
				},
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

// required gives the value of an environment variable that must be set.
func required(name, description string) string {
	value := os.Getenv(name)
	if value == "" {
		problems = append(problems, fmt.Sprintf("set %s: %s", name, description))
	}
	return value
}

// optional gives the value of an environment variable, or a default where it is not set.
func optional(name, value string) string {
	if found, ok := os.LookupEnv(name); ok {
		return found
	}
	return value
}
