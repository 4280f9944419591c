# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool my-shell in rg-shell, and print its id."""

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient


def main() -> None:
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="00000000-0000-0000-0000-000000000000",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-shell",
        session_pool_name="my-shell",
        session_pool_envelope={
            "location": "westeurope",
            "properties": {
                "containerType": "Shell",
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"cooldownPeriodInSeconds": 300, "lifecycleType": "Timed"}
                },
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": 20},
                "sessionNetworkConfiguration": {"status": "EgressDisabled"},
            },
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
