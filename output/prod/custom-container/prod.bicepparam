using 'main.bicep'

param eventsKey = getSecret('c2d7e0f4-9a3b-4f6e-b1d5-7e8f90a1b2c3', 'rg-agents-prod', 'kv-agents-prod', 'events-key')
param imageTag = readEnvironmentVariable('IMAGE_TAG', '1.10')
