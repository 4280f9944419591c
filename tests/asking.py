"""Pools that ask for values at deploy time: that of tests/deferred, hostile ones, and such as need little."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from generator import naming, pipeline
from generator.targets import Request
from tests.answers import NEEDED
from tests.conftest import HERE

# What languages, their tools and our own programs keep for themselves.
NAMES = (
    *("class", "func", "def", "type", "err", "client", "data", "main", "String", "int", "var", "lambda", "await"),
    *("credential", "poller", "ctx", "options", "operation", "manager", "args", "sessionPool", "session-pool-name"),
    *("subscription_id", "resourceGroupName", "required", "Integer", "number", "optional", "problems", "PROBLEMS2"),
    *("os-x", "sys", "print", "to", "fmt", "token", "request", "test", "name", "value", "text", "description"),
    *("fallback", "fallback-value", "class_value", "a_1", "a1", "x-id", "self", "match", "record", "yield", "nil"),
)
# What stands around a value, and may mean something to a language.
TEXTS = (
    *("", " ", '"', "'", "\"'", "''\"", "\\", "\\\\", "\\n", "\n", "\r\n\t", "{", "}", "{{", "}}", "{{x}}", "{ {"),
    *("$", "${x}", "$(x)", "%", "%s", "%%d", "#{x}", '"""', "//", "/* */", "# x", "\\u0041", "\\u007b", "\\N{DASH}"),
    *("\0", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "é", "日本", "🚀", " + ", '" + x + "', "x, y", "@x = y", "<"),
)
HEAD = "apiVersion: 2025-07-01\nsubscriptionId: 34adfa4f-cedf-4dc0-ba29-b6d1a69ab345\nresourceGroup: rg\n"
BODY = """\
location: {location}
tags:
{tags}
properties:
  environmentId: /subscriptions/x/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/cae
  poolManagementType: Dynamic
  containerType: CustomContainer
  scaleConfiguration: {{maxConcurrentSessions: 10, readySessionInstances: 1}}
  dynamicPoolConfiguration: {{lifecycleConfiguration: {{cooldownPeriodInSeconds: {seconds}}}}}
  customContainerTemplate:
    containers:
      - name: main
        image: registry.contoso.example/app:1
        resources: {{cpu: {cpu}, memory: 2Gi}}
        args:
          - --verbose
{args}
    ingress: {{targetPort: 80}}
"""
LONG = 10_001  # characters: more than Java has in one constant


class Asking(NamedTuple):
    """A pool that asks, and answers to all that it asks for without a default."""

    request: Request
    answers: dict[str, str]


def checked(folder: Path, template: str, values: Mapping[str, object] = {}) -> Request:
    """The request of a template."""
    for name, text in (("profiles/p.yaml", HEAD + _values(values)), ("pools/asking.yaml.j2", template)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (request,) = pipeline.check(pipeline.Project(folder / "profiles", folder / "pools")).requests.values()
    return request._replace(session_pool_name=folder.name)


def _values(values: Mapping[str, object]) -> str:
    return yaml.safe_dump({"values": values}) if values else ""


def body(
    args: str = "", tags: str = "  x: y", seconds: str = "300", cpu: str = "1", location: str = "westeurope"
) -> str:
    """A template of which a few places are given; an argument for each line of ``args``."""
    items = "".join(f"          - {line}\n" for line in args.splitlines())
    return BODY.format(location=location, tags=tags, seconds=seconds, cpu=cpu, args=items)


def asking(folder: Path) -> dict[str, Asking]:
    """The pools by name, which is their pools' name as well."""
    project = pipeline.Project(HERE / "deferred/profiles", HERE / "deferred/templates")
    (deferred,) = pipeline.check(project).requests.values()
    names = "\n".join(f"{{{{ parameter('{name}') }}}}" for name in NAMES)
    middle, idle = "parameter('middle')", "parameter('IDLE', default=300)"
    texts = [
        f"{{{{ values.texts[{index}] ~ {middle} ~ values.texts[{index}] ~ {idle} ~ values.texts[{-1 - index}] }}}}"
        for index in range(len(TEXTS))
    ]
    texts += [f"{{{{ {idle} ~ {idle} }}}}", f"{{{{ {idle} ~ {idle} ~ {middle} }}}}", f"{{{{ {middle} ~ {middle} }}}}"]
    texts += [f"{{{{ values.long ~ {idle} ~ {middle} }}}}"]
    keys = f"  {{{{ {middle} }}}}: key\n  {{{{ 'a' ~ {middle} ~ values.texts[2] }}}}: keyed"
    little = {
        "one-text": (body("{{ parameter('oneText') }}"), {"ONE_TEXT": "x"}),
        "one-default": (body("{{ parameter('oneDefault', default='') }}"), {}),
        "one-integer": (body(seconds="{{ parameter('oneInteger', default=400) }}"), {}),
        "one-number": (body(cpu="{{ parameter('oneNumber') }}"), {"ONE_NUMBER": "1.25"}),
        "one-location": (body(location="{{ parameter('oneLocation') }}"), {"ONE_LOCATION": "East US"}),
    }
    values = {"texts": list(TEXTS), "long": "x{" * LONG}
    hostile = checked(folder / "texts", body("\n".join(texts), keys, f"{{{{ {idle} }}}}"), values)
    return {
        "parameterized": Asking(deferred, NEEDED),
        "names": Asking(checked(folder / "names", body(names)), {naming.environment(name): name for name in NAMES}),
        "texts": Asking(hostile, {"MIDDLE": "\"'{x}\\ é"}),
        **{name: Asking(checked(folder / name, text), answers) for name, (text, answers) in little.items()},
    }
