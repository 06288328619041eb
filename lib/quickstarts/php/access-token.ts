import { type Code, code, value } from '../code.ts'
import { isSymmetric, jwksUrl } from '../example.ts'
import type { AcceptInput } from '../language.ts'
import { quote } from '../quote.ts'

/** Installs what the class needs. */
export const requireLibraries = (input: AcceptInput) =>
  isSymmetric(input)
    ? 'composer require firebase/php-jwt'
    : 'composer require firebase/php-jwt\ncomposer require guzzlehttp/guzzle symfony/cache'

/** The class that verifies with firebase/php-jwt; each framework hands it a token and refuses what it calls null. */
export function accessToken(input: AcceptInput): Code {
  const { api, issuer } = input
  return code`
<?php

declare(strict_types=1);

namespace App;

${isSymmetric(input) ? symmetricImports : asymmetricImports}

final class AccessToken
{
    /** The claims, if this tenant signed the token for this API. */
    public static function verify(string $token): ?stdClass
    {
        $header = new stdClass();
        try {
            $claims = JWT::decode($token, self::key(), $header);
        } catch (${isSymmetric(input) ? symmetricErrors : asymmetricErrors}) {
            return null;
        }
        $expected = $header->alg === '${value(api.signingAlgorithm)}'
            && isset($claims->exp)
            && ($claims->iss ?? null) === ${quote.php(issuer)}
            && in_array(
                ${quote.php(api.identifier)},
                (array) ($claims->aud ?? []),
                true,
            );

        return $expected ? $claims : null;
    }

${isSymmetric(input) ? secret(input) : keySet(input)}
}`
}

const symmetricErrors = 'DomainException | UnexpectedValueException'

const asymmetricErrors = `
            DomainException
            | OutOfBoundsException
            | UnexpectedValueException
        `

const symmetricImports = `use DomainException;
use Firebase\\JWT\\JWT;
use Firebase\\JWT\\Key;
use stdClass;
use UnexpectedValueException;`

const asymmetricImports = `use DomainException;
use Firebase\\JWT\\CachedKeySet;
use Firebase\\JWT\\JWT;
use GuzzleHttp\\Client;
use GuzzleHttp\\Psr7\\HttpFactory;
use OutOfBoundsException;
use stdClass;
use Symfony\\Component\\Cache\\Adapter\\FilesystemAdapter;
use UnexpectedValueException;`

const secret = ({ api }: AcceptInput) => code`    private static function key(): Key
    {
        return new Key(
            getenv('AUTH0_SIGNING_SECRET'),
            '${value(api.signingAlgorithm)}',
        );
    }`

const keySet = ({ api, issuer }: AcceptInput) => code`    /**
     * The tenant's keys, cached for an hour. An unknown key ID asks
     * again, at most ten times a minute.
     */
    private static function key(): CachedKeySet
    {
        return new CachedKeySet(
            ${quote.php(jwksUrl(issuer))},
            new Client(['timeout' => 10]),
            new HttpFactory(),
            new FilesystemAdapter(),
            expiresAfter: 3600,
            rateLimit: true,
            defaultAlg: '${value(api.signingAlgorithm)}',
        );
    }`
