# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool everything0123456789 in rg-(every.thing)_1, and print its id."""

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient


def main() -> None:
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="34adfa4f-cedf-4dc0-ba29-b6d1a69ab345",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-(every.thing)_1",
        session_pool_name="everything0123456789",
        session_pool_envelope={
            "identity": {
                "type": "SystemAssigned,UserAssigned",
                "userAssignedIdentities": {
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a": {},
                    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-b": {},
                },
            },
            "location": "East US",
            "properties": {
                "containerType": "CustomContainer",
                "customContainerTemplate": {
                    "containers": [
                        {
                            "args": ["-c", "while true; do echo hello; sleep 10;done"],
                            "command": ["/bin/sh"],
                            "env": [{"name": "PLAIN", "value": "text"}, {"name": "TOKEN", "secretRef": "api-token"}],
                            "image": "test.azurecr.io/app:v4",
                            "name": "main",
                            "resources": {"cpu": 0.25, "memory": "0.5Gi"},
                        },
                        {
                            "image": "test.azurecr.io/sidecar@sha256:0000000000000000000000000000000000000000000000000000000000000000",
                            "name": "sidecar",
                            "resources": {"cpu": 1, "memory": "2Gi"},
                        },
                    ],
                    "ingress": {"targetPort": 8080},
                    "registryCredentials": {
                        "identity": "system",
                        "passwordSecretRef": "registry-password",
                        "server": "test.azurecr.io",
                        "username": "puller",
                    },
                },
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {
                        "cooldownPeriodInSeconds": 300,
                        "lifecycleType": "OnContainerExit",
                        "maxAlivePeriodInSeconds": 86400,
                    }
                },
                "environmentId": "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/demokube",
                "managedIdentitySettings": [
                    {"identity": "system", "lifecycle": "Main"},
                    {
                        "identity": "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a"
                    },
                ],
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": 500, "readySessionInstances": 100},
                "secrets": [{"name": "registry-password", "value": "first"}, {"name": "api-token", "value": "second"}],
                "sessionNetworkConfiguration": {"status": "EgressDisabled"},
            },
            "tags": {"cost-center": "4711", "environment": "test", "name": "first", "type": "second"},
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
