// Creates or updates the session pool unicode in rg-ünïcödé:
//   az deployment group create --subscription 00000000-0000-0000-0000-000000000000 --resource-group 'rg-ünïcödé' --name unicode --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'unicode'
  location: 'België'
  tags: {
    'café': 'crème brûlée'
    '名前': 'セッションプール'
    'שם': 'ערך'
    '👩\u{200d}🚀': '🚀 to the moon'
    'é': 'combining é and precomposed é'
  }
  properties: {
    customContainerTemplate: {
      containers: [
        {
          name: 'контейнер'
          image: 'regístro.example/образ:版本'
          args: [
            '東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都東京都'
            'ẞ ﬁ ½ Ω ∑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢'
            '\u{200b}zero\u{200d}width\u{2060}'
            '🏳️\u{200d}🌈 flag'
          ]
          env: [
            {
              name: 'ПРИВЕТ'
              value: 'мир'
            }
          ]
        }
      ]
    }
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
