"""What looks like a secret, and what does not. Tokens are made here, so that no scanner takes this file for a leak."""

import base64
import hashlib
import random
import string
from collections.abc import Callable

import pytest

from generator.looks import RANDOM, looks
from tests.conftest import HERE, ROOT

DRAW = random.Random(1)  # noqa: S311 - the same each time
LETTERS = string.ascii_letters + string.digits
WORD = "".join(DRAW.choices(LETTERS, k=200))


def part(size: int) -> str:
    return WORD[:size]


TOKENS = {
    "an AWS access key": "AK" + "IA" + "IOSFODNN7EXAMPLE",
    "a GitHub token": "gh" + "p_" + part(36),
    "a GitHub token, fine-grained": "github_" + "pat_" + part(22) + "_" + part(59),
    "a GitLab token": "gl" + "pat-" + part(20),
    "a Slack token": "xo" + "xb-" + "123456789012-" + part(24),
    "a Slack webhook": "https://hooks.slack" + ".com/services/T0000000/B0000000/" + part(24),
    "a JSON web token": "ey" + "J" + part(20) + ".ey" + "J" + part(30) + "." + part(43),
    "an Azure access key": "DefaultEndpointsProtocol=https;AccountName=x;Account" + "Key=" + part(86) + "==",
    "an Azure access key, of a bus": "Endpoint=sb://x/;SharedAccess" + "Key=" + part(43) + "=",
    "a signature of Azure": "https://x.blob.core.windows.net/c?sv=2022-11-02&se=2026-01-01&sig=" + part(30) + "%3D",
    "a client secret of Entra ID": "abc8" + "Q~" + part(34),
    "a password of a container registry": part(42) + "+AC" + "RD" + part(5),
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----\n" + part(64) + "\n-----END RSA PRIVATE KEY-----\n",
    "a Google API key": "AI" + "za" + part(35),
    "an API key": "sk" + "-proj-" + part(40),
    "a Stripe key": "sk" + "_live_" + part(24),
    "an npm token": "np" + "m_" + part(36),
    "a PyPI token": "py" + "pi-AgE" + part(60),
    "a SendGrid key": "SG" + "." + part(22) + "." + part(43),
    "a Docker Hub token": "dckr" + "_pat_" + part(27),
    "a Hugging Face token": "h" + "f_" + part(34),
    "a password in an address": "amqp://agents:hunter2@broker.contoso.example:5672/",
    "a password": "Server=tcp:db,1433;User Id=app;Password=hunter2;",
    "a password, of a command": "--password=hunter2",
}


@pytest.mark.parametrize("case", TOKENS)
def test_a_known_shape(case: str) -> None:
    (look,) = looks(f"x: '{TOKENS[case]}' # y")
    assert look.what == case.partition(",")[0]
    assert not list(looks(f"x: '{TOKENS[case]}' # y"[: look.start] + "****")), "it is hidden to its first character"


RANDOMS: dict[str, Callable[[random.Random], str]] = {
    "letters and digits, 20": lambda draw: "".join(draw.choices(LETTERS, k=20)),
    "letters and digits, 32": lambda draw: "".join(draw.choices(LETTERS, k=32)),
    "base64 of 32 bytes": lambda draw: base64.b64encode(draw.randbytes(32)).decode(),
    "base64 for addresses": lambda draw: base64.urlsafe_b64encode(draw.randbytes(32)).decode(),
    "hexadecimal, 16 bytes": lambda draw: draw.randbytes(16).hex(),
    "hexadecimal, 32 bytes": lambda draw: draw.randbytes(32).hex(),
}


@pytest.mark.parametrize("case", RANDOMS)
def test_random_words_are_seen(case: str) -> None:
    """Most: one that looks like a name by chance is not."""
    draw = random.Random(2)  # noqa: S311
    seen = sum(any(look.what == RANDOM for look in looks(f"key={RANDOMS[case](draw)}")) for _ in range(500))
    assert seen > 430


PLAIN = [
    "",
    "6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10",
    "/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/e",
    "contoso.azurecr.io/agents/sandbox@sha256:" + hashlib.sha256(b"x").hexdigest(),
    hashlib.sha1(b"x", usedforsecurity=False).hexdigest(),
    "contosoagents.azurecr.io/Agents/SandboxRunnerForPython311:1.11.0-rc.2",
    "https://agents.contoso.example/api/v2/sessions?api-version=2025-07-01&identifier=abc",
    "/usr/local/lib/python3.11/site-packages/numpy/core/_multiarray_umath.so",
    "while true; do echo hello; sleep 10;done",
    "The quick brown fox jumps over the lazy dog, 1234567890 times.",
    "rg-agents-prod-westeurope-001-x7k2p9",
    "ContainerAppsSessionPools_CreateOrUpdate",
    "IdentitySettingsLifeCycleNone",
    "AZURE_CONTAINER_REGISTRY_ENDPOINT",
    "registry-password",
    "Password=${DB_PASSWORD};",
    "Password={{ values.pw }};",
    "--password=$(PASSWORD)",
    "postgres://app:${PASSWORD}@db.contoso.example/agents",
    "https://user@contoso.example/",
    "task-runner-with-a-long-name-2025",
    "2025-07-01T12:00:00.000Z",
    "1.2.3.4.5.6.7.8.9.10.11.12.13.14",
    "InstrumentationKey=6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10;IngestionEndpoint=https://westeurope-5.in.ai.example/",
    "=" * 60,
    "x" * 300,
]


@pytest.mark.parametrize("text", PLAIN)
def test_what_does_not(text: str) -> None:
    assert list(looks(text)) == []


def test_nothing_published_does() -> None:
    """Neither the samples and their artifacts nor the documented examples."""
    files = [
        file
        for folder in (ROOT / "profiles", ROOT / "templates", ROOT / "output", HERE / "documented", HERE / "profiles")
        for file in folder.rglob("*")
        if file.is_file()
    ]
    assert len(files) > 50
    assert [(file, *looks(text)) for file in files if any(looks(text := file.read_text()))] == []
