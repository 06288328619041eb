import { type Code, code, value } from '../code.ts'
import { jwksUrl } from '../example.ts'
import type { AcceptInput } from '../language.ts'
import { quote } from '../quote.ts'
import { fromDebian, type StandIn, slices } from './from-debian.ts'

const module = 'github.com/coreos/go-oidc/v3/oidc'

/** Version 3 has another import path and the same names. */
const standIn: StandIn = {
  package: module,
  text: `package oidc

import v2 "github.com/coreos/go-oidc"

type Config = v2.Config

var NewRemoteKeySet, NewVerifier = v2.NewRemoteKeySet, v2.NewVerifier
`,
}

/** Go's OpenID Connect library: it has the tenant's public keys, and calls the audience ClientID. */
export const keySet = {
  module,
  verify,
  executed: fromDebian(['golang-github-coreos-go-oidc-dev'], 'Ran with Go 1.19 and go-oidc 2.1.', [
    standIn,
    slices,
  ]),
}

function verify({ api, issuer }: AcceptInput): Code {
  return code`
package main

import (
	"context"

	"github.com/coreos/go-oidc/v3/oidc"
)

var verifier = oidc.NewVerifier(
	${quote.go(issuer)},
	oidc.NewRemoteKeySet(
		context.Background(),
		${quote.go(jwksUrl(issuer))},
	),
	&oidc.Config{
		// the audience of the token
		ClientID:             ${quote.go(api.identifier)},
		SupportedSigningAlgs: []string{"${value(api.signingAlgorithm)}"},
	},
)

type claims struct {
	Subject string \`json:"sub"\`
	Scope   string \`json:"scope"\`
}

// verify returns the claims of a token that this tenant signed for this API.
func verify(ctx context.Context, token string) (c claims, err error) {
	verified, err := verifier.Verify(ctx, token)
	if err != nil {
		return c, err
	}
	return c, verified.Claims(&c)
}`
}
