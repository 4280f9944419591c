"""The command line that an artifact names, as a shell and the Azure CLI read it."""

import shlex


def command(line: str) -> dict[str, list[str]]:
    """The options of an `az deployment group create`, each with all its values."""
    words = shlex.split(line)
    assert words[:4] == ["az", "deployment", "group", "create"], words
    options: dict[str, list[str]] = {}
    for word in words[4:]:
        if word.startswith("--"):
            latest = options.setdefault(word, [])
        else:
            latest.append(word)
    return options
