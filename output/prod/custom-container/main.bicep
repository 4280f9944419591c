// Creates or updates the session pool agentsandbox in rg-agents-prod:
//   az deployment group create --subscription c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3 --resource-group rg-agents-prod --name agentsandbox --parameters prod.bicepparam

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
    environment: 'prod'
    'cost-center': '4711'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod': {}
    }
  }
  properties: {
    environmentId: '/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.App/managedEnvironments/cae-agents-prod'
    poolManagementType: 'Dynamic'
    containerType: 'CustomContainer'
    scaleConfiguration: {
      maxConcurrentSessions: 300
      readySessionInstances: 40
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
        identity: '/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod'
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
            '--max-open-files=65536'
          ]
          env: [
            {
              name: 'LOG_LEVEL'
              value: 'info'
            }
            {
              name: 'EVENTS_KEY'
              secretRef: 'events-key'
            }
          ]
          resources: {
            cpu: 1
            memory: '2Gi'
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
        identity: '/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod'
        lifecycle: 'None'
      }
    ]
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
