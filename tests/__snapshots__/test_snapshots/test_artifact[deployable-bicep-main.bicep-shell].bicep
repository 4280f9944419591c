// Creates or updates the session pool my-shell in rg-shell:
//   az deployment group create --subscription 00000000-0000-0000-0000-000000000000 --resource-group rg-shell --name my-shell --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'my-shell'
  location: 'westeurope'
  properties: {
    poolManagementType: 'Dynamic'
    containerType: 'Shell'
    scaleConfiguration: {
      maxConcurrentSessions: 20
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: 'Timed'
        cooldownPeriodInSeconds: 300
      }
    }
    sessionNetworkConfiguration: {
      status: 'EgressDisabled'
    }
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
