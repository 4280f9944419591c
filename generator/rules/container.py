"""Container (SP4): what runs in a session of a custom container pool."""

import re
from collections.abc import Iterator

from generator.bounds import BOUNDS
from generator.pool import Hit, Place, Pool, repeated
from generator.rules import rule

CONTAINERS = "properties.customContainerTemplate.containers"
PORT = "properties.customContainerTemplate.ingress.targetPort"
SIZES = {quarters / 4: quarters / 2 for quarters in range(1, 9)}  # cores to Gi of memory
_NAME = re.compile(r"[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,254}[a-zA-Z0-9.])?")
_MEMORY = re.compile(r"([0-9]+(?:\.[0-9]+)?)Gi")


def _template(pool: Pool) -> Place:
    return pool.at("properties.customContainerTemplate")


@rule("SP401", "error", "terraform azurerm")
def some_container(pool: Pool) -> Iterator[Hit]:
    """A customContainerTemplate must have a container.

    Why: Without one there is nothing to run.
    Fix: Add a container with name, image and resources.
    """
    if pool.is_custom and _template(pool).is_set and not pool.containers:
        yield pool.at(CONTAINERS).hit("a list with a container")


@rule("SP402", "warning", "azure-cli creates pools of one; no documentation shows more")
def one_container(pool: Pool) -> Iterator[Hit]:
    """A customContainerTemplate should have no second container.

    Why: Each client creates one, each example shows one, and requests go to one port.
    Fix: Put what runs together into one image.
    """
    for container in pool.containers[1:]:
        yield container.hit("one container", found="another container")


@rule("SP403", "error", "Microsoft Learn: sessions in custom containers; terraform azurerm")
def image_is_set(pool: Pool) -> Iterator[Hit]:
    """A container must have an image.

    Why: Without one there is nothing to run.
    Fix: Set image to a Linux image for amd64, with its registry and tag.
    """
    for container in pool.containers:
        if not container.at("image").value:
            yield container.at("image").hit("an image, such as contoso.azurecr.io/sandbox:1.4.2")


@rule("SP404", "warning", "Microsoft Learn: sessions in custom containers")
def image_has_a_tag_of_its_own(pool: Pool) -> Iterator[Hit]:
    """An image must have a tag or digest that means one build.

    Why: The service fetches an image when its name changes. A new build under the old tag, such as latest, never runs.
    Fix: Tag each build anew, or name it by its digest.
    """
    for container in pool.containers:
        image = container.at("image").text
        tag = image.rpartition("/")[2].partition(":")[2]  # of a digest, its hash
        if image and tag in ("", "latest"):
            hint = "" if tag else "without a tag it is latest"
            yield container.at("image").hit("a tag that means one build, or a digest", hint)


@rule("SP405", "warning", "terraform azurerm; azure-cli takes the pool's name in lower case")
def container_has_a_name(pool: Pool) -> Iterator[Hit]:
    """A container must have a name of letters, digits, '-' and '.', with no sign first and no '-' last.

    Why: Terraform refuses other names.
    Fix: Name it in lower case, as a DNS label.
    """
    for container in pool.containers:
        if not _NAME.fullmatch(container.at("name").text):
            yield container.at("name").hit("a name such as 'sandbox'")


@rule("SP406", "warning", "azure-rest-api-specs: containers are told apart by their names")
def container_names_differ(pool: Pool) -> Iterator[Hit]:
    """The containers of a template must have different names.

    Why: They are told apart by their names, when they are changed as well.
    Fix: Rename one.
    """
    yield from repeated(pool.containers, "name")


@rule("SP407", "warning", "terraform azurerm; azure-cli")
def variable_has_one_value(pool: Pool) -> Iterator[Hit]:
    """An environment variable must have either a value or a secretRef.

    Why: The clients send one of the two; where both are set, the value is ignored.
    Fix: Keep one: value where it is no secret, else secretRef.
    """
    for variable in _variables(pool):
        value, secret = variable.at("value"), variable.at("secretRef")
        if value.is_set and secret.is_set:
            yield value.hit(hint="take out value or secretRef")
        elif not value.is_set and not secret.is_set:
            yield variable.hit("value or secretRef")


