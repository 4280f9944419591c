// Creates or updates the session pool agentpython in rg-agents-staging:
//   az deployment group create --subscription 6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10 --resource-group rg-agents-staging --name agentpython --parameters staging.bicepparam

using 'main.bicep'

param location = 'westeurope'
param tagEnvironment = 'staging'
param hasTagCostCenter = false
param maxConcurrentSessions = 50
param cooldownPeriodInSeconds = 300
