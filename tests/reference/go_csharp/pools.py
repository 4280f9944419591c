"""Random session pool bodies for the references in this folder: valid, and odd in one way each.

``pool(seed)`` is the same body for the same seed. ``FEATURES`` names the ways; the seed picks one in turn.
"""

import json
import random
import string
from collections.abc import Callable
from typing import Any

from tests.reference.bodies import Example

Body = dict[str, Any]
HOSTILE = [
    *(
        'say "hi"',
        "back\\slash",
        "C:\\new\\table",
        "line\nbreak",
        "tab\there",
        "\r\n",
        "\a\b\v\f\x1b\x7f",
        "nbsp\u00a0",
    ),
    *("\u2028\u2029\u0085", "\u200b\u00ad\u202e", "\U0001f600", "caf\u00e9 \u4e2d\u6587", "e\u0301", "{"),
    *("}", "{}", "a {", "} b", "//", "/* */", "%s %d", "$x ${y} `z`", "'", "''", '"""', "#", "~", "null", "true", "no"),
    *("", " ", "  two  ", "0", "007", "1e3", "0x1F", "1_000", "2020-01-01", "12:30:45", "2024-05-06T07:08:09Z", "<<"),
    *(
        "=",
        "- a",
        "a: b",
        "&a *b",
        "!!int 5",
        "|",
        ">",
        "%",
        "@",
        "`",
        "[x]",
        "{a: 1}",
        "\\u0041",
        "\\",
        '\\"',
        "\ue000",
    ),
]
DOUBLES = [0.25, 0.5, 1, 1.0, 2.0, 0.1, 1e-5, 1e-6, 1e-7, 123456.789, 1e15, 1e16, 1e20, 1e21, 1.5e300, 5e-324, 0, -1.5]
KEYS = [
    *(
        "name",
        "type",
        "path",
        "description",
        "default",
        "protocol",
        "language",
        "http",
        ".x",
        "..",
        "10",
        "9",
        "1",
        "01",
    ),
    *(
        "-1",
        "4294967294",
        "4294967295",
        "4294967296",
        "Aa",
        "aA",
        "_",
        "$key",
        "cost-center",
        "\u00e9",
        "\uff21",
        "1.5",
    ),
    *("\U0001f600", "\ufb01", "key with blanks", 'quo"te', "back\\slash", "__proto", "tab\tkey", "", "A"),
]


