// Creates or updates the session pool numbers in rg-numbers:
//   az deployment group create --subscription 00000000-0000-0000-0000-000000000000 --resource-group rg-numbers --name numbers --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'numbers'
  location: 'westeurope'
  properties: {
    scaleConfiguration: {
      maxConcurrentSessions: 10
      readySessionInstances: 31
    }
    customContainerTemplate: {
      ingress: {
        targetPort: 65535
      }
      containers: [
        {
          name: 'whole'
          resources: {
            cpu: 1
          }
        }
        {
          name: 'point'
          resources: {
            cpu: 2
          }
        }
        {
          name: 'half'
          resources: {
            cpu: json('0.5')
          }
        }
        {
          name: 'tenth'
          resources: {
            cpu: json('0.1')
          }
        }
        {
          name: 'tiny'
          resources: {
            cpu: json('1e-07')
          }
        }
        {
          name: 'huge'
          resources: {
            cpu: json('1e+21')
          }
        }
        {
          name: 'large'
          resources: {
            cpu: json('1.2345678901234568e+20')
          }
        }
        {
          name: 'third'
          resources: {
            cpu: json('0.3333333333333333')
          }
        }
        {
          name: 'minus'
          resources: {
            cpu: json('-0.0')
          }
        }
        {
          name: 'largest'
          resources: {
            cpu: json('1.7976931348623157e+308')
          }
        }
        {
          name: 'least'
          resources: {
            cpu: json('5e-324')
          }
        }
      ]
    }
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
