// Creates or updates the session pool parameterized in rg:
//   az deployment group create --subscription 34adfa4f-cedf-4dc0-ba29-b6d1a69ab345 --resource-group rg --name parameterized --parameters parameters.bicepparam

@description('Azure region of the pool.')
param location string = 'westeurope'

@description('Who answers for the pool, as a tag.')
param owner string

@description('Value of tags.release.')
param release string = 'it\'s {a} \${b} "c" [d] \\ %s'

@description('Part of tags.note.')
param imageTag string = '1.10'

@description('Port on which the container listens.')
@minValue(1)
@maxValue(65535)
param port int = 8080

@description('Resource ID of a user-assigned identity of the pool, or system.')
param identityId string

@description('Part of a name in identity.userAssignedIdentities.')
param puller string = 'id-pull'

@description('Part of environmentId.')
param environmentName string

@description('Most sessions at one time.')
@minValue(1)
param maxSessions int = 20

@description('Fewest sessions kept ready to be taken.')
@minValue(1)
param readySessions int

@description('What ends a session: idle time, or its container\'s exit.')
@allowed([
  'Timed'
  'OnContainerExit'
])
param lifecycleType string = 'OnContainerExit'

@description('The secret itself; never returned by the service.')
@secure()
param registryPassword string

@description('The password of the database.')
@secure()
param dbPassword string

@description('CPU cores, such as 0.5.')
param cpu string = '0.5'

@description('Memory with its unit, such as 1Gi.')
param memory string = '1Gi'

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'parameterized'
  location: location
  tags: {
    owner: owner
    release: release
    note: '{ ${imageTag} } \${x} {{x}} it\'s "${owner}" \\ % [${port}]'
  }
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
      '/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${puller}': {}
    }
  }
  properties: {
    environmentId: '/subscriptions/34adfa4f-cedf-4dc0-ba29-b6d1a69ab345/resourceGroups/rg/providers/Microsoft.App/managedEnvironments/${environmentName}'
    poolManagementType: 'Dynamic'
    containerType: 'CustomContainer'
    scaleConfiguration: {
      maxConcurrentSessions: maxSessions
      readySessionInstances: readySessions
    }
    dynamicPoolConfiguration: {
      lifecycleConfiguration: {
        lifecycleType: lifecycleType
        maxAlivePeriodInSeconds: 900
      }
    }
    secrets: [
      {
        name: 'registry-password'
        value: registryPassword
      }
      {
        name: 'connection'
        value: 'Server=db;Password=${dbPassword};'
      }
    ]
    customContainerTemplate: {
      registryCredentials: {
        server: 'registry.contoso.example'
        username: 'puller'
        passwordSecretRef: 'registry-password'
      }
      containers: [
        {
          name: 'main'
          image: 'registry.contoso.example/app:${imageTag}'
          args: [
            '--listen=:${port}'
            imageTag
          ]
          env: [
            {
              name: 'CONNECTION'
              secretRef: 'connection'
            }
          ]
          resources: {
            cpu: json(cpu)
            memory: memory
          }
        }
      ]
      ingress: {
        targetPort: port
      }
    }
    sessionNetworkConfiguration: {
      status: 'EgressDisabled'
    }
    managedIdentitySettings: [
      {
        identity: identityId
        lifecycle: 'None'
      }
    ]
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
