# /// script
# requires-python = ">=3.9"
# dependencies = ["azure-identity", "azure-mgmt-appcontainers==4.0.0"]
# ///
"""Create or update the session pool hostile in rg-(hostile), and print its id."""

from azure.identity import DefaultAzureCredential
from azure.mgmt.appcontainers import ContainerAppsAPIClient


def main() -> None:
    client = ContainerAppsAPIClient(
        credential=DefaultAzureCredential(),
        subscription_id="00000000-0000-0000-0000-000000000000",
        api_version="2025-07-01",
    )

    poller = client.container_apps_session_pools.begin_create_or_update(
        resource_group_name="rg-(hostile)",
        session_pool_name="hostile",
        session_pool_envelope={
            "location": "\"west' europe\\",
            "properties": {
                "customContainerTemplate": {
                    "containers": [
                        {
                            "args": [
                                "plain",
                                'it\'s "quoted" `twice`',
                                "back\\slash \\n \\u0041 \\x41 \\",
                                "line\nbreak\r\nand\ttab\r",
                                "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
                                "[resourceGroup().location]",
                                "[[x]",
                                "[test",
                                "'''triple''' \"\"\"triple\"\"\"",
                                "*/ /* // # -- <!-- -->",
                                "\\u002a/ \\u000a",
                                "null",
                                "true",
                                "0123",
                                "1.10",
                                "~",
                                "*alias",
                                "&anchor",
                                "!tag",
                                "- item",
                                "key: value",
                                "# no comment",
                                "@at",
                                "%percent",
                                "```",
                                "  blanks  ",
                                "trailing\\",
                                "\x00\x01\x1b[31m\x7f",
                                "\x85\u2028\u2029\ufeff",
                                "\u202eright to left",
                                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                                "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
                                "$(whoami)",
                                "`id`",
                                "'; DROP TABLE pools; --",
                                "%00%2e%2e/",
                                "{$delete: true}",
                                "<script>",
                                "###",
                                "@name = x",
                                "> out",
                                "< in",
                            ],
                            "command": ["plain"],
                            "env": [
                                {"name": "N0", "value": "plain"},
                                {"name": "N1", "value": 'it\'s "quoted" `twice`'},
                                {"name": "N2", "value": "back\\slash \\n \\u0041 \\x41 \\"},
                                {"name": "N3", "value": "line\nbreak\r\nand\ttab\r"},
                                {"name": "N4", "value": "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"},
                                {"name": "N5", "value": "[resourceGroup().location]"},
                                {"name": "N6", "value": "[[x]"},
                                {"name": "N7", "value": "[test"},
                                {"name": "N8", "value": "'''triple''' \"\"\"triple\"\"\""},
                                {"name": "N9", "value": "*/ /* // # -- <!-- -->"},
                                {"name": "N10", "value": "\\u002a/ \\u000a"},
                                {"name": "N11", "value": "null"},
                            ],
                            "image": "a\\\"b'c:${tag}",
                            "name": "*/ main",
                            "resources": {"memory": "0.5Gi\n"},
                        }
                    ],
                    "registryCredentials": {
                        "identity": "[resourceGroup().location]",
                        "passwordSecretRef": "*/ /* // # -- <!-- -->",
                        "server": 'it\'s "quoted" `twice`',
                        "username": "back\\slash \\n \\u0041 \\x41 \\",
                    },
                },
                "environmentId": "/subscriptions/'\"\\${x}/[y]",
                "managedIdentitySettings": [{"identity": "*/ '\"\\"}],
                "secrets": [
                    {"name": "line\nbreak\r\nand\ttab\r", "value": "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}"}
                ],
            },
            "tags": {
                '"q"': "&anchor",
                "$x": "[test",
                "${tag}": "# no comment",
                "*/": "$(whoami)",
                ".x": "line\nbreak\r\nand\ttab\r",
                "//": "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
                "1": "${x} $'{x}' \\${x} %s {0} {{ x }} {% if %}",
                "10": "[resourceGroup().location]",
                "9": "[[x]",
                "[tag": "key: value",
                "[tag]": "- item",
                "__proto__": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                "_x": "~",
                "a b": "'''triple''' \"\"\"triple\"\"\"",
                "a-b": "\\u002a/ \\u000a",
                "a.b": "*/ /* // # -- <!-- -->",
                "back\\slash": "!tag",
                "class": "1.10",
                "constructor": "\u202eright to left",
                "copy": "back\\slash \\n \\u0041 \\x41 \\",
                "if": "0123",
                "it's": "*alias",
                "name": "plain",
                "new\nline": "%percent",
                "null": "true",
                "résumé": "\x85\u2028\u2029\ufeff",
                "token": "```",
                "true": "null",
                "type": 'it\'s "quoted" `twice`',
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx": "`id`",
                "zipcode": "  blanks  ",
                "{{tag}}": "@at",
                "Ünï": "trailing\\",
                "日本": "\x00\x01\x1b[31m\x7f",
            },
        },
    )
    print(poller.result().id)


if __name__ == "__main__":
    main()
