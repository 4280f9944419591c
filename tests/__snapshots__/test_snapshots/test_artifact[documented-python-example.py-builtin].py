from azure.identity import DefaultAzureCredential

from azure.mgmt.appcontainers import ContainerAppsAPIClient

"""
# PREREQUISITES
    pip install azure-identity
    pip install azure-mgmt-appcontainers
# USAGE
    python body.py

    Before run the sample, please set the values of the client ID, tenant ID and client secret
    of the AAD application as environment variables: AZURE_CLIENT_ID, AZURE_TENANT_ID,
    AZURE_CLIENT_SECRET. For more info about how to get the value, please see:
    https://docs.microsoft.com/azure/active-directory/develop/howto-create-service-principal-portal
"""


def main():
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="ABCDEF01-2345-6789-abcd-ef0123456789",
    )

    response = client.container_apps_session_pools.begin_create_or_update(
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
    ).result()
    print(response)


# x-ms-original-file: body.yaml.j2
if __name__ == "__main__":
    main()
