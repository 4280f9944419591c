"""What the judges of platform teams demand of ARM and Bicep files, one check a rule, by the judge's own name for it.

A check takes a ``File`` or a ``Bicep`` and yields what it objects to. Each module says which of its judge's rules it
lacks, and why; ``MODULE`` are the rules that only files for all environments can keep: what is of one environment
has its region and its IDs in it, literally.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple


class File(NamedTuple):
    """A JSON file: a template, or a parameter file."""

    text: str
    data: Any

    @classmethod
    def of(cls, text: str) -> "File":
        """The file of a text."""
        return cls(text, json.loads(text))

    @property
    def parameters(self) -> dict[str, Any]:
        return dict(self.data.get("parameters", {}))

    @property
    def resources(self) -> list[dict[str, Any]]:
        return list(self.data.get("resources", []))


Check = Callable[[File], Iterator[str]]


def entries(value: Any, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every property below a value: its path, name and value."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield f"{path}.{name}", str(name), item
            yield from entries(item, f"{path}.{name}")
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from entries(item, f"{path}[{index}]")


def expressions(value: Any) -> Iterator[str]:
    """Every expression in a template, keys included."""
    for _, name, item in entries({"": value}):
        for text in (name, *([item] if not isinstance(item, list) else item)):
            if isinstance(text, str) and text.startswith("[") and text.endswith("]") and not text.startswith("[["):
                yield text


HOSTS = [  # that Bicep's linter names by default; arm-ttk has such ones of all Azure's clouds
    "gallery.azure.com", "management.core.windows.net", "management.azure.com", "database.windows.net",
    "core.windows.net", "login.microsoftonline.com", "graph.windows.net", "trafficmanager.net", "datalake.azure.net",
    "azuredatalakestore.net", "azuredatalakeanalytics.net", "vault.azure.net", "api.loganalytics.io",
    "asazure.windows.net", "region.asazure.windows.net", "batch.core.windows.net",
]  # fmt: skip
