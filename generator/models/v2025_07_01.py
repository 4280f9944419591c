"""Request models of API version 2025-07-01. Made by `poolgen models` with datamodel-code-generator 0.89.0; not edited by hand."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt, StrictStr


class UserAssignedIdentity(BaseModel):
    """
    One user-assigned identity; empty in a request.
    """

    model_config = ConfigDict(
        extra='forbid',
    )


class ScaleConfiguration(BaseModel):
    """
    Number of sessions.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    maxConcurrentSessions: Annotated[
        StrictInt | None,
        Field(description='Most sessions at one time.', ge=-2147483648, le=2147483647),
    ] = None
    readySessionInstances: Annotated[
        StrictInt | None,
        Field(
            description='Fewest sessions kept ready to be taken.',
            ge=-2147483648,
            le=2147483647,
        ),
    ] = None


class SessionPoolSecret(BaseModel):
    """
    A named secret of the pool.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    name: Annotated[
        StrictStr | None, Field(description='Name by which the secret is referred to.')
    ] = None
    value: Annotated[
        StrictStr | None,
        Field(description='The secret itself; never returned by the service.'),
    ] = None


class LifecycleConfiguration(BaseModel):
    """
    End of life of a session.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    lifecycleType: Annotated[
        Literal['Timed', 'OnContainerExit'] | None,
        Field(description="What ends a session: idle time, or its container's exit."),
    ] = None
    cooldownPeriodInSeconds: Annotated[
        StrictInt | None,
        Field(
            description='Idle seconds after which a Timed session ends.',
            ge=-2147483648,
            le=2147483647,
        ),
    ] = None
    maxAlivePeriodInSeconds: Annotated[
        StrictInt | None,
        Field(
            description='Seconds after which an OnContainerExit session ends at the latest.',
            ge=-2147483648,
            le=2147483647,
        ),
    ] = None


class SessionRegistryCredentials(BaseModel):
    """
    Credentials for a private registry.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    server: Annotated[
        StrictStr | None, Field(description='Host name of the registry.')
    ] = None
    username: Annotated[
        StrictStr | None, Field(description='User name at the registry.')
    ] = None
    passwordSecretRef: Annotated[
        StrictStr | None,
        Field(description="Name of the pool's secret that holds the password."),
    ] = None
    identity: Annotated[
        StrictStr | None,
        Field(
            description="Managed identity for an Azure Container Registry: a user-assigned identity's resource ID, or system."
        ),
    ] = None


class EnvironmentVar(BaseModel):
    """
    An environment variable, by value or from a secret.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    name: Annotated[StrictStr | None, Field(description='Name of the variable.')] = None
    value: Annotated[
        StrictStr | None, Field(description='Its value, where that is no secret.')
    ] = None
    secretRef: Annotated[
        StrictStr | None,
        Field(description="Name of the pool's secret that holds the value."),
    ] = None


class SessionContainerResources(BaseModel):
    """
    CPU and memory.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    cpu: Annotated[
        StrictFloat | None,
        Field(
            description='CPU cores, such as 0.5.',
            ge=-1.7976931348623157e+308,
            le=1.7976931348623157e+308,
        ),
    ] = None
    memory: Annotated[
        StrictStr | None, Field(description='Memory with its unit, such as 1Gi.')
    ] = None


class SessionIngress(BaseModel):
    """
    Traffic into a session.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    targetPort: Annotated[
        StrictInt | None,
        Field(
            description='Port on which the container listens.',
            ge=-2147483648,
            le=2147483647,
        ),
    ] = None


class SessionNetworkConfiguration(BaseModel):
    """
    Network of the sessions.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    status: Annotated[
        Literal['EgressEnabled', 'EgressDisabled'] | None,
        Field(description='Whether sessions may reach out to the network.'),
    ] = None


class ManagedIdentitySetting(BaseModel):
    """
    Use of one assigned identity inside sessions.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    identity: Annotated[
        StrictStr,
        Field(
            description='Resource ID of a user-assigned identity of the pool, or system.'
        ),
    ]
    lifecycle: Annotated[
        Literal['None', 'Main'] | None,
        Field(description='Stage of a session in which the identity can be used.'),
    ] = 'None'


class ManagedServiceIdentity(BaseModel):
    """
    System-assigned and user-assigned identities of a resource.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    type: Annotated[
        Literal['None', 'SystemAssigned', 'UserAssigned', 'SystemAssigned,UserAssigned'],
        Field(description='Which kinds of identity the resource has.'),
    ]
    userAssignedIdentities: Annotated[
        dict[str, UserAssignedIdentity] | None,
        Field(
            description='User-assigned identities: full resource ID to an empty object.'
        ),
    ] = None


class DynamicPoolConfiguration(BaseModel):
    """
    Settings of a dynamic pool.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    lifecycleConfiguration: Annotated[
        LifecycleConfiguration | None, Field(description='When a session ends.')
    ] = None


