using 'main.bicep'

param eventsKey = readEnvironmentVariable('EVENTS_KEY')
param imageTag = readEnvironmentVariable('IMAGE_TAG', '1.11.0-rc.2')
