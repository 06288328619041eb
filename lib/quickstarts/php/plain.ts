import { type Code, code } from '../code.ts'
import { examplePath, exampleScope, insufficientScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor } from '../language.ts'
import { quote } from '../quote.ts'
import { accessToken, requireLibraries } from './access-token.ts'

export const plain: Acceptor = {
  slug: 'plain',
  framework: 'Plain PHP',
  build: (input) => ({
    install: code`${requireLibraries(input)}`,
    files: [
      { name: 'index.php', grammar: 'php', code: index(input) },
      { name: 'AccessToken.php', grammar: 'php', code: accessToken(input) },
    ],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: code`php -S localhost:${String(input.port)} index.php`,
    executed: {
      checked: '2026-11-25',
      how: 'PHP 8.2 ran it with a stand-in for firebase/php-jwt, which Debian does not have.',
    },
    ...refused(input),
  }),
}

const index = (input: AcceptInput): Code => code`
<?php

declare(strict_types=1);

use App\\AccessToken;

require __DIR__ . '/vendor/autoload.php';
require __DIR__ . '/AccessToken.php';

function refuse(int $status, string $challenge): never
{
    header("WWW-Authenticate: $challenge", response_code: $status);
    exit;
}

$authorization = $_SERVER['HTTP_AUTHORIZATION'] ?? '';
if (!preg_match('/^Bearer +(\\S+)$/i', $authorization, $bearer)) {
    refuse(401, 'Bearer');
}
$claims = AccessToken::verify($bearer[1])
    ?? refuse(401, 'Bearer error="invalid_token"');

if (parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) !== '${examplePath(input)}') {
    http_response_code(404);
    exit;
}
${scopeCheck(input)}
header('Content-Type: application/json');
echo json_encode(['caller' => $claims->sub]);`

function scopeCheck(input: AcceptInput): Code {
  const scope = exampleScope(input)
  return scope
    ? code`
$scopes = explode(' ', $claims->scope ?? '');
if (!in_array(${quote.php(scope)}, $scopes, true)) {
    refuse(
        403,
        ${quote.php(insufficientScope(scope))},
    );
}
`
    : code``
}
