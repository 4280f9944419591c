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
        subscription_id="00000000-0000-0000-0000-000000000000",
    )

    response = client.container_apps_session_pools.begin_create_or_update(
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
    ).result()
    print(response)


# x-ms-original-file: body.yaml.j2
if __name__ == "__main__":
    main()
