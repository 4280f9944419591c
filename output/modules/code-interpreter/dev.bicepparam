// Creates or updates the session pool agentpython in rg-agents-dev:
//   az deployment group create --subscription 6f9b1c52-31a4-4d0e-8c77-0e6a5b2f4d10 --resource-group rg-agents-dev --name agentpython --parameters dev.bicepparam

using 'main.bicep'

param location = 'westeurope'
param tagEnvironment = 'dev'
param hasTagCostCenter = false
param maxConcurrentSessions = 10
param cooldownPeriodInSeconds = 300
