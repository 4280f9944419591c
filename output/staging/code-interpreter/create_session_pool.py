# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool agentpython in rg-agents-staging, and print its id."""

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient


def main() -> None:
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-agents-staging",
        session_pool_name="agentpython",
        session_pool_envelope={
            "location": "westeurope",
            "properties": {
                "containerType": "PythonLTS",
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"cooldownPeriodInSeconds": 300, "lifecycleType": "Timed"}
                },
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": 50},
                "sessionNetworkConfiguration": {"status": "EgressDisabled"},
            },
            "tags": {"environment": "staging", "owner": "platform-team@contoso.example", "product": "agents"},
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