class Maker:
    """One random body."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secrets here

    def text(self, most: int = 20) -> str:
        letters = string.ascii_letters + string.digits + "-._/"
        return "".join(self.random.choices(letters, k=self.random.randint(1, most)))

    def some(self, make: Callable[[], Any], most: int = 3) -> list[Any]:
        return [make() for _ in range(self.random.randint(0, most))]

    def maybe(self, **values: Callable[[], Any]) -> Body:
        names = [name for name in values if self.random.random() < 0.75]
        self.random.shuffle(names)
        return {name: values[name]() for name in names}

    def number(self) -> int:
        return self.random.choice([0, 1, 5, 80, 600, 86400, 2**31 - 1, -1, self.random.randint(0, 10**6)])

    def choice(self, *values: str) -> str:
        return self.random.choice(values)

    def id(self, kind: str) -> str:
        return f"/subscriptions/{self.text(8)}/resourceGroups/{self.text(8)}/providers/{kind}/{self.text()}"

    def variable(self) -> Body:
        return self.maybe(name=self.text, value=lambda: self.text(40), secretRef=self.text)

    def container(self) -> Body:
        resources = {"cpu": lambda: self.random.choice([0.25, 0.5, 1, 2]), "memory": lambda: "0.5Gi"}
        return self.maybe(
            image=lambda: self.text(30),
            name=self.text,
            command=lambda: self.some(self.text),
            args=lambda: self.some(lambda: self.text(60)),
            env=lambda: self.some(self.variable),
            resources=lambda: self.maybe(**resources),
        )

    def template(self) -> Body:
        registry = dict.fromkeys(("server", "username", "passwordSecretRef", "identity"), self.text)
        return self.maybe(
            registryCredentials=lambda: self.maybe(**registry),
            containers=lambda: self.some(self.container),
            ingress=lambda: self.maybe(targetPort=self.number),
        )

    def setting(self) -> Body:
        identity = self.random.choice(["system", self.id("Microsoft.ManagedIdentity/userAssignedIdentities")])
        return {"identity": identity} | self.maybe(lifecycle=lambda: self.choice("None", "Main", "Init", "All"))

    def properties(self) -> Body:
        lifecycle = {
            "lifecycleType": lambda: self.choice("Timed", "OnContainerExit"),
            "cooldownPeriodInSeconds": self.number,
            "maxAlivePeriodInSeconds": self.number,
        }
        return self.maybe(
            environmentId=lambda: self.id("Microsoft.App/managedEnvironments"),
            containerType=lambda: self.choice("CustomContainer", "PythonLTS"),
            poolManagementType=lambda: self.choice("Manual", "Dynamic"),
            scaleConfiguration=lambda: self.maybe(maxConcurrentSessions=self.number, readySessionInstances=self.number),
            secrets=lambda: self.some(lambda: self.maybe(name=self.text, value=self.text)),
            dynamicPoolConfiguration=lambda: self.maybe(lifecycleConfiguration=lambda: self.maybe(**lifecycle)),
            customContainerTemplate=self.template,
            sessionNetworkConfiguration=lambda: self.maybe(
                status=lambda: self.choice("EgressEnabled", "EgressDisabled")
            ),
            managedIdentitySettings=lambda: self.some(self.setting),
        )

    def identity(self) -> Body:
        kinds = ("None", "SystemAssigned", "UserAssigned", "SystemAssigned,UserAssigned")
        ids: Body = {
            self.id("Microsoft.ManagedIdentity/userAssignedIdentities"): {} for _ in range(self.random.randint(0, 3))
        }
        return {"type": self.choice(*kinds)} | self.maybe(userAssignedIdentities=lambda: ids)

    def body(self) -> Body:
        tags = {self.text(): self.text() for _ in range(self.random.randint(0, 4))}
        parts = self.maybe(tags=lambda: tags, identity=self.identity, properties=self.properties)
        return {"location": self.choice("East US", "westeurope")} | parts


def _texts(maker: Maker, value: Any, texts: Callable[[], str], share: float) -> Any:
    """The value with some of its free texts replaced: no choices, no locations, no identities' types."""
    match value:
        case dict():
            kept = ("location", "type", "containerType", "poolManagementType", "lifecycleType", "status", "lifecycle")
            return {key: item if key in kept else _texts(maker, item, texts, share) for key, item in value.items()}
        case list():
            return [_texts(maker, item, texts, share) for item in value]
        case str() if maker.random.random() < share:
            return texts()
    return value


def plain(maker: Maker, body: Body) -> Body:
    return body


def hostile(maker: Maker, body: Body) -> Body:
    def text() -> str:
        return "".join(
            maker.random.choice([*HOSTILE, maker.text()]) for _ in range(maker.random.choice([1, 1, 1, 2, 4]))
        )

    return _texts(maker, body, text, 0.8)  # type: ignore[no-any-return]


def unicode(maker: Maker, body: Body) -> Body:
    def text() -> str:
        code = maker.random.choice([0x80, 0x250, 0x3000, 0xD800, 0xFFFE, 0x20000, 0x110000])
        return "".join(chr(maker.random.randrange(1, code)) for _ in range(6)).encode(errors="ignore").decode()

    return _texts(maker, body, text, 0.6)  # type: ignore[no-any-return]


def long(maker: Maker, body: Body) -> Body:
    return _texts(maker, body, lambda: maker.text(200), 0.7)  # type: ignore[no-any-return]


