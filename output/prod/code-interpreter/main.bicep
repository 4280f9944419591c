// Creates or updates the session pool agentpython in rg-agents-prod:
//   az deployment group create --subscription c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3 --resource-group rg-agents-prod --name agentpython --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'agentpython'
  location: 'westeurope'
  tags: {
    product: 'agents'
    owner: 'platform-team@contoso.example'
    environment: 'prod'
    'cost-center': '4711'
  }
  properties: {
    poolManagementType: 'Dynamic'
    containerType: 'PythonLTS'
    scaleConfiguration: {
      maxConcurrentSessions: 600
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: 'Timed'
        cooldownPeriodInSeconds: 900
      }
    }
    sessionNetworkConfiguration: {
      status: 'EgressDisabled'
    }
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
