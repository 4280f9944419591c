// Creates or updates the session pool agentpython in rg-agents-staging:
//   az deployment group create --subscription 6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10 --resource-group rg-agents-staging --name agentpython --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'agentpython'
  location: 'westeurope'
  tags: {
    product: 'agents'
    owner: 'platform-team@contoso.example'
    environment: 'staging'
  }
  properties: {
    poolManagementType: 'Dynamic'
    containerType: 'PythonLTS'
    scaleConfiguration: {
      maxConcurrentSessions: 50
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
