"""Small examples, and lines that both the generators and poolgen print for them.

`tests/test_cases.py` holds poolgen to the lines, `make reference` the generators.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from tests.reference.bodies import Example, document

PLACE = "specification/app/resource-manager/Microsoft.App/ContainerApps/stable/2025-07-01/examples/"


class Case(NamedTuple):
    """An example and lines of what is printed for it, in one language."""

    language: str
    example: Example
    lines: str


def _method(title: str, name: str, shown: str | None = None) -> tuple[Case, Case]:
    """A title, the Java method of that name, and how the title is shown in its comment."""
    example = Example("Create", title, document({}), "title")
    return Case("java", example, f" {name}("), Case(
        "java", example, f"     * Sample code: {shown or title}.\n     * \n"
    )


def _java_path(name: str, lines: str) -> Case:
    return Case("java", Example(name, "Create", document({}), "path"), f"    /*\n{lines}\n     */\n")


def _usage(name: str, file: str) -> Case:
    return Case("python", Example(name, "Create", document({}), "path"), f"# USAGE\n    python {file}\n")


def _java(lines: str, **body: Any) -> Case:
    return Case("java", Example("Create", "Create", document(body), "body"), lines)


def _python(lines: str, **body: Any) -> Case:
    return Case("python", Example("Create", "Create", document(body), "body"), lines)


def _container(**container: Any) -> dict[str, Any]:
    return {"customContainerTemplate": {"containers": [container]}}


IDENTITY = (
    "/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/"
    "userAssignedIdentities/agents"
)

LONG = "x" * 60
VARIABLE = f"""
                                            new EnvironmentVar()
                                                .withName(
                                                    "{LONG}")
                                                .withValue("xxxxxxxx").withSecretRef("fakeTokenPlaceholder")"""

CASES = [
    # Titles: words are joined, and keep their capitals but the first.
    *_method("MCP server", "mCPServer"),
    *_method("Pool (preview), v2.0!", "poolPreviewV20"),
    *_method("IO of pools", "ioOfPools"),
    *_method("x \u00df", "xSS"),
    *_method("na\u00efve \u6c60", "na\u00efve\u6c60"),
    *_method("a \U0001f600 b", "aB"),
    *_method("\u0130zmir", "izmir"),
    *_method("3 pools", "threeSpacepools"),
    *_method("-a|b/c\\d=@", "hyphenMinusaVerticalBarbSlashcBackslashdEqualSignAtSign", "-a|b/c\\d=&#064;"),
    *_method("100%", "oneZeroZeroPercentSign"),
    # In their comment nothing is markup, a tag, or the comment's end.
    *_method("a  <b> & c", "aBC", "a &lt;b&gt; &amp; c"),
    *_method("x */ y @see {@link z}", "xYSeeLinkZ", "x *&#47; y &#064;see {@link z}"),
    *_method("The end.", "theEnd", "The end"),
    *_method("how?", "how", "how?"),
    *_method(f"{'b' * 90} c {{@code d e}}", f"{'b' * 90}CCodeDE", f"{'b' * 90} c\n     * {{@code d e}}"),
    *_method(f"{'b' * 92} c {{@link d e}}", f"{'b' * 92}CLinkDE", f"{'b' * 92} c\n     * {{@link d e}}"),
    *_method(f"{'b' * 87} c {{@link d e}}", f"{'b' * 87}CLinkDE", f"{'b' * 87} c {{@link d\n     * e}}"),
    # Paths are addresses; they part at signs where they are too long for a line.
    _java_path(
        "Create (1) \u00e9", f"     * x-ms-original-file:\n     * {PLACE}Create%20%281%29%20%C3%\n     * A9.json"
    ),
    _java_path("a!$&'+,;=@~[b]", f"     * x-ms-original-file:\n     * {PLACE}a%21$&%27+,;=@~%5Bb%5D.\n     * json"),
    _java_path(
        "SessionPools_CreateOrUpdate-of.a-pool",
        f"     * x-ms-original-file: {PLACE}\n     * SessionPools_CreateOrUpdate-of.a-pool.json",
    ),
    _usage("C01_CreateOrUpdate", "c01_create_or_update.py"),
    _usage("SessionPools_MCPServer", "session_pools_mcpserver.py"),
    _usage("createMCPServer-v2.1", "create_mcp_serverv2.1.py"),
    _usage("MCPv2__X", "mc_pv2_x.py"),
    # Numbers
    _java(".withCpu(1.0E7D)", properties=_container(resources={"cpu": 10000000})),
    _java(".withCpu(4.9E-324D)", properties=_container(resources={"cpu": 5e-324})),
    _java(".withCpu(0.0D)", properties=_container(resources={"cpu": -0.0})),
    _java(".withCpu(1.0E-5D)", properties=_container(resources={"cpu": 0.00001})),
    _python('"cpu": "1e+21"', location="x", properties=_container(resources={"cpu": 1e21})),
    _python('"cpu": 1e-07', location="x", properties=_container(resources={"cpu": 1e-7})),
    _python(
        '"cpu": 12345678901234567000', location="x", properties=_container(resources={"cpu": 12345678901234567890})
    ),
    # What is left out, hidden, and put in order
    _java(".withRegion((String) null)", properties={}),
    _java(
        '.withTags(mapOf("name", "1", "type", "2", "1", "3", "10", "4", "9", "5", ".x", "6"))',
        tags={".x": "6", "9": "5", "10": "4", "1": "3", "type": "2", "name": "1"},
    ),
    _java('mapOf("zipcode", "fakeTokenPlaceholder", "zone", "1")', tags={"zone": "1", "zipcode": "2"}),
    _java("Arrays.asList(new SessionPoolSecret(), null)", properties={"secrets": [{}, None]}),
    _python(
        '"tags": {".x": None, "1": "a", "10": "b", "9": "c", "name": "d"}',
        location="x",
        tags={"name": "d", "9": "c", "10": "b", "1": "a", ".x": None},
    ),
    # Where Eclipse wraps, which no simple rule tells
    _java(
        f"""
            .withTags(mapOf("env", "prod", "owner",
                "{IDENTITY}"))
            .create();
