// Creates or updates the session pool hostile in rg-(hostile):
//   az deployment group create --subscription 00000000-0000-0000-0000-000000000000 --resource-group 'rg-(hostile)' --name hostile --template-file main.bicep

resource sessionPool 'Microsoft.App/sessionPools@2025-07-01' = {
  name: 'hostile'
  location: '"west\' europe\\'
  tags: {
    name: 'plain'
    type: 'it\'s "quoted" `twice`'
    copy: 'back\\slash \\n \\u0041 \\x41 \\'
    '.x': 'line\nbreak\r\nand\ttab\r'
    '1': '\${x} $\'{x}\' \\\${x} %s {0} {{ x }} {% if %}'
    '10': '[resourceGroup().location]'
    '9': '[[x]'
    '$x': '[test'
    'a b': '\'\'\'triple\'\'\' """triple"""'
    'a.b': '*/ /* // # -- <!-- -->'
    'a-b': '\\u002a/ \\u000a'
    'true': 'null'
    'null': 'true'
    if: '0123'
    class: '1.10'
    _x: '~'
    'it\'s': '*alias'
    '"q"': '&anchor'
    'back\\slash': '!tag'
    '[tag]': '- item'
    '[tag': 'key: value'
    '\${tag}': '# no comment'
    '{{tag}}': '@at'
    'new\nline': '%percent'
    token: '```'
    zipcode: '  blanks  '
    'Ünï': 'trailing\\'
    '日本': '\u{0}\u{1}\u{1b}[31m\u{7f}'
    'résumé': '\u{85}\u{2028}\u{2029}\u{feff}'
    constructor: '\u{202e}right to left'
    __proto__: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
    '//': 'éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé'
    '*/': '$(whoami)'
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: '`id`'
  }
  properties: {
    environmentId: '/subscriptions/\'"\\\${x}/[y]'
    secrets: [
      {
        name: 'line\nbreak\r\nand\ttab\r'
        value: '\${x} $\'{x}\' \\\${x} %s {0} {{ x }} {% if %}'
      }
    ]
    customContainerTemplate: {
      registryCredentials: {
        server: 'it\'s "quoted" `twice`'
        username: 'back\\slash \\n \\u0041 \\x41 \\'
        passwordSecretRef: '*/ /* // # -- <!-- -->'
        identity: '[resourceGroup().location]'
      }
      containers: [
        {
          name: '*/ main'
          image: 'a\\"b\'c:\${tag}'
          command: [
            'plain'
          ]
          args: [
            'plain'
            'it\'s "quoted" `twice`'
            'back\\slash \\n \\u0041 \\x41 \\'
            'line\nbreak\r\nand\ttab\r'
            '\${x} $\'{x}\' \\\${x} %s {0} {{ x }} {% if %}'
            '[resourceGroup().location]'
            '[[x]'
            '[test'
            '\'\'\'triple\'\'\' """triple"""'
            '*/ /* // # -- <!-- -->'
            '\\u002a/ \\u000a'
            'null'
            'true'
            '0123'
            '1.10'
            '~'
            '*alias'
            '&anchor'
            '!tag'
            '- item'
            'key: value'
            '# no comment'
            '@at'
            '%percent'
            '```'
            '  blanks  '
            'trailing\\'
            '\u{0}\u{1}\u{1b}[31m\u{7f}'
            '\u{85}\u{2028}\u{2029}\u{feff}'
            '\u{202e}right to left'
            'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
            'éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé'
            '$(whoami)'
            '`id`'
            '\'; DROP TABLE pools; --'
            '%00%2e%2e/'
            '{$delete: true}'
            '<script>'
            '###'
            '@name = x'
            '> out'
            '< in'
          ]
          env: [
            {
              name: 'N0'
              value: 'plain'
            }
            {
              name: 'N1'
              value: 'it\'s "quoted" `twice`'
            }
            {
              name: 'N2'
              value: 'back\\slash \\n \\u0041 \\x41 \\'
            }
            {
              name: 'N3'
              value: 'line\nbreak\r\nand\ttab\r'
            }
            {
              name: 'N4'
              value: '\${x} $\'{x}\' \\\${x} %s {0} {{ x }} {% if %}'
            }
            {
              name: 'N5'
              value: '[resourceGroup().location]'
            }
            {
              name: 'N6'
              value: '[[x]'
            }
            {
              name: 'N7'
              value: '[test'
            }
            {
              name: 'N8'
              value: '\'\'\'triple\'\'\' """triple"""'
            }
            {
              name: 'N9'
              value: '*/ /* // # -- <!-- -->'
            }
            {
              name: 'N10'
              value: '\\u002a/ \\u000a'
            }
            {
              name: 'N11'
              value: 'null'
            }
          ]
          resources: {
            memory: '0.5Gi\n'
          }
        }
      ]
    }
    managedIdentitySettings: [
      {
        identity: '*/ \'"\\'
      }
    ]
  }
}

output id string = sessionPool.id
output poolManagementEndpoint string = sessionPool.properties.poolManagementEndpoint
