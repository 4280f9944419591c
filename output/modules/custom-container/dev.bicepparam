// Creates or updates the session pool agentsandbox in rg-agents-dev:
//   az deployment group create --subscription 6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10 --resource-group rg-agents-dev --name agentsandbox --parameters dev.bicepparam

using 'main.bicep'

param location = 'westeurope'
param tagEnvironment = 'dev'
param hasTagCostCenter = false
param identityId = '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-agents-dev'
param environmentId = '/subscriptions/6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10/resourceGroups/rg-agents-dev/providers/Microsoft.App/managedEnvironments/cae-agents-dev'
param maxConcurrentSessions = 5
param readySessionInstances = 1
param maxAlivePeriodInSeconds = 900
param eventsKey = readEnvironmentVariable('EVENTS_KEY')
param imageTag = readEnvironmentVariable('IMAGE_TAG', '1.11.0-rc.2')
param args = [
  '-c'
  'exec sandboxd --listen :8080 --log-level "$LOG_LEVEL"'
]
param logLevel = 'debug'
param hasTelemetry = true
param hasReplaySource = false
param cpu = '0.25'
param memory = '0.5Gi'
param sessionNetworkStatus = 'EgressEnabled'
