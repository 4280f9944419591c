# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool builtin in rg-builtin, and print its id."""

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient


def main() -> None:
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="ABCDEF01-2345-6789-abcd-ef0123456789",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-builtin",
        session_pool_name="builtin",
        session_pool_envelope={
            "identity": {
                "type": "UserAssigned",
                "userAssignedIdentities": {
                    "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one": {}
                },
            },
            "location": "swedencentral",
            "properties": {
                "containerType": "PythonLTS",
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"cooldownPeriodInSeconds": 0, "lifecycleType": "Timed"}
                },
                "managedIdentitySettings": [{"identity": "system", "lifecycle": "None"}],
                "poolManagementType": "Manual",
                "scaleConfiguration": {"maxConcurrentSessions": 2147483647, "readySessionInstances": -2147483648},
                "sessionNetworkConfiguration": {"status": "EgressEnabled"},
            },
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
