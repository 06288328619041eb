import { type Code, code, value } from '../code.ts'
import type { AcceptInput } from '../language.ts'
import { quote } from '../quote.ts'
import { fromDebian, type StandIn, slices } from './from-debian.ts'

const module = 'github.com/golang-jwt/jwt/v5'

/** Version 5 has another import path and the same names. */
const standIn: StandIn = {
  package: module,
  text: `package jwt

import v4 "github.com/golang-jwt/jwt"

type RegisteredClaims = v4.RegisteredClaims
type Token = v4.Token

var ParseWithClaims, WithValidMethods = v4.ParseWithClaims, v4.WithValidMethods
`,
}

/** golang-jwt takes an empty secret like any other: a missing one must stop the program. */
export const secret = {
  module,
  verify,
  executed: fromDebian(['golang-github-golang-jwt-jwt-dev'], 'Ran with Go 1.19 and golang-jwt 4.4.', [
    standIn,
    slices,
  ]),
}

function verify({ api, issuer }: AcceptInput): Code {
  return code`
package main

import (
	"context"
	"errors"
	"log"
	"os"
	"slices"

	"github.com/golang-jwt/jwt/v5"
)

const (
	issuer   = ${quote.go(issuer)}
	audience = ${quote.go(api.identifier)}
)

var secret = []byte(os.Getenv("AUTH0_SIGNING_SECRET"))

func init() {
	if len(secret) == 0 {
		log.Fatal("AUTH0_SIGNING_SECRET is not set")
	}
}

type claims struct {
	jwt.RegisteredClaims
	Scope string \`json:"scope"\`
}

// verify returns the claims of a token that this tenant signed for this API.
func verify(_ context.Context, token string) (c claims, err error) {
	_, err = jwt.ParseWithClaims(
		token, &c,
		func(*jwt.Token) (any, error) { return secret, nil },
		jwt.WithValidMethods([]string{"${value(api.signingAlgorithm)}"}),
	)
	switch {
	case err != nil:
		return c, err
	case c.Issuer != issuer:
		return c, errors.New("the token is of another issuer")
	case !slices.Contains(c.Audience, audience):
		return c, errors.New("the token is for another API")
	case c.ExpiresAt == nil:
		return c, errors.New("the token never expires")
	}
	return c, nil
}`
}
