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
        resource_group_name="rg-numbers",
        session_pool_name="numbers",
        session_pool_envelope={
            "location": "westeurope",
            "properties": {
                "customContainerTemplate": {
                    "containers": [
                        {"name": "whole", "resources": {"cpu": 1}},
                        {"name": "point", "resources": {"cpu": 2}},
                        {"name": "half", "resources": {"cpu": 0.5}},
                        {"name": "tenth", "resources": {"cpu": 0.1}},
                        {"name": "tiny", "resources": {"cpu": 1e-07}},
                        {"name": "huge", "resources": {"cpu": "1e+21"}},
                        {"name": "large", "resources": {"cpu": 123456789012345680000}},
                        {"name": "third", "resources": {"cpu": 0.3333333333333333}},
                        {"name": "minus", "resources": {"cpu": -0.0}},
                        {"name": "largest", "resources": {"cpu": 1.7976931348623157e308}},
                        {"name": "least", "resources": {"cpu": 5e-324}},
                    ],
                    "ingress": {"targetPort": 65535},
                },
                "scaleConfiguration": {"maxConcurrentSessions": 10, "readySessionInstances": 31},
            },
        },
    ).result()
    print(response)


# x-ms-original-file: body.yaml.j2
if __name__ == "__main__":
    main()
