import { type Code, code, value } from './code.ts'
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
} from './example.ts'
import type { AcceptInput, CallInput, Language } from './language.ts'
import { quote } from './quote.ts'

export const go: Language = {
  slug: 'go',
  name: 'Go',
  accept: [
    {
      slug: 'net-http',
      framework: 'net/http',
      build: (input) => ({
        install: code`go mod init example.com/api
go get github.com/golang-jwt/jwt/v5${isSymmetric(input) ? '' : ' github.com/MicahParks/keyfunc/v3'}`,
        files: [{ name: 'main.go', grammar: 'go', code: server(input) }],
        secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
        run: code`go run .`,
        executed: {
          checked: '2026-11-23',
          how: 'Go 1.19 built and ran it on golang-jwt 4 with stand-ins for what version 5 and keyfunc add.',
        },
        ...refused(input),
      }),
    },
  ],
  call: [
    {
      slug: 'oauth2',
      name: 'x/oauth2',
      build: (input) => ({
        install: code`go mod init example.com/client
go get golang.org/x/oauth2`,
        files: [{ name: 'client.go', grammar: 'go', code: client(input) }],
        secret: 'AUTH0_CLIENT_SECRET',
        run: code`go run .`,
        executed: { checked: '2026-11-23', how: 'Go 1.19 built and ran it against the embedded tenant.' },
        answer: accepted(input),
      }),
    },
  ],
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
${symmetric ? '\t"os"\n' : ''}${scope ? '\t"slices"\n' : ''}	"strings"

${symmetric ? '' : '\t"github.com/MicahParks/keyfunc/v3"\n'}	"github.com/golang-jwt/jwt/v5"
)

type claims struct {
	jwt.RegisteredClaims
	Scope string \`json:"scope"\`
}

var parser = jwt.NewParser(
	jwt.WithIssuer(${quote.go(issuer)}),
	jwt.WithAudience(${quote.go(api.identifier)}),
	jwt.WithValidMethods([]string{"${value(api.signingAlgorithm)}"}),
	jwt.WithExpirationRequired(),
)

func main() {
${symmetric ? symmetricKey : publicKeys(issuer)}
	http.HandleFunc("${examplePath(input)}", accept(key, answer))
	log.Fatal(http.ListenAndServe("localhost:${String(port)}", nil))
}

func answer(w http.ResponseWriter, _ *http.Request, c claims) {
${scope ? scopeCheck(scope) : ''}	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"caller": c.Subject})
}

type handler func(http.ResponseWriter, *http.Request, claims)

// accept hands on the claims of tokens that this tenant signed for this API.
func accept(key jwt.Keyfunc, next handler) http.HandlerFunc {
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

func refuse(w http.ResponseWriter, status int, challenge string) {
	w.Header().Set("WWW-Authenticate", challenge)
	http.Error(w, http.StatusText(status), status)
}`
}

const symmetricKey = `	secret := []byte(os.Getenv("AUTH0_SIGNING_SECRET"))
	key := func(*jwt.Token) (any, error) { return secret, nil }
`

const publicKeys = (issuer: string) => code`	keys, err := keyfunc.NewDefault([]string{
		${quote.go(jwksUrl(issuer))},
	})
	if err != nil {
		log.Fatal(err)
	}
	key := keys.Keyfunc
`

const scopeCheck = (
  scope: string,
) => code`	if !slices.Contains(strings.Fields(c.Scope), ${quote.go(scope)}) {
		refuse(w, http.StatusForbidden,
			${quote.go(insufficientScope(scope))})
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
	// Adds the cached token to every request, replaces it shortly before it expires.
	// Goroutines that share this client share one token request.
	client := config.Client(context.Background())

	response, err := client.Get("${exampleUrl(input)}")
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		log.Fatal("refused: ", response.Header.Get("WWW-Authenticate"))
	}
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(string(body))
}`
}
