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
	resourceGroupName = "rg-ünïcödé"
	sessionPoolName   = "unicode"
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
		Location: to.Ptr("België"),
		Tags: map[string]*string{
			"café":     to.Ptr("crème brûlée"),
			"é":       to.Ptr("combining é and precomposed é"),
			"שם":       to.Ptr("ערך"),
			"名前":       to.Ptr("セッションプール"),
			"👩\u200d🚀": to.Ptr("🚀 to the moon"),
		},
		Properties: &armappcontainers.SessionPoolProperties{
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("контейнер"),
						Args: []*string{
							to.Ptr("東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都"),
							to.Ptr("ẞ ﬁ ½ Ω ∑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢"),
							to.Ptr("\u200bzero\u200dwidth\u2060"),
							to.Ptr("🏳️\u200d🌈 flag"),
						},
						Env: []*armappcontainers.EnvironmentVar{
							{
								Name:  to.Ptr("ПРИВЕТ"),
								Value: to.Ptr("мир"),
							},
						},
						Image: to.Ptr("regístro.example/образ:版本"),
					},
				},
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
