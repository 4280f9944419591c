"""Read REST artifacts back: request.http as the HTTP clients of VS Code and JetBrains split it, and body.json."""

import json
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from generator import naming
from tests.answers import GIVEN

COMMENT = re.compile(r"\s*(#|//)")
DIRECTIVE = re.compile(r"<|>|@|```|HTTP/")  # what either client takes for something else at the start of a line
TOKEN = "{{token}}"  # noqa: S105 - a variable's name
DECLARED = re.compile(r"@([\w-]+) = (\S|\S.*\S)")  # without what VS Code takes for an escape, or httpyac for a quote
WANTED = re.compile(r"#   ([\w-]+): (?:.*?)(?:; by default (.*))?")
VARIABLE = re.compile(r"\{\{([\w-]+)\}\}")


def read(folders: list[Path], answers: Mapping[str, str] = GIVEN) -> list[dict[str, object]]:
    """The requests of the folders that hold a request.http, in order, by a user who gives their variables answers."""
    return [_read(folder, answers) for folder in folders if (folder / "request.http").exists()]


def _read(folder: Path, answers: Mapping[str, str]) -> dict[str, object]:
    text = (folder / "request.http").read_text(encoding="utf-8")
    assert re.search(r"[^\n]\n\Z", text), f"{folder}: request.http ends in one line break"
    preface, *blocks = re.split(r"^###.*\n", text, flags=re.MULTILINE)
    values = variables(preface, answers)
    assert len(blocks) == 2, f"{folder}: {len(blocks)} requests, not a PUT and a GET"
    (put, address, body), (get, same_address, nothing) = (_request(block) for block in blocks)
    assert (put, get, address, nothing) == ("PUT", "GET", same_address, ""), f"{folder}: not a PUT and its GET"

    command = next(line for line in preface.split("\n") if "az rest" in line)
    words = shlex.split(command.lstrip("# "))
    file = "@filled.json" if values else "@body.json"
    assert words == ["az", "rest", "--method", "put", "--url", address, "--body", file], f"{folder}: {command}"
    alone = (folder / "body.json").read_text(encoding="utf-8")
    assert set(VARIABLE.findall(body)) == values.keys(), f"{folder}: variables {values.keys()}"
    body = _filled(body, values)
    assert "{{" not in address + body, f"{folder}: a client's variable in\n{body}"
    assert json.dumps(_json(_filled(alone, values))) == json.dumps(_json(body)), f"{folder}: body.json is another body"
    return {**_parameters(address), "body": _json(body)}


def variables(preface: str, answers: Mapping[str, str]) -> dict[str, str]:
    """What is put in for each variable: an answer as JSON has it in a text, else what the file itself says."""
    values: dict[str, str] = {}
    for line in filter(None, preface.split("\n")):
        if given := DECLARED.fullmatch(line):
            assert not re.search(r'[\\"{}]', line), f"not the same to every client: {line}"
        else:
            assert COMMENT.match(line), f"neither a comment nor a variable in front: {line}"
        if found := given or WANTED.fullmatch(line):
            names = found[1].removesuffix("Value"), found[1]  # a suffix is for what clients keep for themselves
            answer = next((answers[key] for key in map(naming.environment, names) if key in answers), None)
            value = found[2] if answer is None else json.dumps(answer)[1:-1]
            if value is not None:
                values[found[1]] = "" if value == "nothing" else value
    return values


def _filled(body: str, values: Mapping[str, str]) -> str:
    """A body with values for its variables, which are put in as they are; one that has none says what it says."""
    return VARIABLE.sub(lambda found: values[found[1]], body) if values else body


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
