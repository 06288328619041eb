import { type Code, code } from './code.ts'
import { accepted, exampleUrl, quotedFor } from './example.ts'
import type { CallInput, Language } from './language.ts'

export const powershell: Language = {
  slug: 'powershell',
  name: 'PowerShell',
  accept: [],
  call: [
    {
      slug: 'invoke-restmethod',
      name: 'Invoke-RestMethod',
      build: (input) => ({
        files: [
          { name: 'AccessToken.psm1', grammar: 'powershell', code: accessToken(input) },
          { name: 'client.ps1', grammar: 'powershell', code: client(input) },
        ],
        secret: 'AUTH0_CLIENT_SECRET',
        run: code`pwsh client.ps1`,
        executed: {
          checked: '2026-11-25',
          how: 'Its syntax was parsed; PowerShell itself is in neither Debian nor the npm registry.',
        },
        answer: accepted(input),
      }),
    },
  ],
}

function accessToken(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('powershell', input)
  return code`
$ErrorActionPreference = 'Stop'
$lock = [object]::new()
$token = $null
$expires = [datetime]::MinValue

# The cached token, replaced one minute before it expires.
# Threads that share the module wait for one request.
function Get-AccessToken {
    [Threading.Monitor]::Enter($script:lock)
    try {
        if ([datetime]::UtcNow -ge $script:expires) {
            $answer = Request-Token
            $script:token = $answer.access_token
            $lifetime = $answer.expires_in - 60
            $script:expires = [datetime]::UtcNow.AddSeconds($lifetime)
        }
        $script:token
    }
    finally {
        [Threading.Monitor]::Exit($script:lock)
    }
}

function Request-Token {
    $request = @{
        Method = 'Post'
        Uri = ${tokenUrl}
        ContentType = 'application/json'
        TimeoutSec = 10
        Body = ConvertTo-Json @{
            grant_type = 'client_credentials'
            client_id = ${clientId}
            client_secret = $env:AUTH0_CLIENT_SECRET
            audience = ${audience}
        }
    }
    Invoke-RestMethod @request
}

Export-ModuleMember Get-AccessToken`
}

const client = (input: CallInput): Code => code`
$ErrorActionPreference = 'Stop'
Import-Module ./AccessToken.psm1

$request = @{
    Uri = '${exampleUrl(input)}'
    Headers = @{ Authorization = "Bearer $(Get-AccessToken)" }
    TimeoutSec = 10
}
(Invoke-WebRequest @request).Content`
