"""Read REST artifacts back: request.http as the HTTP clients of VS Code and JetBrains split it, and body.json."""

import json
import re
import shlex
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

COMMENT = re.compile(r"\s*(#|//)")
DIRECTIVE = re.compile(r"<|>|@|```|HTTP/")  # what either client takes for something else at the start of a line
TOKEN = "{{token}}"  # noqa: S105 - a variable's name


def read(folders: list[Path]) -> list[dict[str, object]]:
    """The requests of the folders that hold a request.http, in order."""
    return [_read(folder) for folder in folders if (folder / "request.http").exists()]


def _read(folder: Path) -> dict[str, object]:
    text = (folder / "request.http").read_text(encoding="utf-8")
    assert re.search(r"[^\n]\n\Z", text), f"{folder}: request.http ends in one line break"
    preface, *blocks = re.split(r"^###.*\n", text, flags=re.MULTILINE)
    assert all(COMMENT.match(line) for line in preface.split("\n") if line), f"{folder}: more than comments in front"
    assert len(blocks) == 2, f"{folder}: {len(blocks)} requests, not a PUT and a GET"
    (put, address, body), (get, same_address, nothing) = (_request(block) for block in blocks)
    assert (put, get, address, nothing) == ("PUT", "GET", same_address, ""), f"{folder}: not a PUT and its GET"

    command = next(line for line in preface.split("\n") if "az rest" in line)
    words = shlex.split(command.lstrip("# "))
    assert words == ["az", "rest", "--method", "put", "--url", address, "--body", "@body.json"], f"{folder}: {command}"
    alone = (folder / "body.json").read_text(encoding="utf-8")
    assert json.dumps(_json(alone)) == json.dumps(_json(body)), f"{folder}: body.json is not the request's body"
    return {**_parameters(address), "body": _json(body)}


def _request(block: str) -> tuple[str, str, str]:
    """A request's method, address and body. Both clients drop comments wherever they stand, even in a body."""
    lines = [line for line in block.split("\n") if not COMMENT.match(line)]
    assert not any(DIRECTIVE.match(line) for line in lines), f"a client's own syntax in\n{block}"
    head, _, body = "\n".join(lines).partition("\n\n")
    first, *rest = head.strip().split("\n")
    method, address = first.split(" ")
    headers = dict(line.split(": ", 1) for line in rest)
    assert headers.pop("Authorization") == f"Bearer {TOKEN}", f"no token in\n{head}"
    assert headers == ({"Content-Type": "application/json"} if method == "PUT" else {}), f"headers {headers}"
    assert "{{" not in address + body, f"a client's variable in\n{block}"
    return method, address, body.strip("\n")


def _parameters(address: str) -> dict[str, object]:
    url = urlsplit(address)
    assert (url.scheme, url.netloc, url.fragment) == ("https", "management.azure.com", ""), address
    assert list(parse_qs(url.query, strict_parsing=True)) == ["api-version"], address
    names, values = url.path.split("/")[1::2], [unquote(value, errors="strict") for value in url.path.split("/")[2::2]]
    assert names == ["subscriptions", "resourceGroups", "providers", "sessionPools"], address
    assert values[2] == "Microsoft.App", address
    return {"subscriptionId": values[0], "resourceGroupName": values[1], "sessionPoolName": values[3]}


def _json(text: str) -> Any:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), f"a key stands twice among {[name for name, _ in pairs]}"
        return dict(pairs)

    return json.loads(text, object_pairs_hook=unique, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")
