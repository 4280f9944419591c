"""Container type (SP3): what goes with a built-in interpreter, and what with a container of one's own."""

from collections.abc import Iterator

from generator.pool import Hit, Pool
from generator.rules import rule

ENVIRONMENT = "properties.environmentId"
TEMPLATE = "properties.customContainerTemplate"


@rule("SP301", "error", "azure-cli; terraform azurerm; Microsoft Learn: session pools")
def custom_container_has_environment(pool: Pool) -> Iterator[Hit]:
    """A custom container pool must name the environment that runs it.

    Why: Its containers run in a managed environment with workload profiles; without one there is nowhere to run them.
    Fix: Set environmentId to the resource ID of the Microsoft.App/managedEnvironments resource.
    """
    if pool.is_custom and not pool.at(ENVIRONMENT).is_set:
        yield pool.at(ENVIRONMENT).hit("the resource ID of a managed environment")


@rule("SP302", "warning", "azure-cli")
def built_in_has_no_environment(pool: Pool) -> Iterator[Hit]:
    """A built-in pool must name no environment.

    Why: azure-cli refuses it. The service takes it; what it makes of it is not documented.
    Fix: Take environmentId out.
    """
    if pool.is_built_in and pool.at(ENVIRONMENT).is_set:
        yield pool.at(ENVIRONMENT).hit(hint="take it out, or set containerType to CustomContainer")


@rule("SP303", "error", "terraform azurerm; azure-rest-api-specs")
def custom_container_has_template(pool: Pool) -> Iterator[Hit]:
    """A custom container pool must have a customContainerTemplate.

    Why: Without customContainerTemplate there is no image to run.
    Fix: Set customContainerTemplate, with a container and ingress.
    """
    if pool.is_custom and not pool.at(TEMPLATE).is_set:
        yield pool.at(TEMPLATE).hit("a map with containers and ingress")


@rule("SP304", "warning", "terraform azurerm; azure-cli and the Azure Verified Module send none")
def built_in_has_no_template(pool: Pool) -> Iterator[Hit]:
    """A built-in pool must have no customContainerTemplate.

    Why: A built-in pool runs the service's own image; Terraform refuses another.
    Fix: Take customContainerTemplate out, or set containerType to CustomContainer.
    """
    if pool.is_built_in and pool.at(TEMPLATE).is_set:
        yield pool.at(TEMPLATE).hit(hint="take it out, or set containerType to CustomContainer")


@rule("SP305", "advice", "azure-cli and the Azure Verified Module always send it")
def container_type_is_set(pool: Pool) -> Iterator[Hit]:
    """A pool should say what its sessions run.

    Why: No documentation says what the service takes where nothing is said, and it cannot be changed afterwards.
    Fix: Set containerType.
    """
    place = pool.at("properties.containerType")
    if not place.is_set:
        yield place.hit("CustomContainer or PythonLTS")


@rule(
    "SP306",
    "warning",
    "foundry-samples, an issue of July 2026",
    versions=("2025-10-02-preview", "2026-03-02-preview"),
)
def custom_container_has_no_mcp_server(pool: Pool) -> Iterator[Hit]:
    """A custom container pool cannot have an MCP server.

    Why: The service takes mcpServerSettings of such a pool, and drops them without a word.
    Fix: Take mcpServerSettings out, or use a pool of type Shell.
    """
    place = pool.at("properties.mcpServerSettings")
    if pool.is_custom and place.is_set:
        yield place.hit(hint="take it out; it changes nothing")


@rule("SP307", "warning", "azure-rest-api-specs: ContainerType; azure-cli has both", versions=("2025-07-01",))
def type_is_of_the_version(pool: Pool) -> Iterator[Hit]:
    """A pool must run what its API version lists: CustomContainer or PythonLTS.

    Why: NodeLTS and Shell are of preview versions. The service is known to take them, but nobody promises it.
    Fix: Choose one of the two, unless the pool already has this type.
    """
    place = pool.at("properties.containerType")
    if place.text in ("NodeLTS", "Shell"):
        yield place.hit("CustomContainer or PythonLTS")
