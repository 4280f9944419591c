# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool agentsandbox in rg-agents-staging, and print its id."""

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
        subscription_id="6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-agents-staging",
        session_pool_name="agentsandbox",
        session_pool_envelope={
            "identity": {
                "type": "UserAssigned",
                "userAssignedIdentities": {
                    "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-staging": {}
                },
            },
            "location": "westeurope",
            "properties": {
                "containerType": "CustomContainer",
                "customContainerTemplate": {
                    "containers": [
                        {
                            "args": ["-c", 'exec sandboxd --listen :8080 --log-level "$LOG_LEVEL"'],
                            "command": ["/bin/sh"],
                            "env": [
                                {"name": "LOG_LEVEL", "value": "info"},
                                {"name": "TELEMETRY", "value": "on"},
                                {"name": "EVENTS_KEY", "secretRef": "events-key"},
                                {"name": "REPLAY_SOURCE", "value": "prod: last 24h, anonymised"},
                            ],
                            "image": f"contosoagents.azurecr.io/agents/sandbox:{image_tag}",
                            "name": "sandbox",
                            "resources": {"cpu": 0.5, "memory": "1Gi"},
                        }
                    ],
                    "ingress": {"targetPort": 8080},
                    "registryCredentials": {
                        "identity": "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-staging",
                        "server": "contosoagents.azurecr.io",
                    },
                },
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"lifecycleType": "OnContainerExit", "maxAlivePeriodInSeconds": 3600}
                },
                "environmentId": "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.App/managedEnvironments/cae-agents-staging",
                "managedIdentitySettings": [
                    {
                        "identity": "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-staging",
                        "lifecycle": "None",
                    }
                ],
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": 20, "readySessionInstances": 2},
                "secrets": [{"name": "events-key", "value": events_key}],
                "sessionNetworkConfiguration": {"status": "EgressDisabled"},
            },
            "tags": {"environment": "staging", "owner": "platform-team@contoso.example", "product": "agents"},
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
