package armappcontainers_test

import (
	"context"
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

// Generated from example definition: body.yaml.j2
func ExampleContainerAppsSessionPoolsClient_BeginCreateOrUpdate_createOrUpdateSessionPoolBodyInNumbers() {
	cred, err := azidentity.NewDefaultAzureCredential(nil)
	if err != nil {
		log.Fatalf("failed to obtain a credential: %v", err)
	}
	ctx := context.Background()
	clientFactory, err := armappcontainers.NewClientFactory("<subscription-id>", cred, nil)
	if err != nil {
		log.Fatalf("failed to create client: %v", err)
	}
	poller, err := clientFactory.NewContainerAppsSessionPoolsClient().BeginCreateOrUpdate(ctx, "rg-numbers", "numbers", armappcontainers.SessionPool{
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
					}},
				Ingress: &armappcontainers.SessionIngress{
					TargetPort: to.Ptr[int32](65535),
				},
			},
			ScaleConfiguration: &armappcontainers.ScaleConfiguration{
				MaxConcurrentSessions: to.Ptr[int32](10),
				ReadySessionInstances: to.Ptr[int32](31),
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
