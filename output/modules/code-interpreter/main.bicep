metadata description = 'Session pool code-interpreter of Azure Container Apps. What differs between environments is a parameter.'

@description('Azure region of the pool.')
param location string = resourceGroup().location

@description('Value of the tag environment.')
param tagEnvironment string

@description('Whether the pool has the tag cost-center.')
param hasTagCostCenter bool = false

@description('Most sessions at one time.')
@minValue(1)
@maxValue(600)
param maxConcurrentSessions int

@description('Idle seconds after which a Timed session ends.')
@minValue(300)
@maxValue(3600)
param cooldownPeriodInSeconds int

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'agentpython'
  location: location
  tags: {
    product: 'agents'
    owner: 'platform-team@contoso.example'
    environment: tagEnvironment
    ...(hasTagCostCenter ? { 'cost-center': '4711' } : {})
  }
  properties: {
    poolManagementType: 'Dynamic'
    containerType: 'PythonLTS'
    scaleConfiguration: {
      maxConcurrentSessions: maxConcurrentSessions
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: 'Timed'
        cooldownPeriodInSeconds: cooldownPeriodInSeconds
      }
    }
    sessionNetworkConfiguration: {
      status: 'EgressDisabled'
    }
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
