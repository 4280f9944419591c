"""The rules of Bicep's linter that are on by default, by their codes.

Not here, for they look at what no file of ours has, which is checked for all of them at once by the list of what may
be declared and called: modules and nested deployments (secure-params-in-nested-deploy, no-deployments-resources,
nested-deployment-template-scoping, use-recent-module-versions, stacks-extensibility-compat), types and imports
(no-unused-types, no-unused-imports), virtual machines (use-stable-vm-image, protect-commandtoexecute-secrets),
deployment scripts, _artifactsLocation (artifacts-parameters) and what `bicep decompile` leaves (decompiler-cleanup).
What the compiler itself says of types and names is left to the reader in tests/readers/bicep.py. Text with a secure
parameter in it is taken for secure; the compiler was not there to ask whether it agrees.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tree_sitter import Node

from tests.judges import HOSTS
from tests.readers.bicep import tree

KNOWN = {"Microsoft.App/sessionPools", "Microsoft.App/managedEnvironments", "Microsoft.Authorization/roleAssignments"}
KNOWN |= {"Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Authorization/roleDefinitions"}
CALLED = {"allowed", "description", "guid", "json", "maxValue", "minValue", "resourceGroup", "secure"}
CALLED |= {"subscriptionResourceId"}
TEXT = re.compile(r"'(?:\\.|[^'\\\n])*'")
INTERPOLATED = re.compile(r"(?<!\\)\$\{([^}]*)\}")
LOCATIONS = re.compile(r"\b(resourceGroup|deployment)\(\)\.location")
SECRET = re.compile("password|pwd|secret|accountkey|acctkey", re.IGNORECASE)
HARMLESS = re.compile("secretpermissions|secretversion|secretur[il]|secretname", re.IGNORECASE)


class Declaration(NamedTuple):
    """A parameter, variable, resource or output of a file, with its decorators' names."""

    kind: str
    name: str
    node: Node
    decorators: list[str]
    existing: bool


