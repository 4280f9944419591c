// Creates or updates the session pool everything0123456789 in rg-(every.thing)_1:
//   az deployment group create --subscription 34adfa4f-cedf-4dc0-ba29-b6d1a69ab345 --resource-group 'rg-(every.thing)_1' --name everything0123456789 --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'everything0123456789'
  properties: {
    sessionNetworkConfiguration: {
      status: 'EgressDisabled'
    }
    secrets: [
      {
        name: 'registry-password'
        value: 'first'
      }
      {
        value: 'second'
        name: 'api-token'
      }
    ]
    poolManagementType: 'Dynamic'
    managedIdentitySettings: [
      {
        lifecycle: 'Main'
        identity: 'system'
      }
      {
        identity: '/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a'
      }
    ]
    customContainerTemplate: {
      ingress: {
        targetPort: 8080
      }
      registryCredentials: {
        server: 'test.azurecr.io'
        username: 'puller'
        passwordSecretRef: 'registry-password'
        identity: 'system'
      }
      containers: [
        {
          name: 'main'
          image: 'test.azurecr.io/app:v4'
          command: [
            '/bin/sh'
          ]
          args: [
            '-c'
            'while true; do echo hello; sleep 10;done'
          ]
          env: [
            {
              name: 'PLAIN'
              value: 'text'
            }
            {
              secretRef: 'api-token'
              name: 'TOKEN'
            }
          ]
          resources: {
            memory: '0.5Gi'
            cpu: json('0.25')
          }
        }
        {
          name: 'sidecar'
          image: 'test.azurecr.io/sidecar@sha256:0000000000000000000000000000000000000000000000000000000000000000'
          resources: {
            cpu: 1
            memory: '2Gi'
          }
        }
      ]
    }
    containerType: 'CustomContainer'
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        cooldownPeriodInSeconds: 300
        maxAlivePeriodInSeconds: 86400
        lifecycleType: 'OnContainerExit'
      }
    }
    environmentId: '/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/demokube'
    scaleConfiguration: {
      readySessionInstances: 100
      maxConcurrentSessions: 500
    }
  }
  tags: {
    name: 'first'
    type: 'second'
    'cost-center': '4711'
    environment: 'test'
  }
  location: 'East US'
  identity: {
    userAssignedIdentities: {
      '/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-b': {}
      '/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-a': {}
    }
    type: 'SystemAssigned,UserAssigned'
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
