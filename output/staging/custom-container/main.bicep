// Creates or updates the session pool agentsandbox in rg-agents-staging:
//   az deployment group create --subscription 6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10 --resource-group rg-agents-staging --name agentsandbox --parameters staging.bicepparam

@description('Key with which a session reports what happens in it.')
@secure()
param eventsKey string

@description('Tag of the sandbox\'s image.')
param imageTag string = '1.10'

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'agentsandbox'
  location: 'westeurope'
  tags: {
    product: 'agents'
    owner: 'platform-team@contoso.example'
    environment: 'staging'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-staging': {}
    }
  }
  properties: {
    environmentId: '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.App/managedEnvironments/cae-agents-staging'
    poolManagementType: 'Dynamic'
    containerType: 'CustomContainer'
    scaleConfiguration: {
      maxConcurrentSessions: 20
      readySessionInstances: 2
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: 'OnContainerExit'
        maxAlivePeriodInSeconds: 3600
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
        identity: '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-staging'
      }
      containers: [
        {
          name: 'sandbox'
          image: 'contosoagents.azurecr.io/agents/sandbox:${imageTag}'
          command: [
            '/bin/sh'
          ]
          args: [
            '-c'
            'exec sandboxd --listen :8080 --log-level "$LOG_LEVEL"'
          ]
          env: [
            {
              name: 'LOG_LEVEL'
              value: 'info'
            }
            {
              name: 'TELEMETRY'
              value: 'on'
            }
            {
              name: 'EVENTS_KEY'
              secretRef: 'events-key'
            }
            {
              name: 'REPLAY_SOURCE'
              value: 'prod: last 24h, anonymised'
            }
          ]
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
        }
      ]
      ingress: {
        targetPort: 8080
      }
    }
    sessionNetworkConfiguration: {
      status: 'EgressDisabled'
    }
    managedIdentitySettings: [
      {
        identity: '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-staging'
        lifecycle: 'None'
      }
    ]
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
