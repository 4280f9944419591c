"""An editor, as far as a language server can tell: opens files, reads what is wrong with them, asks for help."""

import json
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Self

PATIENCE = 300  # seconds for all that one editor is asked


class Diagnostic(NamedTuple):
    """A squiggle; line and column from 1."""

    line: int
    column: int
    says: str


class Editor:
    """Speaks the Language Server Protocol with a command."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.number = 0

    def __enter__(self) -> Self:
        self.server = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.patience = threading.Timer(PATIENCE, self.server.kill)
        self.patience.start()
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._tell("initialized", {})
        local = {"yaml": {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}}  # no network
        self._tell("workspace/didChangeConfiguration", {"settings": local})
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("shutdown", None)
        self._tell("exit", None)
        self.server.communicate(timeout=20)
        self.patience.cancel()

    def diagnostics(self, file: Path, text: str) -> list[Diagnostic]:
        """What is wrong with a file."""
        uri = self._open(file, text)
        params = self._until(lambda message: message.get("params", {}).get("uri") == uri)["params"]
        starts = [(found["range"]["start"], found["message"]) for found in params["diagnostics"]]
        return [Diagnostic(start["line"] + 1, start["character"] + 1, says) for start, says in starts]

    def completions(self, file: Path, text: str) -> list[str]:
        """What is offered at the end of a text."""
        line = text.count("\n")
        position = {"line": line, "character": len(text) - text.rfind("\n") - 1}
        where = {"textDocument": {"uri": self._open(file, text)}, "position": position}
        return [item["label"] for item in self._ask("textDocument/completion", where)["items"]]

    def hover(self, file: Path, text: str, line: int, column: int) -> str:
        """What is shown of the place under the mouse."""
        position = {"line": line - 1, "character": column - 1}
        where = {"textDocument": {"uri": self._open(file, text)}, "position": position}
        return str(self._ask("textDocument/hover", where)["contents"]["value"])

    def _open(self, file: Path, text: str) -> str:
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return str(document["uri"])

    def _ask(self, method: str, params: object) -> Any:
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        return self._until(lambda message: message.get("id") == self.number and "method" not in message)["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, object]) -> None:
        assert self.server.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next message that is wanted; what the server asks in the meantime gets an empty answer."""
        while True:
            message = self._receive()
            if "method" in message and "id" in message:
                items = message.get("params", {}).get("items", [])
                self._send({"id": message["id"], "result": [None for _ in items]})
            if wanted(message):
                return message

    def _receive(self) -> dict[str, Any]:
        assert self.server.stdout
        length = 0
        while (line := self.server.stdout.readline()) != b"\r\n":
            assert line, "the server has ended"
            if line.startswith(b"Content-Length:"):
                length = int(line.split(b":")[1])
        message: dict[str, Any] = json.loads(self.server.stdout.read(length))
        return message
