// Creates or updates the session pool builtin in rg-builtin:
//   az deployment group create --subscription ABCDEF01-2345-6789-abcd-ef0123456789 --resource-group rg-builtin --name builtin --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'builtin'
  location: 'swedencentral'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one': {}
    }
  }
  properties: {
    containerType: 'PythonLTS'
    poolManagementType: 'Manual'
    scaleConfiguration: {
      maxConcurrentSessions: 2147483647
      readySessionInstances: -2147483648
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: 'Timed'
        cooldownPeriodInSeconds: 0
      }
    }
    sessionNetworkConfiguration: {
      status: 'EgressEnabled'
    }
    managedIdentitySettings: [
      {
        identity: 'system'
        lifecycle: 'None'
      }
    ]
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
