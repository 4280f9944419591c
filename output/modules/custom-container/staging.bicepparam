// Creates or updates the session pool agentsandbox in rg-agents-staging:
//   az deployment group create --subscription 6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10 --resource-group rg-agents-staging --name agentsandbox --parameters staging.bicepparam

using 'main.bicep'

param location = 'westeurope'
param tagEnvironment = 'staging'
param hasTagCostCenter = false
param identityId = '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-staging'
param environmentId = '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-staging/providers/Microsoft.App/managedEnvironments/cae-agents-staging'
param maxConcurrentSessions = 20
param readySessionInstances = 2
param maxAlivePeriodInSeconds = 3600
param eventsKey = readEnvironmentVariable('EVENTS_KEY')
param imageTag = readEnvironmentVariable('IMAGE_TAG', '1.10')
param args = [
  '-c'
  'exec sandboxd --listen :8080 --log-level "$LOG_LEVEL"'
]
param logLevel = 'info'
param hasTelemetry = true
param hasReplaySource = true
param cpu = '0.5'
param memory = '1Gi'
param sessionNetworkStatus = 'EgressDisabled'