class Bicep:
    """A file, and what is in it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root, self.text = tree(source.encode())
        self.declarations = list(self._declarations())

    def _declarations(self) -> Iterator[Declaration]:
        above: list[str] = []
        for node in self.root.named_children:
            if node.type == "decorators":
                above = [self.text(found).removeprefix("@") for found in node.named_children]
            elif node.type.endswith("_declaration"):
                existing = any(child.type == "existing" for child in node.children)
                kind = node.type.removesuffix("_declaration")
                yield Declaration(kind, self.text(node.named_children[0]), node, above, existing)
                above = []

    def of(self, kind: str) -> list[Declaration]:
        return [found for found in self.declarations if found.kind == kind]

    def nodes(self, type_: str, below: Node | None = None) -> Iterator[Node]:
        here = self.root if below is None else below
        if here.type == type_:
            yield here
        for child in here.named_children:
            yield from self.nodes(type_, child)

    @property
    def code(self) -> str:
        """The source without its comments."""
        return re.sub(r"('(?:\\.|[^'\\\n])*')|//[^\n]*", lambda match: match[1] or "", self.source)

    def uses(self, name: str) -> int:
        """How often a name stands in code, as itself or in an interpolation."""
        code = TEXT.sub(lambda text: f" {'; '.join(INTERPOLATED.findall(text[0]))};", self.code)
        return len(re.findall(rf"(?<![\w.]){re.escape(name)}\b(?!\s*:)", code))

    def calls(self) -> Iterator[str]:
        yield from re.findall(r"\b([A-Za-z_]\w*)\(", TEXT.sub("''", self.code))

    def secure(self) -> set[str]:
        return {found.name for found in self.of("parameter") if "secure()" in found.decorators}


Check = Callable[[Bicep], Iterator[str]]


def use_secure_value(file: Bicep) -> Iterator[str]:
    """A secret is empty, or of a secure parameter, alone or among text."""
    for property_ in file.nodes("object_property"):
        name, value = property_.named_children
        if file.text(name) == "secrets":
            for inner in file.nodes("object_property", value):
                key, secret = inner.named_children
                names = set(re.findall(r"[A-Za-z_]\w*", " ".join(re.findall(r"\$\{([^}]*)\}", file.text(secret)))))
                names |= {file.text(secret)} if secret.type == "identifier" else set()
                if file.text(key) == "value" and file.text(secret) != "''" and not names & file.secure():
                    yield file.text(secret)


def secure_secrets_in_params(file: Bicep) -> Iterator[str]:
    for found in file.of("parameter"):
        is_text = file.text(found.node.named_children[1]) in ("string", "object")
        if (
            is_text
            and found.name not in file.secure()
            and SECRET.search(found.name)
            and not HARMLESS.search(found.name)
        ):
            yield found.name


def secure_parameter_default(file: Bicep) -> Iterator[str]:
    for found in file.of("parameter"):
        default = [file.text(node) for node in found.node.named_children[2:]]
        if found.name in file.secure() and default and default[0] not in ("''", "{}", "newGuid()"):
            yield found.name


def outputs_have_no_secrets(file: Bicep) -> Iterator[str]:
    for found in file.of("output"):
        words = set(re.findall(r"\w+", file.text(found.node.named_children[-1])))
        if "password" in found.name.lower() or words & file.secure() or any(word.startswith("list") for word in words):
            yield found.name


def prefer_unquoted_property_names(file: Bicep) -> Iterator[str]:
    for property_ in file.nodes("object_property"):
        name = file.text(property_.named_children[0])
        if re.fullmatch(r"'[A-Za-z_]\w*'", name, re.ASCII) and name not in ("'true'", "'false'", "'null'"):
            yield name


def no_unused(kind: str, existing: bool = False) -> Check:
    def check(file: Bicep) -> Iterator[str]:
        for found in file.of(kind):
            if found.existing == existing and file.uses(found.name) < 2:
                yield found.name

    return check


def no_hardcoded_env_urls(file: Bicep) -> Iterator[str]:
    hosts = "|".join(map(re.escape, HOSTS))
    for match in re.finditer(rf"'(?:\\.|[^'\\\n])*(?<![\w-])({hosts})(?![\w-])", file.code):
        yield match[1]


def called(*names: str) -> Check:
    def check(file: Bicep) -> Iterator[str]:
        yield from (name for name in file.calls() if name in names)

    return check


def only_what_is_known(file: Bicep) -> Iterator[str]:
    yield from {node.type for node in file.root.named_children} - {
        "comment", "decorators", "parameter_declaration", "variable_declaration", "resource_declaration",
        "output_declaration", "metadata_declaration",
    }  # fmt: skip
    yield from set(file.calls()) - CALLED


def simplify_interpolation(file: Bicep) -> Iterator[str]:
    for match in re.finditer(r"'\$\{[^{}']*\}'(?!\s*:)", file.code):
        yield match[0]


def simplify_json_null(file: Bicep) -> Iterator[str]:
    yield from re.findall(r"json\('null'\)", file.code)


def use_recognized_resource_type(file: Bicep) -> Iterator[str]:
    types = re.findall(r"[rR]esourceId\(\s*'([^']*)'", file.code)
    types += [file.text(found.node.named_children[1]).strip("'").partition("@")[0] for found in file.of("resource")]
    yield from (type_ for type_ in types if type_ not in KNOWN)


def use_resource_symbol_reference(file: Bicep) -> Iterator[str]:
    yield from (name for name in file.calls() if name == "reference" or re.fullmatch("list[A-Z]\\w*", name))


def use_parent_property(file: Bicep) -> Iterator[str]:
    for found in file.of("resource"):
        type_ = file.text(found.node.named_children[1]).partition("@")[0]
        if type_.count("/") > 1:
            yield found.name


def use_safe_access(file: Bicep) -> Iterator[str]:
    yield from re.findall(r"contains\([^()]*\)\s*\?", file.code)


def no_property(*names: str) -> Check:
    def check(file: Bicep) -> Iterator[str]:
        for property_ in file.nodes("object_property"):
            if file.text(property_.named_children[0]) in names:
                yield file.text(property_)

    return check


def at_most(kind: str, most: int) -> Check:
    def check(file: Bicep) -> Iterator[str]:
        yield from (found.name for found in file.of(kind)[most:])

    return check


def no_conflicting_metadata(file: Bicep) -> Iterator[str]:
    for found in file.declarations:
        names = [text.partition("(")[0] for text in found.decorators]
        if len(names) != len(set(names)) or "metadata" in names:
            yield found.name


DEFAULT: dict[str, Check] = {
    "use-secure-value-for-secure-inputs": use_secure_value,
    "secure-secrets-in-params": secure_secrets_in_params,
    "secure-parameter-default": secure_parameter_default,
    "outputs-should-not-contain-secrets": outputs_have_no_secrets,
    "prefer-unquoted-property-names": prefer_unquoted_property_names,
    "no-unused-params": no_unused("parameter"),
    "no-unused-vars": no_unused("variable"),
    "no-unused-existing-resources": no_unused("resource", existing=True),
    "no-hardcoded-env-urls": no_hardcoded_env_urls,
    "prefer-interpolation": called("concat", "format"),
    "no-explicit-any": called("any"),
    "use-stable-resource-identifiers": called("newGuid", "utcNow"),
    "what other rules are about": only_what_is_known,
    "simplify-interpolation": simplify_interpolation,
    "simplify-json-null": simplify_json_null,
    "use-recognized-resource-type": use_recognized_resource_type,
    "use-resource-symbol-reference": use_resource_symbol_reference,
    "use-parent-property": use_parent_property,
    "use-safe-access": use_safe_access,
    "no-unnecessary-dependson": no_property("dependsOn"),
    "adminusername-should-not-be-literal": no_property("adminUsername"),
    "max-params": at_most("parameter", 256),
    "max-variables": at_most("variable", 512),
    "max-resources": at_most("resource", 800),
    "max-outputs": at_most("output", 64),
    "no-conflicting-metadata": no_conflicting_metadata,
}


def no_hardcoded_location(file: Bicep) -> Iterator[str]:
    for property_ in file.nodes("object_property"):
        name, value = property_.named_children
        if file.text(name) == "location" and value.type == "string" and file.text(value) != "'global'":
            yield file.text(value)


def no_location_expression_outside_parameters(file: Bicep) -> Iterator[str]:
    lines = [line for line in file.code.split("\n") if not line.startswith("param ")]
    yield from LOCATIONS.findall("\n".join(lines))


MODULE: dict[str, Check] = {  # off by default
    "no-hardcoded-location": no_hardcoded_location,
    "no-loc-expr-outside-params": no_location_expression_outside_parameters,
}


def secure_params_in_parameters_file(text: str, secure: set[str]) -> Iterator[str]:
    """The secure parameters of a file that its parameter file gives a literal for, or hands on to another parameter."""
    for match in re.finditer(r"^param (\w+) = ((?:[^\n]|\n(?=[ )]))*)", text, re.MULTILINE):
        name, value = match.groups()
        if name in secure and not re.match(r"(az\.)?(getSecret|readEnvironmentVariable)\(", value):
            yield name
        if name not in secure and any(re.search(rf"\b{other}\b", value) for other in secure):
            yield name
