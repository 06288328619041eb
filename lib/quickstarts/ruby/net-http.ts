import { type Code, code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { CacheTrial, Caller, CallInput } from '../language.ts'

export const netHttp: Caller = {
  slug: 'net-http',
  name: 'Net::HTTP',
  build: (input) => ({
    files: [
      { name: 'access_token.rb', grammar: 'ruby', code: accessToken(input) },
      { name: 'client.rb', grammar: 'ruby', code: client(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`ruby client.rb`,
    executed: { debian: ['ruby'], commands: ['ruby'] },
    answer: accepted(input),
    cache,
  }),
}

function accessToken(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('ruby', input)
  return code`
require "json"
require "net/http"

module AccessToken
  @lock = Mutex.new
  @expires = Time.at(0)

  # The cached token, replaced one minute before it expires.
  # Threads wait for one request.
  def self.get
    @lock.synchronize do
      request if Time.now >= @expires
      @value
    end
  end

  def self.request
    response = Net::HTTP.post(
      URI(${tokenUrl}),
      JSON.generate(
        grant_type: "client_credentials",
        client_id: ${clientId},
        client_secret: ENV.fetch("AUTH0_CLIENT_SECRET"),
        audience: ${audience},
      ),
      "Content-Type" => "application/json",
    )
    response.value # raises unless it is a success
    answer = JSON.parse(response.body)
    @value = answer["access_token"]
    @expires = Time.now + answer["expires_in"] - 60
  end
  private_class_method :request
end`
}

const client = (input: CallInput) => code`
require_relative "access_token"

response = Net::HTTP.get_response(
  URI("${exampleUrl(input)}"),
  "Authorization" => "Bearer #{AccessToken.get}",
)
response.value # raises unless it is a success
puts response.body`

const cache: CacheTrial = {
  file: {
    name: 'trial.rb',
    grammar: 'ruby',
    code: code`
require_relative "access_token"

$stdout.sync = true
while (line = gets)
  Array.new(10) { Thread.new { AccessToken.get } }.each(&:join)
  puts line
end`,
  },
  run: code`ruby trial.rb`,
}
