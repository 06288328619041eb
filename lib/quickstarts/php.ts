import { type Code, code, value } from './code.ts'
import {
  accepted,
  examplePath,
  exampleScope,
  exampleUrl,
  insufficientScope,
  isSymmetric,
  jwksUrl,
  quotedFor,
  refused,
} from './example.ts'
import type { AcceptInput, CallInput, Language } from './language.ts'
import { quote } from './quote.ts'

export const php: Language = {
  slug: 'php',
  name: 'PHP',
  accept: [
    {
      slug: 'plain',
      framework: 'Plain PHP',
      build: (input) => ({
        install: isSymmetric(input)
          ? code`composer require firebase/php-jwt`
          : code`composer require firebase/php-jwt guzzlehttp/guzzle symfony/cache`,
        files: [{ name: 'index.php', grammar: 'php', code: server(input) }],
        secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
        run: code`php -S localhost:${String(input.port)} index.php`,
        executed: {
          checked: '2026-11-23',
          how: 'PHP 8.2 ran it with a stand-in for firebase/php-jwt.',
        },
        ...refused(input),
      }),
    },
  ],
  call: [
    {
      slug: 'plain',
      name: 'Plain PHP',
      build: (input) => ({
        files: [{ name: 'client.php', grammar: 'php', code: client(input) }],
        secret: 'AUTH0_CLIENT_SECRET',
        run: code`php client.php`,
        executed: { checked: '2026-11-23', how: 'PHP 8.2 ran it against the embedded tenant.' },
        answer: accepted(input),
      }),
    },
  ],
}

function server(input: AcceptInput): Code {
  const { api, issuer } = input
  const scope = exampleScope(input)

  return code`
<?php

declare(strict_types=1);

${isSymmetric(input) ? symmetricImports : asymmetricImports}
require __DIR__ . '/vendor/autoload.php';

const ISSUER = ${quote.php(issuer)};
const AUDIENCE = ${quote.php(api.identifier)};

function refuse(int $status, string $challenge): never
{
    header("WWW-Authenticate: $challenge", response_code: $status);
    exit;
}

/** The claims of a token that this tenant signed for this API. */
function verified(): stdClass
{
    $authorization = $_SERVER['HTTP_AUTHORIZATION'] ?? '';
    if (!preg_match('/^Bearer +(\\S+)$/i', $authorization, $bearer)) {
        refuse(401, 'Bearer');
    }
    ${isSymmetric(input) ? symmetricKey(api.signingAlgorithm) : asymmetricKeys(issuer, api.signingAlgorithm)}
    $header = new stdClass();
    try {
        $claims = JWT::decode($bearer[1], $key, $header);
    } catch (UnexpectedValueException | OutOfBoundsException | DomainException) {
        refuse(401, 'Bearer error="invalid_token"');
    }
    $expected = $header->alg === '${value(api.signingAlgorithm)}'
        && isset($claims->exp)
        && ($claims->iss ?? null) === ISSUER
        && in_array(AUDIENCE, (array) ($claims->aud ?? []), true);

    return $expected ? $claims : refuse(401, 'Bearer error="invalid_token"');
}

if (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '${examplePath(input)}') {
    http_response_code(404);
    exit;
}

$claims = verified();
${scope ? scopeCheck(scope) : ''}
header('Content-Type: application/json');
echo json_encode(['caller' => $claims->sub]);`
}

const symmetricImports = `use Firebase\\JWT\\JWT;
use Firebase\\JWT\\Key;
`

const asymmetricImports = `use Firebase\\JWT\\CachedKeySet;
use Firebase\\JWT\\JWT;
use GuzzleHttp\\Client;
use GuzzleHttp\\Psr7\\HttpFactory;
use Symfony\\Component\\Cache\\Adapter\\FilesystemAdapter;
`

const symmetricKey = (algorithm: string) =>
  code`$key = new Key(getenv('AUTH0_SIGNING_SECRET'), '${value(algorithm)}');`

/** Cached for an hour; an unknown key ID asks again, at most ten times a minute. */
const asymmetricKeys = (issuer: string, algorithm: string) => code`$key = new CachedKeySet(
        ${quote.php(jwksUrl(issuer))},
        new Client(),
        new HttpFactory(),
        new FilesystemAdapter(),
        expiresAfter: 3600,
        rateLimit: true,
        defaultAlg: '${value(algorithm)}',
    );`

const scopeCheck = (scope: string) => code`
if (!in_array(${quote.php(scope)}, explode(' ', $claims->scope ?? ''), true)) {
    refuse(403, ${quote.php(insufficientScope(scope))});
}
`

function client(input: CallInput): Code {
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
    $http = stream_context_create(['http' => [...$request, 'timeout' => 10]]);
    $body = file_get_contents($url, context: $http);

    return $body !== false ? $body : throw new RuntimeException("$url refused");
}

echo fetch('${exampleUrl(input)}', [
    'header' => 'Authorization: Bearer ' . access_token(),
]), PHP_EOL;`
}
