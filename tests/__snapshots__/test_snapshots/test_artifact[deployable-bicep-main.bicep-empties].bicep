// Creates or updates the session pool empties in rg-empties:
//   az deployment group create --subscription 00000000-0000-0000-0000-000000000000 --resource-group rg-empties --name empties --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'empties'
  location: ''
  tags: {
    empty: ''
  }
  identity: {
    type: 'None'
  }
  properties: {
    customContainerTemplate: {
      containers: [
        {
          name: ''
          image: ''
          command: [
            ''
          ]
          args: [
            ''
            ''
          ]
          env: [
            {
              name: ''
              value: ''
            }
          ]
          resources: {
            memory: ''
          }
        }
      ]
    }
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
