// Creates or updates the session pool agentsandbox in rg-agents-dev:
//   az deployment group create --subscription 6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10 --resource-group rg-agents-dev --name agentsandbox --parameters dev.bicepparam

@description('Key with which a session reports what happens in it.')
@secure()
param eventsKey string

@description('Tag of the sandbox\'s image.')
param imageTag string = '1.11.0-rc.2'

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'agentsandbox'
  location: 'westeurope'
  tags: {
    product: 'agents'
    owner: 'platform-team@contoso.example'
    environment: 'dev'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev': {}
    }
  }
  properties: {
    environmentId: '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.App/managedEnvironments/cae-agents-dev'
    poolManagementType: 'Dynamic'
    containerType: 'CustomContainer'
    scaleConfiguration: {
      maxConcurrentSessions: 5
      readySessionInstances: 1
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: 'OnContainerExit'
        maxAlivePeriodInSeconds: 900
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
        identity: '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev'
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
              value: 'debug'
            }
            {
              name: 'TELEMETRY'
              value: 'on'
            }
            {
              name: 'EVENTS_KEY'
              secretRef: 'events-key'
            }
          ]
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
        }
      ]
      ingress: {
        targetPort: 8080
      }
    }
    sessionNetworkConfiguration: {
      status: 'EgressEnabled'
    }
    managedIdentitySettings: [
      {
        identity: '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev'
        lifecycle: 'None'
      }
    ]
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
