"""Read ``create_session_pool.py`` back with Python's own parser, and ask black whether it would change a byte."""

import ast
import contextlib
import io
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from unittest import mock

import black

from tests.answers import GIVEN

MODE = black.Mode(line_length=120)


def read(folders: list[Path], answers: Mapping[str, str] = GIVEN) -> list[dict[str, object]]:
    """The arguments of the create-or-update call in each folder's file, where the environment has answers."""
    return [_read((folder / "create_session_pool.py").read_text(encoding="utf-8"), answers) for folder in folders]


def _read(text: str, answers: Mapping[str, str]) -> dict[str, object]:
    assert black.format_str(text, mode=MODE) == text
    if "import os\n" in text:
        return run(text, answers)
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = {keyword.arg: keyword.value for call in calls for keyword in call.keywords}
    names = {
        "subscriptionId": "subscription_id",
        "resourceGroupName": "resource_group_name",
        "sessionPoolName": "session_pool_name",
        "body": "session_pool_envelope",
    }
    return {name: ast.literal_eval(named[argument]) for name, argument in names.items()}


def run(text: str, answers: Mapping[str, str]) -> dict[str, object]:
    """The same of a program that reads its environment: it is run, on an SDK that only listens."""
    ast.parse(text, feature_version=(3, 9))
    client, models = mock.Mock(), {name: ModuleType(name) for name in ("azure", "azure.identity", "azure.mgmt")}
    models["azure.identity"].__dict__["DefaultAzureCredential"] = mock.Mock()
    models["azure.mgmt.appcontainers"] = ModuleType("azure.mgmt.appcontainers")
    models["azure.mgmt.appcontainers"].__dict__["ContainerAppsAPIClient"] = client
    environment = mock.patch.dict(os.environ, answers, clear=True)
    with mock.patch.dict(sys.modules, models), environment, contextlib.redirect_stdout(io.StringIO()):
        exec(compile(text, "create_session_pool.py", "exec"), {"__name__": "__main__"})  # noqa: S102 - our own output
    (call,) = client().container_apps_session_pools.begin_create_or_update.call_args_list
    return {
        "subscriptionId": client.call_args_list[0].kwargs["subscription_id"],
        "resourceGroupName": call.kwargs["resource_group_name"],
        "sessionPoolName": call.kwargs["session_pool_name"],
        "body": call.kwargs["session_pool_envelope"],
    }
