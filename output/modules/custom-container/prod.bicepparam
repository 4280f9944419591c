// Creates or updates the session pool agentsandbox in rg-agents-prod:
//   az deployment group create --subscription c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3 --resource-group rg-agents-prod --name agentsandbox --parameters prod.bicepparam

using 'main.bicep'

param location = 'westeurope'
param tagEnvironment = 'prod'
param hasTagCostCenter = true
param identityId = '/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-prod'
param environmentId = '/subscriptions/c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3/resourceGroups/rg-agents-prod/providers/Microsoft.App/managedEnvironments/cae-agents-prod'
param maxConcurrentSessions = 300
param readySessionInstances = 40
param maxAlivePeriodInSeconds = 3600
param eventsKey = getSecret('c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3', 'rg-agents-prod', 'kv-agents-prod', 'events-key')
param imageTag = readEnvironmentVariable('IMAGE_TAG', '1.10')
param args = [
  '-c'
  'exec sandboxd --listen :8080 --log-level "$LOG_LEVEL"'
  '--max-open-files=65536'
]
param logLevel = 'info'
param hasTelemetry = false
param hasReplaySource = false
param cpu = '1'
param memory = '2Gi'
param sessionNetworkStatus = 'EgressDisabled'