""",
        tags={"env": "prod", "owner": IDENTITY},
    ),
    _java(
        f"""
            .withIdentity(new ManagedServiceIdentity().withType(ManagedServiceIdentityType.USER_ASSIGNED)
                .withUserAssignedIdentities(mapOf(
                    "{IDENTITY}",
                    new UserAssignedIdentity())))
            .create();
""",
        identity={"type": "UserAssigned", "userAssignedIdentities": {IDENTITY: {}}},
    ),
    _java(
        """
            .withCustomContainerTemplate(
                new CustomContainerTemplate()
                    .withContainers(
                        Arrays.asList(new SessionContainer().withImage("registry.azurecr.io/agents/runner:1.4.2")
                            .withName("a").withCommand(Arrays.asList("/bin/sh"))
                            .withArgs(Arrays.asList("-c", "while true; do sleep 10; done"))
                            .withEnv(Arrays.asList(new EnvironmentVar().withName("A").withValue("1"),
                                new EnvironmentVar().withName("TOKEN").withSecretRef("fakeTokenPlaceholder"))))))
            .create();
""",
        properties=_container(
            name="a",
            image="registry.azurecr.io/agents/runner:1.4.2",
            command=["/bin/sh"],
            args=["-c", "while true; do sleep 10; done"],
            env=[{"name": "A", "value": "1"}, {"name": "TOKEN", "secretRef": "t"}],
        ),
    ),
    _java(
        f"""
            .withManagedIdentitySettings(Arrays.asList(new ManagedIdentitySetting().withIdentity(
                "{IDENTITY}")
                .withLifecycle(IdentitySettingsLifeCycle.MAIN)))
            .create();
""",
        properties={"managedIdentitySettings": [{"identity": IDENTITY, "lifecycle": "Main"}]},
    ),
    _java(
        """
            .withCustomContainerTemplate(new CustomContainerTemplate()
                .withContainers(Arrays.asList(new SessionContainer().withImage("a").withArgs(Arrays.asList("--one=1",
                    "--two=2", "--three=3", "--four=4", "--five=5", "--six=6", "--seven=7", "--eight=8", "--nine=9")))))
            .create();
""",
        properties=_container(
            image="a",
            args=[
                f"--{name}"
                for name in ("one=1", "two=2", "three=3", "four=4", "five=5", "six=6", "seven=7", "eight=8", "nine=9")
            ],
        ),
    ),
    # Eclipse looks at 50 lines of an old plan before it goes on with it: with 49 or 51 this would be another text.
    _java(
        f"""
            .containerAppsSessionPools().define(
                "testpool")
            .withRegion(
                "x")
            .withExistingResourceGroup(
                "rg")
            .withCustomContainerTemplate(
                new CustomContainerTemplate()
                    .withContainers(
                        Arrays
                            .asList(
                                new SessionContainer().withName("xxxxxxxxxxxx")
                                    .withEnv(Arrays
                                        .asList(
                                            new EnvironmentVar().withName(
                                                "{LONG}")
                                                .withValue("xxxxxxxx").withSecretRef("fakeTokenPlaceholder"),{
            ",".join([VARIABLE] * 11)
        }))))
                    .withIngress(new SessionIngress().withTargetPort(80)))
            .create();
""",
        location="x",
        properties={
            "customContainerTemplate": {
                "containers": [
                    {"name": "x" * 12, "env": [{"name": LONG, "value": "x" * 8, "secretRef": "s"}] * 12},
                ],
                "ingress": {"targetPort": 80},
            }
        },
    ),
    # black's lines, to the column
    _python(
        """
                "scaleConfiguration": {"maxConcurrentSessions": 500, "readySessionInstances": 100},
                "secrets": [{"name": "a", "value": "it's"}, {"name": "b", "value": 'say "hi"'}],
""",
        location="x",
        properties={
            "secrets": [{"value": "it's", "name": "a"}, {"name": "b", "value": 'say "hi"'}],
            "scaleConfiguration": {"readySessionInstances": 100, "maxConcurrentSessions": 500},
            "sessionNetworkConfiguration": {"status": "EgressDisabled"},
        },
    ),
]


def unique(examples: Iterable[Example]) -> dict[str, Example]:
    """The examples, by their text, with a file name and a title each of its own, where no case is about that."""
    given: dict[str, Example] = {}
    for number, example in enumerate(examples):
        name = example.name if example.feature == "path" else f"Case{number}"
        title = example.title if example.feature == "title" else f"Case {number}"
        given.setdefault(str(example), example._replace(name=name, title=title))
    return given
