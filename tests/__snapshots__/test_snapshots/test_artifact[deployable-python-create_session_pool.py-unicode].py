# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool unicode in rg-ünïcödé, and print its id."""

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient


def main() -> None:
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="00000000-0000-0000-0000-000000000000",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-ünïcödé",
        session_pool_name="unicode",
        session_pool_envelope={
            "location": "België",
            "properties": {
                "customContainerTemplate": {
                    "containers": [
                        {
                            "args": [
                                "東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都",
                                "ẞ ﬁ ½ Ω ∑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
                                "\u200bzero\u200dwidth\u2060",
                                "🏳️\u200d🌈 flag",
                            ],
                            "env": [{"name": "ПРИВЕТ", "value": "мир"}],
                            "image": "regístro.example/образ:版本",
                            "name": "контейнер",
                        }
                    ]
                }
            },
            "tags": {
                "café": "crème brûlée",
                "é": "combining é and precomposed é",
                "שם": "ערך",
                "名前": "セッションプール",
                "👩\u200d🚀": "🚀 to the moon",
            },
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
