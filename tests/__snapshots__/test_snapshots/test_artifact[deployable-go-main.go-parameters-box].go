// Command sessionpool creates or updates an Azure Container Apps session pool, and prints its resource ID.
//
// Run it with "go mod tidy && go run .": the first command completes go.mod and makes go.sum.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strconv"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

const (
	subscriptionID    = "34adfa4f-cedf-4dc0-ba29-b6d1a69ab345"
	resourceGroupName = "rg"
	sessionPoolName   = "parameterized"
)

// problems tells what is wrong with the environment variables.
var problems []string

func main() {
	location := optional("LOCATION", "westeurope")
	owner := required("OWNER", "Who answers for the pool, as a tag.")
	release := optional("RELEASE", "it's {a} ${b} \"c\" [d] \\ %s")
	imageTag := optional("IMAGE_TAG", "1.10")
	port := integer("PORT", "Port on which the container listens.", "8080")
	identityID := required("IDENTITY_ID", "Resource ID of a user-assigned identity of the pool, or system.")
	puller := optional("PULLER", "id-pull")
	environmentName := required("ENVIRONMENT_NAME", "Part of environmentId.")
	maxSessions := integer("MAX_SESSIONS", "Most sessions at one time.", "20")
	readySessions := integer("READY_SESSIONS", "Fewest sessions kept ready to be taken.", "")
	lifecycleType := optional("LIFECYCLE_TYPE", "OnContainerExit")
	registryPassword := required("REGISTRY_PASSWORD", "The secret itself; never returned by the service.")
	dbPassword := required("DB_PASSWORD", "The password of the database.")
	cpu := number("CPU", "CPU cores, such as 0.5.", "0.5")
	memory := optional("MEMORY", "1Gi")
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
		Location: to.Ptr(location),
		Tags: map[string]*string{
			"note":    to.Ptr(fmt.Sprintf("{ %s } ${x} {{x}} it's \"%s\" \\ %% [%d]", imageTag, owner, port)),
			"owner":   to.Ptr(owner),
			"release": to.Ptr(release),
		},
		Identity: &armappcontainers.ManagedServiceIdentity{
			Type: to.Ptr(armappcontainers.ManagedServiceIdentityTypeUserAssigned),
			UserAssignedIdentities: map[string]*armappcontainers.UserAssignedIdentity{
				fmt.Sprintf("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/%s", puller): {},
				identityID: {},
			},
		},
		Properties: &armappcontainers.SessionPoolProperties{
			ContainerType: to.Ptr(armappcontainers.ContainerTypeCustomContainer),
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("main"),
						Args: []*string{
							to.Ptr(fmt.Sprintf("--listen=:%d", port)),
							to.Ptr(imageTag),
						},
						Env: []*armappcontainers.EnvironmentVar{
							{
								Name:      to.Ptr("CONNECTION"),
								SecretRef: to.Ptr("connection"),
							},
						},
						Image: to.Ptr(fmt.Sprintf("registry.contoso.example/app:%s", imageTag)),
						Resources: &armappcontainers.SessionContainerResources{
							CPU:    to.Ptr(cpu),
							Memory: to.Ptr(memory),
						},
					},
				},
				Ingress: &armappcontainers.SessionIngress{
					TargetPort: to.Ptr(port),
				},
				RegistryCredentials: &armappcontainers.SessionRegistryCredentials{
					PasswordSecretRef: to.Ptr("registry-password"),
					Server:            to.Ptr("registry.contoso.example"),
					Username:          to.Ptr("puller"),
				},
			},
			DynamicPoolConfiguration: &armappcontainers.DynamicPoolConfiguration{
				LifecycleConfiguration: &armappcontainers.LifecycleConfiguration{
					LifecycleType:           to.Ptr(armappcontainers.LifecycleType(lifecycleType)),
					MaxAlivePeriodInSeconds: to.Ptr[int32](900),
				},
			},
			EnvironmentID: to.Ptr(fmt.Sprintf("/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/%s", environmentName)),
			ManagedIdentitySettings: []*armappcontainers.ManagedIdentitySetting{
				{
					Identity:  to.Ptr(identityID),
					Lifecycle: to.Ptr(armappcontainers.IdentitySettingsLifeCycleNone),
				},
			},
			PoolManagementType: to.Ptr(armappcontainers.PoolManagementTypeDynamic),
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr(maxSessions),
				ReadySessionInstances: to.Ptr(readySessions),
			},
			Secrets: []*armappcontainers.SessionPoolSecret{
				{
					Name:  to.Ptr("registry-password"),
					Value: to.Ptr(registryPassword),
				},
				{
					Name:  to.Ptr("connection"),
					Value: to.Ptr(fmt.Sprintf("Server=db;Password=%s;", dbPassword)),
				},
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

// integer gives the value of an environment variable, or a default, as an integer.
func integer(name, description, value string) int32 {
	number, err := strconv.ParseInt(optional(name, value), 10, 32)
	if err != nil {
		problems = append(problems, fmt.Sprintf("set %s to an integer: %s", name, description))
	}
	return int32(number)
}

// number gives the value of an environment variable, or a default, as a number.
func number(name, description, value string) float64 {
	number, err := strconv.ParseFloat(optional(name, value), 64)
	if err != nil {
		problems = append(problems, fmt.Sprintf("set %s to a number: %s", name, description))
	}
	return number
}
