import { type Code, code, value } from '../code.ts'
import { exampleScope, isSymmetric, jwksUrl } from '../example.ts'
import type { AcceptInput } from '../language.ts'
import { quote } from '../quote.ts'

/** The module that verifies with ruby-jwt; each framework hands it a header and answers with the refusal it raises. */
export function bearerToken(input: AcceptInput): Code {
  const { api, issuer } = input
  const symmetric = isSymmetric(input)

  return code`
require "jwt"
${symmetric ? '' : 'require "net/http"\n'}
module BearerToken
  # Why a request is refused, as RFC 6750 has it said.
  class Refusal < StandardError
    attr_reader :status, :challenge

    def initialize(status, challenge)
      super(challenge)
      @status = status
      @challenge = challenge
    end
  end

  # The claims of a token that this tenant signed for this API.
  def self.verify(authorization)
    token = authorization.to_s[/\\ABearer +(\\S+)\\z/i, 1]
    raise Refusal.new(401, "Bearer") unless token

    claims, = JWT.decode(
      token, ${symmetric ? 'ENV.fetch("AUTH0_SIGNING_SECRET")' : 'nil'}, true,
      algorithms: ["${value(api.signingAlgorithm)}"],
      iss: ${quote.ruby(issuer)}, verify_iss: true,
      aud: ${quote.ruby(api.identifier)}, verify_aud: true,
      required_claims: %w[exp iss aud],${symmetric ? '' : '\n      jwks: method(:keys),'}
    )
    claims
  rescue JWT::DecodeError
    raise Refusal.new(401, 'Bearer error="invalid_token"')
  end
${exampleScope(input) ? requireScope : ''}${symmetric ? '' : keys(issuer)}end`
}

const requireScope = `
  def self.require_scope(claims, scope)
    return if claims["scope"].to_s.split.include?(scope)

    error = 'Bearer error="insufficient_scope"'
    raise Refusal.new(403, %(#{error}, scope="#{scope}"))
  end
`

const keys = (issuer: string) => code`

  # Fetched every ten minutes; for an unknown key, every minute.
  def self.keys(options)
    @fetched ||= Time.at(0)
    if Time.now - @fetched > (options[:kid_not_found] ? 60 : 600)
      url = URI(${quote.ruby(jwksUrl(issuer))})
      @keys = JSON.parse(Net::HTTP.get(url), symbolize_names: true)
      @fetched = Time.now
    end
    @keys
  end
  private_class_method :keys
`
