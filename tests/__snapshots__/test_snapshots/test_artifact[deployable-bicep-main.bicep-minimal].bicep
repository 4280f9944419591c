// Creates or updates the session pool abc in r:
//   az deployment group create --subscription 00000000-0000-0000-0000-000000000000 --resource-group r --name abc --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'abc'
  location: 'westeurope'
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
