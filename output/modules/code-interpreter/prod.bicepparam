// Creates or updates the session pool agentpython in rg-agents-prod:
//   az deployment group create --subscription c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3 --resource-group rg-agents-prod --name agentpython --parameters prod.bicepparam

using 'main.bicep'

param location = 'westeurope'
param tagEnvironment = 'prod'
param hasTagCostCenter = true
param maxConcurrentSessions = 600
param cooldownPeriodInSeconds = 900
