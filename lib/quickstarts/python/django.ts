import { code } from '../code.ts'
import { examplePath } from '../example.ts'
import type { AcceptInput } from '../language.ts'
import { scopeCheck, withPyjwt } from './with-pyjwt.ts'

export const django = withPyjwt({
  slug: 'django',
  framework: 'Django',
  packages: ['django'],
  files: (input) => [
    { name: 'urls.py', code: urls(input) },
    { name: 'bearer.py', code: middleware },
    { name: 'settings.py', code: settings },
  ],
  run: ({ port }) => code`django-admin runserver ${String(port)} --settings settings --pythonpath .`,
  executed: {
    debian: ['python3-django'],
    note: 'Ran with Debian 12’s Django 3.2 and PyJWT 2.6.',
  },
})

const urls = (input: AcceptInput) => {
  const check = scopeCheck(input, 'request.claims')
  return code`
from django.http import HttpRequest, JsonResponse
from django.urls import path
${check.text && 'from verify import require_scope\n'}

def read(request: HttpRequest) -> JsonResponse:
${check}    return JsonResponse({"caller": request.claims["sub"]})


urlpatterns = [path("${examplePath(input).slice(1)}", read)]`
}

const middleware = code`
from django.http import HttpResponse
from verify import Refusal, verify


class BearerMiddleware:
    """Verifies the token of every request."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            header = request.headers.get("Authorization")
            request.claims = verify(header)
        except Refusal as refusal:
            return self.process_exception(request, refusal)
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Refusal):
            response = HttpResponse(status=exception.status)
            response["WWW-Authenticate"] = exception.challenge
            return response`

const settings = code`
ALLOWED_HOSTS = ["localhost"]
MIDDLEWARE = ["bearer.BearerMiddleware"]
ROOT_URLCONF = "urls"`