def tags(maker: Maker, body: Body) -> Body:
    keys = maker.random.sample(KEYS, maker.random.randint(0, 12)) + [maker.text(90) for _ in range(3)]
    maker.random.shuffle(keys)
    return body | {"tags": {key: maker.random.choice([maker.text(), *HOSTILE[:20]]) for key in keys}}


def env(maker: Maker, body: Body) -> Body:
    containers = [maker.container() | {"env": [maker.variable() for _ in range(maker.random.randint(0, 25))]}]
    return body | {"properties": maker.properties() | {"customContainerTemplate": {"containers": containers * 2}}}


def identities(maker: Maker, body: Body) -> Body:
    ids: Body = {maker.id("Microsoft.ManagedIdentity/userAssignedIdentities") + maker.text(60): {} for _ in range(4)}
    settings = [maker.setting() for _ in range(4)]
    kind = {"type": "SystemAssigned,UserAssigned", "userAssignedIdentities": ids}
    return body | {"identity": kind, "properties": maker.properties() | {"managedIdentitySettings": settings}}


def numbers(maker: Maker, body: Body) -> Body:
    containers = [{"resources": {"cpu": maker.random.choice(DOUBLES), "memory": "1Gi"}} for _ in range(6)]
    template = {"containers": containers, "ingress": {"targetPort": maker.number()}}
    return body | {"properties": maker.properties() | {"customContainerTemplate": template}}


def empties(maker: Maker, body: Body) -> Body:
    def emptied(value: Any) -> Any:
        match value:
            case dict() | list() if maker.random.random() < 0.35:
                return type(value)()
            case dict():
                whole = ("managedIdentitySettings", "environmentId")  # an empty one would not be valid
                return {key: item if key in whole else emptied(item) for key, item in value.items()}
            case list():
                return [emptied(item) for item in value]
            case str() if maker.random.random() < 0.1:
                return ""
        return value

    body = body | {"properties": maker.properties()}
    return {key: emptied(item) if key in ("tags", "properties") else item for key, item in body.items()}


def choices(maker: Maker, body: Body) -> Body:
    other = maker.random.choice(["Shell", "timed", "a-b c", "1st", 'quo"te', "NodeLTS", ""])
    properties = maker.properties() | {"containerType": other, "poolManagementType": other}
    properties |= {"sessionNetworkConfiguration": {"status": other}}
    properties |= {"managedIdentitySettings": [{"identity": "system", "lifecycle": other}]}
    return body | {"properties": properties}


FEATURES = [plain, hostile, unicode, long, tags, env, identities, numbers, empties, choices]


def pool(seed: int) -> Body:
    """The body of a seed, whose feature is ``FEATURES[seed % len(FEATURES)]``."""
    maker = Maker(seed)
    return FEATURES[seed % len(FEATURES)](maker, maker.body())


def examples(count: int, seed: int) -> list[Example]:
    """``count`` examples whose requests are pools."""
    return [_example(number) for number in range(seed * count, (seed + 1) * count)]


def _example(seed: int) -> Example:
    """The example whose request is the pool of a seed, mostly with a response."""
    maker = Maker(seed + 1)
    answer = json.loads(json.dumps(pool(seed + 10**6))) | {"id": "/x", "name": "n", "type": "t"}
    answer.setdefault("properties", {})["provisioningState"] = maker.choice("Succeeded", "InProgress", "Odd")
    if maker.random.random() < 0.3:
        answer["systemData"] = {"createdAt": maker.choice("2024-05-06T07:08:09Z", "2024-05-06T07:08:09.1234567+02:00")}
    parameters = {"subscriptionId": "s", "resourceGroupName": maker.choice("rg", 'r"g\\'), "sessionPoolName": "pool"}
    body = {"api-version": "2025-07-01", "sessionPoolEnvelope": pool(seed)}
    responses = {"200": {"body": answer}} if maker.random.random() < 0.9 else {"201": {"body": answer}}
    document = {"parameters": parameters | body, "responses": responses}
    return Example(f"p{seed}", f"Pool p{seed}", document, FEATURES[seed % len(FEATURES)].__name__)
