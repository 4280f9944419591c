"""The languages' own tools, which some readers ask."""

import os
import shutil

import pytest


def tool(name: str) -> str:
    """The path of a tool. Without it a test is skipped, or fails where CI must have it."""
    found = shutil.which(name)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{name} is not installed; .ci/run must install it")
    return found or pytest.skip(f"{name} is not installed: its part of the proof is left out")
