# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool agentsandbox in rg-agents-prod, and print its id."""

import os
import sys

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient

problems: list[str] = []  # with the environment variables


def required(name: str, description: str) -> str:
    """The value of an environment variable that must be set."""
    value = os.environ.get(name, "")
    if not value:
        problems.append(f"set {name}: {description}")
    return value


def main() -> None:
    events_key = required("EVENTS_KEY", "Key with which a session reports what happens in it.")
    image_tag = os.environ.get("IMAGE_TAG", "1.10")
    if problems:
        sys.exit("\n".join(problems))

    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-agents-prod",
        session_pool_name="agentsandbox",
        session_pool_envelope={
            "identity": {
                "type": "UserAssigned",
                "userAssignedIdentities": {
                    "/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod": {}
                },
            },
            "location": "westeurope",
            "properties": {
                "containerType": "CustomContainer",
                "customContainerTemplate": {
                    "containers": [
                        {
                            "args": [
                                "-c",
                                'exec sandboxd --listen :8080 --log-level "$LOG_LEVEL"',
                                "--max-open-files=65536",
                            ],
                            "command": ["/bin/sh"],
                            "env": [
                                {"name": "LOG_LEVEL", "value": "info"},
                                {"name": "EVENTS_KEY", "secretRef": "events-key"},
                            ],
                            "image": f"contosoagents.azurecr.io/agents/sandbox:{image_tag}",
                            "name": "sandbox",
                            "resources": {"cpu": 1, "memory": "2Gi"},
                        }
                    ],
                    "ingress": {"targetPort": 8080},
                    "registryCredentials": {
                        "identity": "/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod",
                        "server": "contosoagents.azurecr.io",
                    },
                },
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"lifecycleType": "OnContainerExit", "maxAlivePeriodInSeconds": 3600}
                },
                "environmentId": "/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.App/managedEnvironments/cae-agents-prod",
                "managedIdentitySettings": [
                    {
                        "identity": "/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod",
                        "lifecycle": "None",
                    }
                ],
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": 300, "readySessionInstances": 40},
                "secrets": [{"name": "events-key", "value": events_key}],
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
