"""A stand-in for Azure on loopback, which clients take for the real one.

It is an HTTP proxy that ends TLS for the hosts of sign-in and of management itself, with a certificate of its own
making. Clients reach it by what they reach any corporate proxy by: HTTPS_PROXY, the CA setting that each has, and the
variables of a service principal. So the artifacts' text stays as it is.
"""

import json
import re
import secrets
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

import trustme

LOGIN, MANAGEMENT = "login.microsoftonline.com", "management.azure.com"
TENANT, CLIENT, SECRET = "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222", "no secret"
AUDIENCE = re.compile(r"https://management\.(azure|core\.windows)\.(com|net)/+\.default")
API_VERSION = "2025-07-01"
POOL = re.compile(
    r"/subscriptions/(?P<subscription>[^/]+)/resourceGroups/(?P<group>[^/]+)"
    r"/providers/Microsoft\.App/sessionPools/(?P<pool>[^/]+)"
)
STATUS = re.compile(r"/subscriptions/[^/]+/providers/Microsoft\.App/locations/nowhere/operationStatuses/(?P<id>\w+)")
# Poll again soon: the SDKs' own pause is half a minute. Java's reads whole seconds only, and takes 0 for none.
MILLISECONDS, SECONDS = {"x-ms-retry-after-ms": "1"}, {"Retry-After": "1"}


class Call(NamedTuple):
    """A create-or-update that arrived, and was answered as Azure does."""

    subscription: str
    group: str
    pool: str
    body: str


