import { type Code, code } from '../code.ts'
import { accepted, exampleUrl, quotedFor } from '../example.ts'
import type { CacheTrial, Caller, CallInput } from '../language.ts'
import { fromDebian } from './from-debian.ts'

export const oauth2: Caller = {
  slug: 'oauth2',
  name: 'x/oauth2',
  build: (input) => ({
    install: code`go mod init example.com/client
go get golang.org/x/oauth2`,
    files: [
      { name: 'tokens.go', grammar: 'go', code: tokens(input) },
      { name: 'client.go', grammar: 'go', code: client(input) },
    ],
    secret: 'AUTH0_CLIENT_SECRET',
    run: code`go run .`,
    executed: fromDebian(['golang-golang-x-oauth2-dev'], 'Ran with Go 1.19.'),
    answer: accepted(input),
    cache: cacheTrial,
  }),
}

function tokens(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('go', input)
  return code`
package main

import (
	"context"
	"net/http"
	"net/url"
	"os"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"
)

var config = clientcredentials.Config{
	TokenURL:       ${tokenUrl},
	ClientID:       ${clientId},
	ClientSecret:   os.Getenv("AUTH0_CLIENT_SECRET"),
	EndpointParams: url.Values{"audience": {${audience}}},
	AuthStyle:      oauth2.AuthStyleInParams,
}

// tokens keeps the token until one minute before it expires.
// Concurrent callers share one request.
var tokens = oauth2.ReuseTokenSource(nil, tenant{
	http: &http.Client{Timeout: 10 * time.Second},
})

type tenant struct{ http *http.Client }

func (t tenant) Token() (*oauth2.Token, error) {
	ctx := context.WithValue(context.Background(), oauth2.HTTPClient, t.http)
	token, err := config.Token(ctx)
	if err != nil {
		return nil, err
	}
	token.Expiry = token.Expiry.Add(-time.Minute)
	return token, nil
}`
}

const client = (input: CallInput): Code => code`
package main

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"time"

	"golang.org/x/oauth2"
)

func main() {
	client := oauth2.NewClient(context.Background(), tokens)
	client.Timeout = 10 * time.Second

	response, err := client.Get("${exampleUrl(input)}")
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		log.Fatal(response.Status, " ", response.Header.Get("WWW-Authenticate"))
	}
	fmt.Println(string(body))
}`

const cacheTrial: CacheTrial = {
  file: {
    name: 'trial.go',
    grammar: 'go',
    code: code`
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"sync"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var calls sync.WaitGroup
		for i := 0; i < 10; i++ {
			calls.Add(1)
			go func() {
				defer calls.Done()
				if _, err := tokens.Token(); err != nil {
					log.Fatal(err)
				}
			}()
		}
		calls.Wait()
		fmt.Println(lines.Text())
	}
}`,
  },
  run: code`go run trial.go tokens.go`,
}
