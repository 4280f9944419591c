"""Read ``create_session_pool.py`` back with Python's own parser, and ask black whether it would change a byte."""

import ast
from pathlib import Path

import black

MODE = black.Mode(line_length=120)


def read(folders: list[Path]) -> list[dict[str, object]]:
    """The arguments of the create-or-update call in each folder's file."""
    return [_read((folder / "create_session_pool.py").read_text(encoding="utf-8")) for folder in folders]


def _read(text: str) -> dict[str, object]:
    assert black.format_str(text, mode=MODE) == text
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    named = {keyword.arg: keyword.value for call in calls for keyword in call.keywords}
    names = {
        "subscriptionId": "subscription_id",
        "resourceGroupName": "resource_group_name",
        "sessionPoolName": "session_pool_name",
        "body": "session_pool_envelope",
    }
    return {name: ast.literal_eval(named[argument]) for name, argument in names.items()}