class Azure:
    """What the stand-in has been asked: ``calls`` it took, ``refused`` what it could not make sense of."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.refused: list[str] = []
        self.finished: set[str] = set()  # names of the pools whose clients waited for the end
        self._token = secrets.token_urlsafe()
        self._operations: dict[str, list[str]] = {}  # the states still to be told
        self._resources: dict[str, dict[str, Any]] = {}
        self._lock = threading.Lock()

    def answer(self, host: str, method: str, target: str, headers: dict[str, str], body: bytes) -> "Answer":
        """The answer to a request; what Azure would not take is refused, and remembered."""
        url = urlsplit(target)
        try:
            if host == LOGIN:
                return self._sign_in(method, url.path, body)
            with self._lock:
                return self._manage(method, url.path, url.query, headers, body)
        except LookupError as error:
            self.refused.append(f"{method} https://{host}{target}: {error}")
            return Answer(400, {"error": {"code": "Refused", "message": self.refused[-1]}})

    def _sign_in(self, method: str, path: str, body: bytes) -> "Answer":
        here = f"https://{LOGIN}"
        if path == "/common/discovery/instance":
            network = {"preferred_network": LOGIN, "preferred_cache": LOGIN, "aliases": [LOGIN]}
            tenant = f"{here}/{TENANT}/v2.0/.well-known/openid-configuration"
            return Answer(200, {"tenant_discovery_endpoint": tenant, "api-version": "1.1", "metadata": [network]})
        if path.endswith("/.well-known/openid-configuration"):
            return Answer(
                200,
                {
                    "issuer": f"{here}/{TENANT}/v2.0",
                    "authorization_endpoint": f"{here}/{TENANT}/oauth2/v2.0/authorize",
                    "token_endpoint": f"{here}/{TENANT}/oauth2/v2.0/token",
                },
            )
        if method == "POST" and path == f"/{TENANT}/oauth2/v2.0/token":
            form = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            wanted = {"client_id": CLIENT, "client_secret": SECRET, "grant_type": "client_credentials"}
            if form | wanted == form and AUDIENCE.search(form.get("scope", "")):
                return Answer(200, {"token_type": "Bearer", "expires_in": 86399, "access_token": self._token})
        raise LookupError("not a sign-in with the service principal")

    def _manage(self, method: str, path: str, query: str, headers: dict[str, str], body: bytes) -> "Answer":
        if headers.get("authorization") != f"Bearer {self._token}":
            raise LookupError("no token of ours")
        if parse_qs(query) != {"api-version": [API_VERSION]}:
            raise LookupError(f"not one api-version, {API_VERSION}")
        now = SECONDS if "azsdk-java" in headers.get("user-agent", "") else MILLISECONDS
        if found := POOL.fullmatch(path):
            subscription, group, pool = (unquote(part, errors="strict") for part in found.groups())
            if method == "PUT":
                if headers.get("content-type", "").partition(";")[0] != "application/json":
                    raise LookupError("not application/json")
                self.calls.append(Call(subscription, group, pool, body.decode()))
                id_ = secrets.token_hex(8)
                self._operations[id_] = [pool, "Succeeded", "InProgress"]
                resource: dict[str, Any] = {"id": unquote(path), "name": pool, "location": "nowhere"}
                resource["properties"] = {"provisioningState": "InProgress"}
                self._resources[path] = resource
                place = f"https://{MANAGEMENT}/subscriptions/{subscription}/providers/Microsoft.App/locations/nowhere"
                status = f"{place}/operationStatuses/{id_}?api-version={API_VERSION}"
                return Answer(201, resource, {"Azure-AsyncOperation": status, **now})
            if method == "GET" and path in self._resources:
                self.finished.add(pool)
                return Answer(200, self._resources[path] | {"properties": {"provisioningState": "Succeeded"}})
        elif method == "GET" and (found := STATUS.fullmatch(path)) and found["id"] in self._operations:
            states = self._operations[found["id"]]
            state = states.pop() if len(states) > 2 else states[1]
            return Answer(200, {"id": path, "name": found["id"], "status": state}, now)
        raise LookupError("not a session pool, nor the status of its operation")


class Answer(NamedTuple):
    """An HTTP response with a JSON body."""

    status: int
    body: dict[str, Any]
    headers: dict[str, str] = {}  # noqa: RUF012 - never changed


class _Handler(BaseHTTPRequestHandler):
    """One connection: CONNECT, then TLS, then requests."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # an answer is two small writes: not to wait for the first one's receipt
    server: "_Server"
    host = ""

    def do_CONNECT(self) -> None:
        self.host = self.path.partition(":")[0]
        if self.host not in (LOGIN, MANAGEMENT):
            self.server.azure.refused.append(f"CONNECT {self.path}: a host that no artifact has to do with")
            self.send_error(403)
            return
        self.send_response(200)
        self.end_headers()
        self.connection = self.server.tls.wrap_socket(self.connection, server_side=True)
        self.rfile, self.wfile = self.connection.makefile("rb"), self.connection.makefile("wb", 0)
        self.close_connection = False

    def _any(self) -> None:
        if quick := getattr(socket, "TCP_QUICKACK", None):  # some clients hold the body back till the head is received
            self.connection.setsockopt(socket.IPPROTO_TCP, quick, 1)
        body = self._chunks() if self.headers.get("transfer-encoding") == "chunked" else self._counted()
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer = self.server.azure.answer(self.host, self.command, self.path, headers, body)
        data = json.dumps(answer.body).encode()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = _any  # noqa: N815

    def _counted(self) -> bytes:
        return self.rfile.read(int(self.headers.get("content-length", 0)))

    def _chunks(self) -> bytes:
        parts = []
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def finish(self) -> None:
        super().finish()
        self.connection.close()  # the server closes what it accepted, and knows nothing of the TLS around it

    def log_message(self, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, azure: Azure, tls: ssl.SSLContext) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.azure = azure
        self.tls = tls

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients break off as they please; what they should have sent is missed when the calls are counted."""


class Authority:
    """The certificates of the stand-in, and ``file``, which clients are told to trust."""

    def __init__(self, folder: Path) -> None:
        authority = trustme.CA()
        self.file = folder / "ca.pem"
        authority.cert_pem.write_to_path(str(self.file))
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(LOGIN, MANAGEMENT).configure_cert(self.tls)


@contextmanager
def stand_in(authority: Authority) -> Iterator[tuple[Azure, dict[str, str]]]:
    """A stand-in that runs, and the variables by which clients reach it and sign in."""
    server = _Server(Azure(), authority.tls)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    proxy = f"http://127.0.0.1:{server.server_address[1]}"
    variables = {
        "HTTPS_PROXY": proxy,
        "https_proxy": proxy,
        "HTTP_PROXY": proxy,  # what asks for the machine's own identity must not leave the machine either
        "http_proxy": proxy,
        "NO_PROXY": "",
        "no_proxy": "",
        "AZURE_TENANT_ID": TENANT,
        "AZURE_CLIENT_ID": CLIENT,
        "AZURE_CLIENT_SECRET": SECRET,
        "SSL_CERT_FILE": str(authority.file),
        "REQUESTS_CA_BUNDLE": str(authority.file),
        "NODE_EXTRA_CA_CERTS": str(authority.file),
    }
    try:
        yield server.azure, variables
    finally:
        server.shutdown()
        server.server_close()


def bearer(azure: Azure) -> str:
    """A token, as `az account get-access-token` would print it."""
    return azure._token
