from azure.identity import DefaultAzureCredential

from azure.mgmt.appcontainers import ContainerAppsAPIClient

"""
# PREREQUISITES
    pip install azure-identity
    pip install azure-mgmt-appcontainers
# USAGE
    python box.py

    Before run the sample, please set the values of the client ID, tenant ID and client secret
    of the AAD application as environment variables: AZURE_CLIENT_ID, AZURE_TENANT_ID,
    AZURE_CLIENT_SECRET. For more info about how to get the value, please see:
    https://docs.microsoft.com/azure/active-directory/develop/howto-create-service-principal-portal
"""


def main():
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="34adfa4f-cedf-4dc0-ba29-b6d1a69ab345",
    )

    response = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg",
        session_pool_name="parameterized",
        session_pool_envelope={
            "identity": {
                "type": "UserAssigned",
                "userAssignedIdentities": {
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-pull": {},
                    "<identity-id>": {},
                },
            },
            "location": "westeurope",
            "properties": {
                "containerType": "CustomContainer",
                "customContainerTemplate": {
                    "containers": [
                        {
                            "args": ["--listen=:8080", "1.10"],
                            "env": [{"name": "CONNECTION", "secretRef": "connection"}],
                            "image": "registry.contoso.example/app:1.10",
                            "name": "main",
                            "resources": {"cpu": 0.5, "memory": "1Gi"},
                        }
                    ],
                    "ingress": {"targetPort": 8080},
                    "registryCredentials": {
                        "passwordSecretRef": "registry-password",
                        "server": "registry.contoso.example",
                        "username": "puller",
                    },
                },
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"lifecycleType": "OnContainerExit", "maxAlivePeriodInSeconds": 900}
                },
                "environmentId": "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/<environmentName>",
                "managedIdentitySettings": [{"identity": "<identity-id>", "lifecycle": "None"}],
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": 20, "readySessionInstances": 0},
                "secrets": [
                    {"name": "registry-password", "value": "fakeTokenPlaceholder"},
                    {"name": "connection", "value": "Server=db;Password=fakeTokenPlaceholder;"},
                ],
                "sessionNetworkConfiguration": {"status": "EgressDisabled"},
            },
            "tags": {
                "note": '{ 1.10 } ${x} {{x}} it\'s "<owner>" \\ % [8080]',
                "owner": "<owner>",
                "release": 'it\'s {a} ${b} "c" [d] \\ %s',
            },
        },
    ).result()
    print(response)


# x-ms-original-file: box.yaml.j2
if __name__ == "__main__":
    main()
