import { type Code, code } from '../code.ts'
import { examplePath, exampleScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor } from '../language.ts'
import { quote } from '../quote.ts'
import { bearerToken } from './bearer-token.ts'

export const sinatra: Acceptor = {
  slug: 'sinatra',
  framework: 'Sinatra',
  build: (input) => ({
    install: code`gem install sinatra rackup puma jwt`,
    files: [
      { name: 'server.rb', grammar: 'ruby', code: server(input) },
      { name: 'bearer_token.rb', grammar: 'ruby', code: bearerToken(input) },
    ],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: code`ruby server.rb`,
    executed: {
      debian: ['ruby', 'ruby-sinatra', 'ruby-jwt', 'puma'],
      note: 'Ran with Debian 12’s Sinatra 3.0 and ruby-jwt 2.5.',
    },
    ...refused(input),
  }),
}

const server = (input: AcceptInput): Code => code`
require "json"
require "sinatra"
require_relative "bearer_token"

set :port, ${String(input.port)}

helpers do
  def refusing
    yield
  rescue BearerToken::Refusal => refusal
    challenge = { "WWW-Authenticate" => refusal.challenge }
    halt refusal.status, challenge, ""
  end
end

before do
  header = request.env["HTTP_AUTHORIZATION"]
  refusing { @claims = BearerToken.verify(header) }
end

get "${examplePath(input)}" do
${check(input)}  content_type :json
  { caller: @claims["sub"] }.to_json
end`

function check(input: AcceptInput): Code {
  const scope = exampleScope(input)
  return scope ? code`  refusing { BearerToken.require_scope(@claims, ${quote.ruby(scope)}) }\n` : code``
}
