import { describe, expect, test } from 'vitest'
import { api, known, said } from './explained-for-tests'
import type { Known } from './explanation'

describe('an answer of the tenant', () => {
  const refused = (description: string, error = 'access_denied') =>
    JSON.stringify({ error, error_description: description })
  const noGrant = (audience: string) =>
    refused(`Client is not authorized to access "${audience}". You need to create a "client-grant"`)

  test.each<[string, string, string, Known?]>([
    [
      'no grant',
      `client_id=c2 ${noGrant(api.identifier)}`,
      'stranger is not authorized for Orders API [grant c2]',
    ],
    [
      'no grant, in the newer wording',
      refused('Client "c2" is not authorized to access resource server "https://orders.example/".'),
      '[grant c2]',
    ],
    [
      'a grant that is there by now',
      noGrant(api.identifier),
      'It is by now: ask again [ask Ask again here c1]',
    ],
    [
      'an API that is closed',
      noGrant(api.identifier),
      'deny_all',
      { ...known, api: { ...api, isClosed: true } },
    ],
    [
      'a slash too few',
      noGrant('https://orders.example'),
      'https://orders.example/ ends with a slash, and this one does not',
    ],
    ['another API', noGrant('urn:x'), 'urn:x, which is another API than this one'],
    [
      'scopes that are not granted',
      refused('Client has not been granted scopes: read:a, read:b'),
      'worker is not granted read:b; one scope too many and it gets no token at all [grant c1 read:b]',
    ],
    [
      'a scope that nobody defined',
      refused('Client has not been granted scopes: read:x'),
      'does not define read:x',
    ],
    [
      'a scope that is granted by now',
      refused('Client has not been granted scopes: read:a'),
      'It is granted by now',
    ],
    [
      'no such API',
      refused('Service not found: http://orders.example/'),
      'it has to be https://orders.example/, scheme and all',
    ],
    [
      'an API of another tenant',
      refused('Service not enabled within domain: urn:x'),
      'deleted, or belongs to another',
    ],
    [
      'a client of the wrong type',
      `client_id=c3 ${refused("Grant type 'client_credentials' not allowed for the client.", 'unauthorized_client')}`,
      'storefront may not use the grant type client_credentials [open client c3',
    ],
    [
      'no audience',
      refused('Non-global clients are not allowed access to APIv1'),
      'send audience with https://orders.example/',
    ],
    ['the quota', refused('Client quota exceeded', 'too_many_requests'), 'has asked for too many tokens'],
    [
      'a missing parameter',
      refused('Missing required parameter: client_id', 'invalid_request'),
      'lacks client_id',
    ],
    ['a wrong secret', refused('Unauthorized'), 'The client ID or the secret is wrong'],
    ['an unknown client', `client_id=c9&x=1 ${refused('Unauthorized')}`, 'This tenant has no client c9'],
    [
      'what is not known',
      refused('Computer says no', 'moon_phase'),
      'note: It says moon_phase: Computer says no.',
    ],
  ])('%s', (_, text, sentence, of = known) => {
    expect(said(text, of).join('\n')).toContain(sentence)
  })

  test('within a log line, with its quotes escaped', () => {
    const line = JSON.stringify({ level: 'error', body: noGrant('https://orders.example') })

    expect(said(line).join()).toContain('ends with a slash')
  })
})
