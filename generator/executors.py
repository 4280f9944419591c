"""Who may run code in the sessions of a pool: an option of deployments, which assign a role for it."""

from typing import NamedTuple

from generator.codemodel import Parameter, Scalar

ROLE = "0fb8eba5-a2bb-4abe-b1c1-49dfad359bb0"  # Azure ContainerApps Session Executor
DEFINITION = "Microsoft.Authorization/roleDefinitions"
ASSIGNMENT = "Microsoft.Authorization/roleAssignments"
ASSIGNMENT_VERSION = "2022-04-01"
TYPES = ("User", "Group", "ServicePrincipal", "ForeignGroup", "Device")


class Executor(NamedTuple):
    """A principal by its object ID; ``type`` is one of TYPES, or "" where Azure is to look it up.

    In a module ``when`` is the boolean that says whether there is such a one, or None: there always is.
    """

    principal: Scalar | Parameter
    type: str = ""
    when: Parameter | None = None
