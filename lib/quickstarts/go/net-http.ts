import { type Code, code } from '../code.ts'
import { examplePath, exampleScope, insufficientScope, isSymmetric, refused } from '../example.ts'
import type { AcceptInput, Acceptor } from '../language.ts'
import { quote } from '../quote.ts'
import { keySet } from './verify-with-key-set.ts'
import { secret } from './verify-with-secret.ts'

export const netHttp: Acceptor = {
  slug: 'net-http',
  framework: 'net/http',
  build(input) {
    const { module, verify, executed } = isSymmetric(input) ? secret : keySet
    return {
      install: code`go mod init example.com/api
go get ${module}`,
      files: [
        { name: 'main.go', grammar: 'go', code: server(input) },
        { name: 'verify.go', grammar: 'go', code: verify(input) },
      ],
      secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
      run: code`go run .`,
      executed,
      ...refused(input),
    }
  },
}

function server(input: AcceptInput): Code {
  const scope = exampleScope(input)

  return code`
package main

import (
	"encoding/json"
	"log"
	"net/http"
${scope ? '\t"slices"\n' : ''}	"strings"
)

func main() {
	http.HandleFunc("${examplePath(input)}", accept(answer))
	log.Fatal(http.ListenAndServe("localhost:${String(input.port)}", nil))
}

func answer(w http.ResponseWriter, _ *http.Request, c claims) {
${scope ? scopeCheck(scope) : ''}	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"caller": c.Subject})
}

type handler func(http.ResponseWriter, *http.Request, claims)

// accept hands on the claims of a token that verify lets pass.
func accept(next handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
		if !strings.EqualFold(scheme, "Bearer") {
			refuse(w, http.StatusUnauthorized, "Bearer")
			return
		}
		c, err := verify(r.Context(), strings.TrimSpace(token))
		if err != nil {
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

const scopeCheck = (scope: string) => code`
	if !slices.Contains(strings.Fields(c.Scope), ${quote.go(scope)}) {
		refuse(w, http.StatusForbidden,
			${quote.go(insufficientScope(scope))})
		return
	}
`
