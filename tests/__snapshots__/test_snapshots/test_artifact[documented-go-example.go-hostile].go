package armappcontainers_test

import (
	"context"
	"log"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore/to"
	"github.com/Azure/azure-sdk-for-go/sdk/azidentity"
	"github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/appcontainers/armappcontainers/v4"
)

// Generated from example definition: body.yaml.j2
func ExampleContainerAppsSessionPoolsClient_BeginCreateOrUpdate_createOrUpdateSessionPoolBodyInHostile() {
	cred, err := azidentity.NewDefaultAzureCredential(nil)
	if err != nil {
		log.Fatalf("failed to obtain a credential: %v", err)
	}
	ctx := context.Background()
	clientFactory, err := armappcontainers.NewClientFactory("<subscription-id>", cred, nil)
	if err != nil {
		log.Fatalf("failed to create client: %v", err)
	}
	poller, err := clientFactory.NewContainerAppsSessionPoolsClient().BeginCreateOrUpdate(ctx, "rg-(hostile)", "hostile", armappcontainers.SessionPool{
		Location: to.Ptr("\"west' europe\\"),
		Tags: map[string]*string{
			"1":           to.Ptr("${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"),
			"9":           to.Ptr("[[x]"),
			"10":          to.Ptr("[resourceGroup().location]"),
			"name":        to.Ptr("plain"),
			"type":        to.Ptr("it's \"quoted\" `twice`"),
			"\"q\"":       to.Ptr("&anchor"),
			"$x":          to.Ptr("[test"),
			"${tag}":      to.Ptr("# no comment"),
			"*/":          to.Ptr("$(whoami)"),
			"//":          to.Ptr("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"),
			"[tag":        to.Ptr("key: value"),
			"[tag]":       to.Ptr("- item"),
			"__proto__":   to.Ptr("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
			"_x":          to.Ptr("~"),
			"a b":         to.Ptr("'''triple''' \"\"\"triple\"\"\""),
			"a-b":         to.Ptr("\\u002a/ \\u000a"),
			"a.b":         to.Ptr("*/ /* // # -- <!-- -->"),
			"back\\slash": to.Ptr("!tag"),
			"class":       to.Ptr("1.10"),
			"constructor": to.Ptr("‮right to left"),
			"copy":        to.Ptr("back\\slash \\n \\u0041 \\x41 \\"),
			"if":          to.Ptr("0123"),
			"it's":        to.Ptr("*alias"),
			"new\nline":   to.Ptr("%percent"),
			"null":        to.Ptr("true"),
			"résumé":      to.Ptr("  \ufeff"),
			"token":       to.Ptr("```"),
			"true":        to.Ptr("null"),
			"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": to.Ptr("`id`"),
			"zipcode": to.Ptr("  blanks  "),
			"{{tag}}": to.Ptr("@at"),
			"Ünï":     to.Ptr("trailing\\"),
			"日本":      to.Ptr("\x00[31m"),
			".x":      to.Ptr("line\nbreak\r\nand	tab\r"),
		},
		Properties: &armappcontainers.SessionPoolProperties{
			CustomContainerTemplate: &armappcontainers.CustomContainerTemplate{
				Containers: []*armappcontainers.SessionContainer{
					{
						Name: to.Ptr("*/ main"),
						Args: []*string{
							to.Ptr("plain"),
							to.Ptr("it's \"quoted\" `twice`"),
							to.Ptr("back\\slash \\n \\u0041 \\x41 \\"),
							to.Ptr("line\nbreak\r\nand	tab\r"),
							to.Ptr("${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"),
							to.Ptr("[resourceGroup().location]"),
							to.Ptr("[[x]"),
							to.Ptr("[test"),
							to.Ptr("'''triple''' \"\"\"triple\"\"\""),
							to.Ptr("*/ /* // # -- <!-- -->"),
							to.Ptr("\\u002a/ \\u000a"),
							to.Ptr("null"),
							to.Ptr("true"),
							to.Ptr("0123"),
							to.Ptr("1.10"),
							to.Ptr("~"),
							to.Ptr("*alias"),
							to.Ptr("&anchor"),
							to.Ptr("!tag"),
							to.Ptr("- item"),
							to.Ptr("key: value"),
							to.Ptr("# no comment"),
							to.Ptr("@at"),
							to.Ptr("%percent"),
							to.Ptr("```"),
							to.Ptr("  blanks  "),
							to.Ptr("trailing\\"),
							to.Ptr("\x00[31m"),
							to.Ptr("  \ufeff"),
							to.Ptr("‮right to left"),
							to.Ptr("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
							to.Ptr("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"),
							to.Ptr("$(whoami)"),
							to.Ptr("`id`"),
							to.Ptr("'; DROP TABLE pools; --"),
							to.Ptr("%00%2e%2e/"),
							to.Ptr("{$delete: true}"),
							to.Ptr("<script>"),
							to.Ptr("###"),
							to.Ptr("@name = x"),
							to.Ptr("> out"),
							to.Ptr("< in")},
						Command: []*string{
							to.Ptr("plain")},
						Env: []*armappcontainers.EnvironmentVar{
							{
								Name:  to.Ptr("N0"),
								Value: to.Ptr("plain"),
							},
							{
								Name:  to.Ptr("N1"),
								Value: to.Ptr("it's \"quoted\" `twice`"),
							},
							{
								Name:  to.Ptr("N2"),
								Value: to.Ptr("back\\slash \\n \\u0041 \\x41 \\"),
							},
							{
								Name:  to.Ptr("N3"),
								Value: to.Ptr("line\nbreak\r\nand	tab\r"),
							},
							{
								Name:  to.Ptr("N4"),
								Value: to.Ptr("${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"),
							},
							{
								Name:  to.Ptr("N5"),
								Value: to.Ptr("[resourceGroup().location]"),
							},
							{
								Name:  to.Ptr("N6"),
								Value: to.Ptr("[[x]"),
							},
							{
								Name:  to.Ptr("N7"),
								Value: to.Ptr("[test"),
							},
							{
								Name:  to.Ptr("N8"),
								Value: to.Ptr("'''triple''' \"\"\"triple\"\"\""),
							},
							{
								Name:  to.Ptr("N9"),
								Value: to.Ptr("*/ /* // # -- <!-- -->"),
							},
							{
								Name:  to.Ptr("N10"),
								Value: to.Ptr("\\u002a/ \\u000a"),
							},
							{
								Name:  to.Ptr("N11"),
								Value: to.Ptr("null"),
							}},
						Image: to.Ptr("a\\\"b'c:${tag}"),
						Resources: &armappcontainers.SessionContainerResources{
							Memory: to.Ptr("0.5Gi\n"),
						},
					}},
				RegistryCredentials: &armappcontainers.SessionRegistryCredentials{
					Identity:          to.Ptr("[resourceGroup().location]"),
					PasswordSecretRef: to.Ptr("*/ /* // # -- <!-- -->"),
					Server:            to.Ptr("it's \"quoted\" `twice`"),
					Username:          to.Ptr("back\\slash \\n \\u0041 \\x41 \\"),
				},
			},
			EnvironmentID: to.Ptr("/subscriptions/'\"\\${x}/[y]"),
			ManagedIdentitySettings: []*armappcontainers.ManagedIdentitySetting{
				{
					Identity: to.Ptr("*/ '\"\\"),
				}},
			Secrets: []*armappcontainers.SessionPoolSecret{
				{
					Name:  to.Ptr("line\nbreak\r\nand	tab\r"),
					Value: to.Ptr("${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"),
				}},
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
