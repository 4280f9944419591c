# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool parameterized in rg, and print its id."""

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


def integer(name: str, description: str, default: str = "") -> int:
    """The value of an environment variable, or its default, as an integer."""
    try:
        return int(os.environ.get(name, default))
    except ValueError:
        problems.append(f"set {name} to an integer: {description}")
        return 0


def number(name: str, description: str, default: str = "") -> float:
    """The value of an environment variable, or its default, as a number."""
    try:
        return float(os.environ.get(name, default))
    except ValueError:
        problems.append(f"set {name} to a number: {description}")
        return 0.0


def main() -> None:
    location = os.environ.get("LOCATION", "westeurope")
    owner = required("OWNER", "Who answers for the pool, as a tag.")
    release = os.environ.get("RELEASE", 'it\'s {a} ${b} "c" [d] \\ %s')
    image_tag = os.environ.get("IMAGE_TAG", "1.10")
    port = integer("PORT", "Port on which the container listens.", default="8080")
    identity_id = required("IDENTITY_ID", "Resource ID of a user-assigned identity of the pool, or system.")
    puller = os.environ.get("PULLER", "id-pull")
    environment_name = required("ENVIRONMENT_NAME", "Part of environmentId.")
    max_sessions = integer("MAX_SESSIONS", "Most sessions at one time.", default="20")
    ready_sessions = integer("READY_SESSIONS", "Fewest sessions kept ready to be taken.")
    lifecycle_type = os.environ.get("LIFECYCLE_TYPE", "OnContainerExit")
    registry_password = required("REGISTRY_PASSWORD", "The secret itself; never returned by the service.")
    db_password = required("DB_PASSWORD", "The password of the database.")
    cpu = number("CPU", "CPU cores, such as 0.5.", default="0.5")
    memory = os.environ.get("MEMORY", "1Gi")
    if problems:
        sys.exit("\n".join(problems))

    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="34adfa4f-cedf-4dc0-ba29-b6d1a69ab345",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg",
        session_pool_name="parameterized",
        session_pool_envelope={
            "identity": {
                "type": "UserAssigned",
                "userAssignedIdentities": {
                    f"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{puller}": {},
                    identity_id: {},
                },
            },
            "location": location,
            "properties": {
                "containerType": "CustomContainer",
                "customContainerTemplate": {
                    "containers": [
                        {
                            "args": [f"--listen=:{port}", image_tag],
                            "env": [{"name": "CONNECTION", "secretRef": "connection"}],
                            "image": f"registry.contoso.example/app:{image_tag}",
                            "name": "main",
                            "resources": {"cpu": cpu, "memory": memory},
                        }
                    ],
                    "ingress": {"targetPort": port},
                    "registryCredentials": {
                        "passwordSecretRef": "registry-password",
                        "server": "registry.contoso.example",
                        "username": "puller",
                    },
                },
                "dynamicPoolConfiguration": {
                    "lifecycleConfiguration": {"lifecycleType": lifecycle_type, "maxAlivePeriodInSeconds": 900}
                },
                "environmentId": f"/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/{environment_name}",
                "managedIdentitySettings": [{"identity": identity_id, "lifecycle": "None"}],
                "poolManagementType": "Dynamic",
                "scaleConfiguration": {"maxConcurrentSessions": max_sessions, "readySessionInstances": ready_sessions},
                "secrets": [
                    {"name": "registry-password", "value": registry_password},
                    {"name": "connection", "value": f"Server=db;Password={db_password};"},
                ],
                "sessionNetworkConfiguration": {"status": "EgressDisabled"},
            },
            "tags": {
                "note": f'{{ {image_tag} }} ${{x}} {{{{x}}}} it\'s "{owner}" \\ % [{port}]',
                "owner": owner,
                "release": release,
            },
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
