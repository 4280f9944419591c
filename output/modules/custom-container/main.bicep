metadata description = 'Session pool custom-container of Azure Container Apps. What differs between environments is a parameter.'

@description('Azure region of the pool.')
param location string = resourceGroup().location

@description('Value of the tag environment.')
param tagEnvironment string

@description('Whether the pool has the tag cost-center.')
param hasTagCostCenter bool = false

@description('Resource ID of the user-assigned identity.')
param identityId string

@description('Resource ID of the managed environment that runs the pool.')
param environmentId string

@description('Most sessions at one time.')
@minValue(1)
param maxConcurrentSessions int

@description('Fewest sessions kept ready to be taken.')
@minValue(1)
param readySessionInstances int

@description('Seconds after which an OnContainerExit session ends at the latest.')
@minValue(1)
param maxAlivePeriodInSeconds int

@description('Key with which a session reports what happens in it.')
@secure()
param eventsKey string

@description('Tag of the sandbox\'s image.')
param imageTag string

@description('Arguments of the entry point, for the container sandbox.')
param args string[]

@description('Value of the environment variable LOG_LEVEL of the container sandbox.')
param logLevel string

@description('Whether the pool has the environment variable TELEMETRY of the container sandbox.')
param hasTelemetry bool = false

@description('Whether the pool has the environment variable REPLAY_SOURCE of the container sandbox.')
param hasReplaySource bool = false

@description('CPU cores, such as 0.5, for the container sandbox.')
param cpu string

@description('Memory with its unit, such as 1Gi, for the container sandbox.')
param memory string

@description('Whether sessions may reach out to the network.')
@allowed([
  'EgressEnabled'
  'EgressDisabled'
])
param sessionNetworkStatus string

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'agentsandbox'
  location: location
  tags: {
    product: 'agents'
    owner: 'platform-team@contoso.example'
    environment: tagEnvironment
    ...(hasTagCostCenter ? { 'cost-center': '4711' } : {})
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    environmentId: environmentId
    poolManagementType: 'Dynamic'
    containerType: 'CustomContainer'
    scaleConfiguration: {
      maxConcurrentSessions: maxConcurrentSessions
      readySessionInstances: readySessionInstances
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: 'OnContainerExit'
        maxAlivePeriodInSeconds: maxAlivePeriodInSeconds
      }
    }
    secrets: [
      {
        name: 'events-key'
        value: eventsKey
      }
    ]
    customContainerTemplate: {
      registryCredentials: {
        server: 'contosoagents.azurecr.io'
        identity: identityId
      }
      containers: [
        {
          name: 'sandbox'
          image: 'contosoagents.azurecr.io/agents/sandbox:${imageTag}'
          command: [
            '/bin/sh'
          ]
          args: args
          env: [
            {
              name: 'LOG_LEVEL'
              value: logLevel
            }
            ...(hasTelemetry
              ? [
                  {
                    name: 'TELEMETRY'
                    value: 'on'
                  }
                ]
              : [])
            {
              name: 'EVENTS_KEY'
              secretRef: 'events-key'
            }
            ...(hasReplaySource
              ? [
                  {
                    name: 'REPLAY_SOURCE'
                    value: 'prod: last 24h, anonymised'
                  }
                ]
              : [])
          ]
          resources: {
            cpu: json(cpu)
            memory: memory
          }
        }
      ]
      ingress: {
        targetPort: 8080
      }
    }
    sessionNetworkConfiguration: {
      status: sessionNetworkStatus
    }
    managedIdentitySettings: [
      {
        identity: identityId
        lifecycle: 'None'
      }
    ]
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