class SessionContainer(BaseModel):
    """
    A container of a session.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    image: Annotated[
        StrictStr | None, Field(description='Image with its tag or digest.')
    ] = None
    name: Annotated[StrictStr | None, Field(description='Name of the container.')] = (
        None
    )
    command: Annotated[
        list[StrictStr] | None, Field(description='Entry point, word by word.')
    ] = None
    args: Annotated[
        list[StrictStr] | None, Field(description='Arguments of the entry point.')
    ] = None
    env: Annotated[
        list[EnvironmentVar] | None, Field(description='Environment variables.')
    ] = None
    resources: Annotated[
        SessionContainerResources | None,
        Field(description='CPU and memory of the container.'),
    ] = None


class CustomContainerTemplate(BaseModel):
    """
    What runs in a session of a custom container pool.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    registryCredentials: Annotated[
        SessionRegistryCredentials | None,
        Field(description='Access to the private registry of the images.'),
    ] = None
    containers: Annotated[
        list[SessionContainer] | None, Field(description='The containers of a session.')
    ] = None
    ingress: Annotated[
        SessionIngress | None, Field(description='Way in to a session.')
    ] = None


class SessionPoolProperties(BaseModel):
    """
    Settings of a session pool.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    environmentId: Annotated[
        StrictStr | None,
        Field(description='Resource ID of the managed environment that runs the pool.'),
    ] = None
    containerType: Annotated[
        Literal['CustomContainer', 'PythonLTS'] | None,
        Field(
            description="What a session runs: a built-in interpreter or a container of one's own."
        ),
    ] = None
    poolManagementType: Annotated[
        Literal['Manual', 'Dynamic'] | None,
        Field(description="Who manages the pool's instances."),
    ] = None
    scaleConfiguration: Annotated[
        ScaleConfiguration | None,
        Field(description='How many sessions the pool holds.'),
    ] = None
    secrets: Annotated[
        list[SessionPoolSecret] | None,
        Field(
            description='Secrets that containers and registry credentials refer to by name.'
        ),
    ] = None
    dynamicPoolConfiguration: Annotated[
        DynamicPoolConfiguration | None,
        Field(description='Settings of a pool whose poolManagementType is Dynamic.'),
    ] = None
    customContainerTemplate: Annotated[
        CustomContainerTemplate | None,
        Field(
            description='The container of a pool whose containerType is CustomContainer.'
        ),
    ] = None
    sessionNetworkConfiguration: Annotated[
        SessionNetworkConfiguration | None,
        Field(description='Network access of the sessions.'),
    ] = None
    managedIdentitySettings: Annotated[
        list[ManagedIdentitySetting] | None,
        Field(description='When code in a session may use each assigned identity.'),
    ] = None


class SessionPool(BaseModel):
    """
    A session pool of Azure Container Apps.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    tags: Annotated[
        dict[str, StrictStr] | None,
        Field(description='Tags of the resource, text to text.'),
    ] = None
    location: Annotated[StrictStr, Field(description='Azure region of the pool.')]
    identity: Annotated[
        ManagedServiceIdentity | None,
        Field(
            description='Managed identities the pool may use towards other Azure services, so that no credential stands in code.'
        ),
    ] = None
    properties: Annotated[
        SessionPoolProperties | None,
        Field(description='What makes the resource a session pool.'),
    ] = None


class SessionPoolRequest(BaseModel):
    """
    PUT of a Microsoft.App/sessionPools resource: the parameters of its address and its body.
    """

    model_config = ConfigDict(
        extra='forbid',
    )
    subscriptionId: Annotated[
        StrictStr,
        Field(
            description='Subscription that holds the pool, as a UUID.',
            pattern='^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
        ),
    ]
    resourceGroupName: Annotated[
        StrictStr,
        Field(
            description='Resource group that holds the pool; upper and lower case are the same to Azure.',
            max_length=90,
            min_length=1,
            pattern='^[-\\w\\._\\(\\)]+$',
        ),
    ]
    sessionPoolName: Annotated[
        StrictStr,
        Field(
            description='Name of the pool: a lower-case letter, then lower-case letters and digits.',
            max_length=63,
            min_length=3,
            pattern='^[a-z][a-z0-9]*$',
        ),
    ]
    api_version: Annotated[
        Literal['2025-07-01'],
        Field(
            alias='api-version',
            description='Version of the API that the request speaks.',
            min_length=1,
        ),
    ]
    sessionPoolEnvelope: Annotated[
        SessionPool, Field(description='The pool as it is to become.')
    ]