@rule("SP408", "warning", "azure-cli; azure-rest-api-specs: variables are told apart by their names")
def variable_names_differ(pool: Pool) -> Iterator[Hit]:
    """The environment variables of a container must have different names.

    Why: azure-cli refuses a name that stands twice; of two values, one is lost.
    Fix: Remove one.
    """
    for container in pool.containers:
        yield from repeated(container.at("env").items, "name")


@rule("SP409", "warning", "azure-rest-api-specs; azure-cli; terraform azurerm")
def variable_has_a_name(pool: Pool) -> Iterator[Hit]:
    """An environment variable must have a name.

    Why: No client sends one without; no code could read it.
    Fix: Set its name.
    """
    for variable in _variables(pool):
        if not variable.at("name").value:
            yield variable.at("name").hit("a name such as 'LOG_LEVEL'")


def _variables(pool: Pool) -> list[Place]:
    return [variable for container in pool.containers for variable in container.at("env").items]


@rule("SP410", "warning", "azure-cli; Microsoft Learn: containers in Azure Container Apps")
def cpu_goes_with_memory(pool: Pool) -> Iterator[Hit]:
    """The CPU and the memory of a container must be set together.

    Why: Container Apps know them as pairs.
    Fix: Set both: cpu in cores, and memory to twice as many Gi.
    """
    for resources in (container.at("resources") for container in pool.containers):
        cpu, memory = resources.at("cpu"), resources.at("memory")
        if cpu.is_set and not memory.is_set:
            yield memory.hit(_size(cpu.number))
        elif memory.is_set and not cpu.is_set:
            yield cpu.hit("cores, half as many as the memory has Gi")


@rule("SP411", "warning", "azure-cli; Microsoft Learn: containers in Azure Container Apps")
def size_is_known(pool: Pool) -> Iterator[Hit]:
    """A container must have 0.25 to 2 cores in steps of 0.25, and twice as many Gi of memory.

    Why: azure-cli names these bounds, and the sizes of Container Apps stand in this proportion. The documentation does
    not say which others session pools take.
    Fix: Take 0.25 and 0.5Gi, 0.5 and 1Gi, 0.75 and 1.5Gi, 1 and 2Gi, and so on to 2 and 4Gi.
    """
    for resources in (container.at("resources") for container in pool.containers):
        cpu, memory = resources.at("cpu"), resources.at("memory")
        given = _MEMORY.fullmatch(memory.text)
        if cpu.number is not None and cpu.number not in SIZES:
            yield cpu.hit("0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75 or 2")
        right = {SIZES[cpu.number]} if cpu.number in SIZES else {*SIZES.values()}
        if memory.is_set and not (given and float(given[1]) in right):
            yield memory.hit(_size(cpu.number))


def _size(cores: float | None) -> str:
    return f"{SIZES[cores]:g}Gi, as cpu is {cores:g}" if cores in SIZES else "a number with its unit, from 0.5Gi to 4Gi"


@rule("SP412", "warning", "azure-cli; terraform azurerm; Microsoft Learn: sessions in custom containers")
def port_is_set(pool: Pool) -> Iterator[Hit]:
    """A custom container pool must say on which port its container listens.

    Why: The clients refuse a pool without it; requests could not reach a session.
    Fix: Set ingress.targetPort to the port of the container's HTTP server.
    """
    if pool.is_custom and _template(pool).is_set and not pool.at(PORT).is_set:
        yield pool.at(PORT).hit("a port, such as 8080")


@rule("SP413", "error", "azure-cli; terraform azurerm; no TCP port is outside these bounds")
def port_within_bounds(pool: Pool) -> Iterator[Hit]:
    """A port must be a number from 1 to 65535.

    Why: Nothing can listen on another.
    Fix: Set ingress.targetPort to the port of the container's HTTP server.
    """
    port = pool.at(PORT)
    if port.number is not None and not BOUNDS["targetPort"].hold(port.number):
        yield port.hit(str(BOUNDS["targetPort"]))
