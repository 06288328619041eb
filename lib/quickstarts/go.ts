import { type Code, code, value } from './code'
import {
  accepted,
  examplePath,
  exampleScope,
  exampleUrl,
  insufficientScope,
  isSymmetric,
  jwksUrl,
  quotedFor,
  refused,
} from './example'
import { goKeys } from './go-keys'
import type { AcceptInput, CallInput, Quickstart } from './quickstart'
import { quote } from './quote'

export const goNetHttp: Quickstart = {
  slug: 'go',
  language: 'Go',
  framework: 'net/http',
  accept: (input) => ({
    install: code`mkdir api && cd api
go mod init example.com/api
go get github.com/golang-jwt/jwt/v4`,
    files: [
      { name: 'api/main.go', grammar: 'go', code: server(input) },
      ...(isSymmetric(input)
        ? []
        : [{ name: 'api/keys.go', grammar: 'go' as const, code: goKeys(jwksUrl(input.issuer)) }]),
    ],
    secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
    run: code`go run .`,
    executed: 'here',
    ...refused(input),
  }),
  call: (input) => ({
    install: code`mkdir client && cd client
go mod init example.com/client
go get golang.org/x/oauth2`,
    files: [{ name: 'client/client.go', grammar: 'go', code: client(input) }],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`go run .`,
    executed: 'here',
    answer: accepted(input),
  }),
}

function server(input: AcceptInput): Code {
  const { api, issuer, port } = input
  const scope = exampleScope(input)
  const symmetric = isSymmetric(input)

  return code`
package main

import (
	"encoding/json"
	"log"
	"net/http"
${symmetric ? '\t"os"\n' : ''}	"strings"
	"time"

	"github.com/golang-jwt/jwt/v4"
)

const (
	issuer   = ${quote.go(issuer)}
	audience = ${quote.go(api.identifier)}
)

var parser = jwt.NewParser(jwt.WithValidMethods([]string{"${value(api.signingAlgorithm)}"}))

type claims struct {
	jwt.RegisteredClaims
	Scope string \`json:"scope"\`
}

// Valid is what the parser asks once the signature is verified.
func (c claims) Valid() error {
	switch {
	case !c.VerifyExpiresAt(time.Now(), true):
		return jwt.ErrTokenExpired
	case !c.VerifyIssuer(issuer, true):
		return jwt.ErrTokenInvalidIssuer
	case !c.VerifyAudience(audience, true):
		return jwt.ErrTokenInvalidAudience
	}
	return c.RegisteredClaims.Valid()
}
${symmetric ? symmetricKey : ''}
func refuse(w http.ResponseWriter, status int, challenge string) {
	w.Header().Set("WWW-Authenticate", challenge)
	http.Error(w, http.StatusText(status), status)
}

// accept hands the claims of a token that this tenant signed for this API to next.
func accept(next func(http.ResponseWriter, *http.Request, claims)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		if !strings.EqualFold(scheme, "Bearer") {
			refuse(w, http.StatusUnauthorized, "Bearer")
			return
		}
		var c claims
		if _, err := parser.ParseWithClaims(token, &c, key); err != nil {
			refuse(w, http.StatusUnauthorized, \`Bearer error="invalid_token"\`)
			return
		}
		next(w, r, c)
	}
}

func main() {
	http.HandleFunc("${examplePath(input)}", accept(func(w http.ResponseWriter, r *http.Request, c claims) {
${scope ? scopeCheck(scope) : ''}		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(map[string]string{"caller": c.Subject})
	}))
	log.Fatal(http.ListenAndServe("localhost:${String(port)}", nil))
}`
}

const symmetricKey = `
func key(*jwt.Token) (any, error) {
	return []byte(os.Getenv("AUTH0_SIGNING_SECRET")), nil
}
`

const scopeCheck = (
  scope: string,
) => code`		if !strings.Contains(" "+c.Scope+" ", " "+${quote.go(scope)}+" ") {
			refuse(w, http.StatusForbidden, ${quote.go(insufficientScope(scope))})
			return
		}
`

function client(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('go', input)
  return code`
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

func main() {
	config := clientcredentials.Config{
		TokenURL:       ${tokenUrl},
		ClientID:       ${clientId},
		ClientSecret:   os.Getenv("AUTH0_CLIENT_SECRET"),
		EndpointParams: url.Values{"audience": {${audience}}},
		AuthStyle:      oauth2.AuthStyleInParams,
	}
	// Adds the cached token to every request and replaces it shortly before it expires.
	// Goroutines that share this client share one token request.
	client := config.Client(context.Background())

	response, err := client.Get("${exampleUrl(input)}")
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		log.Fatalf("refused: %s %s", response.Status, response.Header.Get("WWW-Authenticate"))
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(body))
}`
}
