import { type Code, code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { Caller, CallInput } from '../language.ts'

export const streams: Caller = {
  slug: 'plain',
  name: 'Plain PHP',
  build: (input) => ({
    files: [
      { name: 'client.php', grammar: 'php', code: client(input) },
      { name: 'access_token.php', grammar: 'php', code: accessToken(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`php client.php`,
    executed: { debian: ['php-cli'], commands: ['php'] },
    answer: accepted(input),
    cache: 'starts',
  }),
}

const client = (input: CallInput): Code => code`
<?php

declare(strict_types=1);

require __DIR__ . '/access_token.php';

echo fetch('${exampleUrl(input)}', [
    'header' => 'Authorization: Bearer ' . access_token(),
]), PHP_EOL;`

function accessToken(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('php', input)
  return code`
<?php

declare(strict_types=1);

/**
 * The cached token, replaced one minute before it expires.
 * Processes wait for one request.
 */
function access_token(): string
{
    umask(0077);
    $cache = fopen(__DIR__ . '/.access-token.json', 'c+');
    flock($cache, LOCK_EX);
    $token = json_decode(stream_get_contents($cache), true);
    if (time() >= ($token['expires'] ?? 0)) {
        $answer = request_token();
        $token = [
            'value' => $answer['access_token'],
            'expires' => time() + $answer['expires_in'] - 60,
        ];
        ftruncate($cache, 0);
        rewind($cache);
        fwrite($cache, json_encode($token));
    }
    fclose($cache);

    return $token['value'];
}

function request_token(): array
{
    return json_decode(fetch(${tokenUrl}, [
        'method' => 'POST',
        'header' => 'Content-Type: application/json',
        'content' => json_encode([
            'grant_type' => 'client_credentials',
            'client_id' => ${clientId},
            'client_secret' => getenv('AUTH0_CLIENT_SECRET'),
            'audience' => ${audience},
        ]),
    ]), true, flags: JSON_THROW_ON_ERROR);
}

function fetch(string $url, array $request): string
{
    $http = stream_context_create([
        'http' => [...$request, 'timeout' => 10],
    ]);
    $body = file_get_contents($url, context: $http);
    if ($body === false) {
        throw new RuntimeException("$url refused");
    }

    return $body;
}`
}
