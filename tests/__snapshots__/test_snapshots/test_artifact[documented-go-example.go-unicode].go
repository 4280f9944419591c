package armappcontainers_test

import (
	"context"
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

// Generated from example definition: body.yaml.j2
func ExampleContainerAppsSessionPoolsClient_BeginCreateOrUpdate_createOrUpdateSessionPoolBodyInUnicode() {
	cred, err := azidentity.NewDefaultAzureCredential(nil)
	if err != nil {
		log.Fatalf("failed to obtain a credential: %v", err)
	}
	ctx := context.Background()
	clientFactory, err := armappcontainers.NewClientFactory("<subscription-id>", cred, nil)
	if err != nil {
		log.Fatalf("failed to create client: %v", err)
	}
	poller, err := clientFactory.NewContainerAppsSessionPoolsClient().BeginCreateOrUpdate(ctx, "rg-ünïcödé", "unicode", armappcontainers.SessionPool{
		Location: to.Ptr("België"),
		Tags: map[string]*string{
			"café": to.Ptr("crème brûlée"),
			"é":   to.Ptr("combining é and precomposed é"),
			"שם":   to.Ptr("ערך"),
			"名前":   to.Ptr("セッションプール"),
			"👩‍🚀":  to.Ptr("🚀 to the moon"),
		},
		Properties: &armappcontainers.SessionPoolProperties{
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("контейнер"),
						Args: []*string{
							to.Ptr("東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都"),
							to.Ptr("ẞ ﬁ ½ Ω ∑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢"),
							to.Ptr("​zero‍width⁠"),
							to.Ptr("🏳️‍🌈 flag")},
						Env: []*armappcontainers.EnvironmentVar{
							{
								Name:  to.Ptr("ПРИВЕТ"),
								Value: to.Ptr("мир"),
							}},
						Image: to.Ptr("regístro.example/образ:版本"),
					}},
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
