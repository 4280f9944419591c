# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool agentpython in rg-agents-prod, and print its id."""

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient


def main() -> None:
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-agents-prod",
        session_pool_name="agentpython",
        session_pool_envelope={
            "location": "westeurope",
            "properties": {
                "containerType": "PythonLTS",
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"cooldownPeriodInSeconds": 900, "lifecycleType": "Timed"}
                },
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": 600},
                "sessionNetworkConfiguration": {"status": "EgressDisabled"},
            },
            "tags": {
                "cost-center": "4711",
                "environment": "prod",
                "owner": "platform-team@contoso.example",
                "product": "agents",
            },
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
