package armappcontainers_test

import (
	"context"
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

// Generated from example definition: body.yaml.j2
func ExampleContainerAppsSessionPoolsClient_BeginCreateOrUpdate_createOrUpdateSessionPoolBodyInEverything() {
	cred, err := azidentity.NewDefaultAzureCredential(nil)
	if err != nil {
		log.Fatalf("failed to obtain a credential: %v", err)
	}
	ctx := context.Background()
	clientFactory, err := armappcontainers.NewClientFactory("<subscription-id>", cred, nil)
	if err != nil {
		log.Fatalf("failed to create client: %v", err)
	}
	poller, err := clientFactory.NewContainerAppsSessionPoolsClient().BeginCreateOrUpdate(ctx, "rg-(every.thing)_1", "everything0123456789", armappcontainers.SessionPool{
		Location: to.Ptr("East US"),
		Tags: map[string]*string{
			"name":        to.Ptr("first"),
			"type":        to.Ptr("second"),
			"cost-center": to.Ptr("4711"),
			"environment": to.Ptr("test"),
		},
		Identity: &armappcontainers.ManagedServiceIdentity{
			Type: to.Ptr(armappcontainers.ManagedServiceIdentityTypeSystemAssignedUserAssigned),
			UserAssignedIdentities: map[string]*armappcontainers.UserAssignedIdentity{
				"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a": {},
				"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-b": {},
			},
		},
		Properties: &armappcontainers.SessionPoolProperties{
			ContainerType: to.Ptr(armappcontainers.ContainerTypeCustomContainer),
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("main"),
						Args: []*string{
							to.Ptr("-c"),
							to.Ptr("while true; do echo hello; sleep 10;done")},
						Command: []*string{
							to.Ptr("/bin/sh")},
						Env: []*armappcontainers.EnvironmentVar{
							{
								Name:  to.Ptr("PLAIN"),
								Value: to.Ptr("text"),
							},
							{
								Name:      to.Ptr("TOKEN"),
								SecretRef: to.Ptr("api-token"),
							}},
						Image: to.Ptr("test.azurecr.io/app:v4"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU:    to.Ptr[float64](0.25),
							Memory: to.Ptr("0.5Gi"),
						},
					},
					{
						Name:  to.Ptr("sidecar"),
						Image: to.Ptr("test.azurecr.io/sidecar@sha256:0000000000000000000000000000000000000000000000000000000000000000"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU:    to.Ptr[float64](1),
							Memory: to.Ptr("2Gi"),
						},
					}},
				Ingress: &armappcontainers.SessionIngress{
					TargetPort: to.Ptr[int32](8080),
				},
				RegistryCredentials: &armappcontainers.SessionRegistryCredentials{
					Identity:          to.Ptr("system"),
					PasswordSecretRef: to.Ptr("registry-password"),
					Server:            to.Ptr("test.azurecr.io"),
					Username:          to.Ptr("puller"),
				},
			},
			DynamicPoolConfiguration: &armappcontainers.DynamicPoolConfiguration{
				LifecycleConfiguration: &armappcontainers.LifecycleConfiguration{
					CooldownPeriodInSeconds: to.Ptr[int32](300),
					LifecycleType:           to.Ptr(armappcontainers.LifecycleTypeOnContainerExit),
					MaxAlivePeriodInSeconds: to.Ptr[int32](86400),
				},
			},
			EnvironmentID: to.Ptr("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/demokube"),
			ManagedIdentitySettings: []*armappcontainers.ManagedIdentitySetting{
				{
					Identity:  to.Ptr("system"),
					Lifecycle: to.Ptr(armappcontainers.IdentitySettingsLifeCycleMain),
				},
				{
					Identity: to.Ptr("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a"),
				}},
			PoolManagementType: to.Ptr(armappcontainers.PoolManagementTypeDynamic),
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr[int32](500),
				ReadySessionInstances: to.Ptr[int32](100),
			},
			Secrets: []*armappcontainers.SessionPoolSecret{
				{
					Name:  to.Ptr("registry-password"),
					Value: to.Ptr("first"),
				},
				{
					Name:  to.Ptr("api-token"),
					Value: to.Ptr("second"),
				}},
			SessionNetworkConfiguration: &armappcontainers.SessionNetworkConfiguration{
				Status: to.Ptr(armappcontainers.SessionNetworkStatusEgressDisabled),
			},
		},
	}, nil)
	if err != nil {
		log.Fatalf("failed to finish the request: %v", err)
	}
	_, err = poller.PollUntilDone(ctx, nil)
	if err != nil {
		log.Fatalf("failed to pull the result: %v", err)
	}
}
