import { type Code, code, value } from '../code.ts'
import { examplePath, exampleScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor } from '../language.ts'
import { quote } from '../quote.ts'
import { accessToken, requireLibraries } from './access-token.ts'

export const laravel: Acceptor = {
  slug: 'laravel',
  framework: 'Laravel',
  build: (input) => ({
    install: code`
composer create-project laravel/laravel new
cp -R -n new/. . && rm -r new
${requireLibraries(input)}`,
    files: [
      { name: 'routes/api.php', grammar: 'php', code: routes(input) },
      { name: 'app/Http/Middleware/RequireToken.php', grammar: 'php', code: middleware },
      { name: 'app/AccessToken.php', grammar: 'php', code: accessToken(input) },
      { name: 'bootstrap/app.php', grammar: 'php', code: bootstrap },
    ],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: code`php artisan serve --port ${String(input.port)}`,
    executed: {
      checked: '2026-11-25',
      how: 'Debian 12’s Laravel 8 router ran the route and the middleware, with a stand-in for firebase/php-jwt.',
    },
    ...refused(input),
  }),
}

const routes = (input: AcceptInput): Code => code`
<?php

use App\\Http\\Middleware\\RequireToken;
use Illuminate\\Http\\Request;
use Illuminate\\Support\\Facades\\Route;

Route::get('${examplePath(input)}', fn (Request $request) => [
    'caller' => $request->attributes->get('claims')->sub,
])->middleware(RequireToken::class${parameter(input)});`

/** Laravel hands a middleware what follows the first colon. */
function parameter(input: AcceptInput): Code {
  const scope = exampleScope(input)
  return scope ? code` . ${quote.php(code`:${value(scope)}`)}` : code``
}

const middleware = code`
<?php

namespace App\\Http\\Middleware;

use App\\AccessToken;
use Closure;
use Illuminate\\Http\\Request;
use Symfony\\Component\\HttpFoundation\\Response;

final class RequireToken
{
    /** Puts the claims into the request, or refuses it. */
    public function handle(
        Request $request,
        Closure $next,
        ?string $scope = null,
    ): Response {
        $header = $request->header('Authorization', '');
        if (!preg_match('/^Bearer +(\\S+)$/i', $header, $bearer)) {
            return $this->refuse(401, 'Bearer');
        }
        $claims = AccessToken::verify($bearer[1]);
        if (!$claims) {
            return $this->refuse(401, 'Bearer error="invalid_token"');
        }
        $scopes = explode(' ', $claims->scope ?? '');
        if ($scope !== null && !in_array($scope, $scopes, true)) {
            $error = 'Bearer error="insufficient_scope"';
            return $this->refuse(403, "$error, scope=\\"$scope\\"");
        }
        $request->attributes->set('claims', $claims);

        return $next($request);
    }

    private function refuse(int $status, string $challenge): Response
    {
        return response('', $status, [
            'WWW-Authenticate' => $challenge,
        ]);
    }
}`

const bootstrap = code`
<?php

use Illuminate\\Foundation\\Application;

return Application::configure(basePath: dirname(__DIR__))
    ->withRouting(api: __DIR__ . '/../routes/api.php', apiPrefix: '')
    ->withMiddleware()
    ->withExceptions()
    ->create();`
