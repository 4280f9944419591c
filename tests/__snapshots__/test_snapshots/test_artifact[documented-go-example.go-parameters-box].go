package armappcontainers_test

import (
	"context"
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

// Generated from example definition: box.yaml.j2
func ExampleContainerAppsSessionPoolsClient_BeginCreateOrUpdate_createOrUpdateSessionPoolBoxInParameters() {
	cred, err := azidentity.NewDefaultAzureCredential(nil)
	if err != nil {
		log.Fatalf("failed to obtain a credential: %v", err)
	}
	ctx := context.Background()
	clientFactory, err := armappcontainers.NewClientFactory("<subscription-id>", cred, nil)
	if err != nil {
		log.Fatalf("failed to create client: %v", err)
	}
	poller, err := clientFactory.NewContainerAppsSessionPoolsClient().BeginCreateOrUpdate(ctx, "rg", "parameterized", armappcontainers.SessionPool{
		Location: to.Ptr("westeurope"),
		Tags: map[string]*string{
			"note":    to.Ptr("{ 1.10 } ${x} {{x}} it's \"<owner>\" \\ % [8080]"),
			"owner":   to.Ptr("<owner>"),
			"release": to.Ptr("it's {a} ${b} \"c\" [d] \\ %s"),
		},
		Identity: &armappcontainers.ManagedServiceIdentity{
			Type: to.Ptr(armappcontainers.ManagedServiceIdentityTypeUserAssigned),
			UserAssignedIdentities: map[string]*armappcontainers.UserAssignedIdentity{
				"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pull": {},
				"<identity-id>": {},
			},
		},
		Properties: &armappcontainers.SessionPoolProperties{
			ContainerType: to.Ptr(armappcontainers.ContainerTypeCustomContainer),
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("main"),
						Args: []*string{
							to.Ptr("--listen=:8080"),
							to.Ptr("1.10")},
						Env: []*armappcontainers.EnvironmentVar{
							{
								Name:      to.Ptr("CONNECTION"),
								SecretRef: to.Ptr("connection"),
							}},
						Image: to.Ptr("registry.contoso.example/app:1.10"),
						Resources: &armappcontainers.SessionContainerResources{
							CPU:    to.Ptr[float64](0.5),
							Memory: to.Ptr("1Gi"),
						},
					}},
				Ingress: &armappcontainers.SessionIngress{
					TargetPort: to.Ptr[int32](8080),
				},
				RegistryCredentials: &armappcontainers.SessionRegistryCredentials{
					PasswordSecretRef: to.Ptr("registry-password"),
					Server:            to.Ptr("registry.contoso.example"),
					Username:          to.Ptr("puller"),
				},
			},
			DynamicPoolConfiguration: &armappcontainers.DynamicPoolConfiguration{
				LifecycleConfiguration: &armappcontainers.LifecycleConfiguration{
					LifecycleType:           to.Ptr(armappcontainers.LifecycleTypeOnContainerExit),
					MaxAlivePeriodInSeconds: to.Ptr[int32](900),
				},
			},
			EnvironmentID: to.Ptr("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/<environmentName>"),
			ManagedIdentitySettings: []*armappcontainers.ManagedIdentitySetting{
				{
					Identity:  to.Ptr("<identity-id>"),
					Lifecycle: to.Ptr(armappcontainers.IdentitySettingsLifeCycleNone),
				}},
			PoolManagementType: to.Ptr(armappcontainers.PoolManagementTypeDynamic),
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr[int32](20),
				ReadySessionInstances: to.Ptr[int32](0),
			},
			Secrets: []*armappcontainers.SessionPoolSecret{
				{
					Name:  to.Ptr("registry-password"),
					Value: to.Ptr("fakeTokenPlaceholder"),
				},
				{
					Name:  to.Ptr("connection"),
					Value: to.Ptr("Server=db;Password=fakeTokenPlaceholder;"),
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
