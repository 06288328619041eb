import { code } from './code'
import { quote } from './quote'

/** keys.go: the public keys of a JWKS (RFC 7517) as what golang-jwt asks for, a function from token to key. */
export const goKeys = (jwksUrl: string) => code`
package main

import (
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v4"
)

const jwksURL = ${quote.go(jwksUrl)}

var (
	mutex      sync.Mutex
	publicKeys map[string]*rsa.PublicKey
	fetched    time.Time
	httpClient = http.Client{Timeout: 10 * time.Second}
)

// key finds the public key that a token names. Keys are fetched again every hour,
// and for an unknown key ID at most once a minute.
func key(token *jwt.Token) (any, error) {
	mutex.Lock()
	defer mutex.Unlock()

	id, _ := token.Header["kid"].(string)
	age := time.Since(fetched)
	if age > time.Hour || publicKeys[id] == nil && age > time.Minute {
		if err := fetchKeys(); err != nil {
			return nil, err
		}
	}
	if publicKeys[id] == nil {
		return nil, fmt.Errorf("the tenant has no key %q", id)
	}
	return publicKeys[id], nil
}

func fetchKeys() error {
	response, err := httpClient.Get(jwksURL)
	if err != nil {
		return err
	}
	defer response.Body.Close()

	var set struct {
		Keys []struct{ Kty, Kid, N, E string }
	}
	if err := json.NewDecoder(response.Body).Decode(&set); err != nil {
		return err
	}
	keys := map[string]*rsa.PublicKey{}
	for _, jwk := range set.Keys {
		n, errN := base64.RawURLEncoding.DecodeString(jwk.N)
		e, errE := base64.RawURLEncoding.DecodeString(jwk.E)
		if jwk.Kty != "RSA" || errN != nil || errE != nil {
			continue
		}
		keys[jwk.Kid] = &rsa.PublicKey{
			N: new(big.Int).SetBytes(n),
			E: int(new(big.Int).SetBytes(e).Int64()),
		}
	}
	if len(keys) == 0 {
		return errors.New("the tenant answered without keys")
	}
	publicKeys, fetched = keys, time.Now()
	return nil
}`
