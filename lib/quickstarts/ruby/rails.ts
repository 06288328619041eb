import { type Code, code } from '../code.ts'
import { examplePath, exampleScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor, Provided } from '../language.ts'
import { quote } from '../quote.ts'
import { bearerToken } from './bearer-token.ts'

export const rails: Acceptor = {
  slug: 'rails',
  framework: 'Rails',
  build: (input) => ({
    install: code`
gem install rails
rails new . --api --minimal --skip
bundle add jwt`,
    files: [
      { name: 'app/controllers/application_controller.rb', grammar: 'ruby', code: applicationController },
      { name: 'app/controllers/example_controller.rb', grammar: 'ruby', code: exampleController(input) },
      { name: 'app/models/bearer_token.rb', grammar: 'ruby', code: bearerToken(input) },
      { name: 'config/routes.rb', grammar: 'ruby', code: routes(input) },
    ],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: code`rails server --port ${String(input.port)}`,
    executed,
    ...refused(input),
  }),
}

const applicationController = code`
class ApplicationController < ActionController::API
  before_action do
    @claims = BearerToken.verify(request.authorization)
  end

  rescue_from BearerToken::Refusal do |refusal|
    headers["WWW-Authenticate"] = refusal.challenge
    head refusal.status
  end
end`

function exampleController(input: AcceptInput): Code {
  const scope = exampleScope(input)
  const check = scope
    ? code`  before_action do
    BearerToken.require_scope(@claims, ${quote.ruby(scope)})
  end

`
    : code``

  return code`
class ExampleController < ApplicationController
${check}  def show
    render json: { caller: @claims["sub"] }
  end
end`
}

const routes = (input: AcceptInput) => code`
Rails.application.routes.draw do
  get "${examplePath(input)}", to: "example#show"
end`

/** With the least that `rails new` makes. */
const executed: Provided = {
  debian: ['ruby', 'ruby-railties', 'ruby-actionpack', 'ruby-jwt', 'puma'],
  files: [
    {
      name: 'bin/rails',
      text: 'APP_PATH = File.expand_path("../config/application", __dir__)\nrequire "rails/commands"\n',
    },
    {
      name: 'config/application.rb',
      text: 'require "action_controller/railtie"\nclass Api < Rails::Application\n  config.api_only = true\nend\n',
    },
    {
      name: 'config.ru',
      text: 'require_relative "config/application"\nrun Rails.application.initialize!\n',
    },
  ],
  note: 'Ran with Debian 12’s Rails 6.1 and ruby-jwt 2.5.',
}
