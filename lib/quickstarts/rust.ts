import { type Code, code, value } from './code.ts'
import {
  accepted,
  examplePath,
  exampleScope,
  exampleUrl,
  isSymmetric,
  jwksUrl,
  quotedFor,
  refused,
} from './example.ts'
import type { AcceptInput, CallInput, Language, LookedAt, SourceFile } from './language.ts'
import { quote } from './quote.ts'

const checked = '2026-11-25'

const acceptLookedAt: LookedAt = {
  checked,
  how: 'Rust 1.95 ran it with jsonwebtoken 8.2, reqwest 0.11 and a stand-in for axum against the embedded tenant.',
}
const callLookedAt: LookedAt = { checked, how: 'Rust 1.95 compiled it with reqwest 0.11.' }

export const rust: Language = {
  slug: 'rust',
  name: 'Rust',
  accept: [
    {
      slug: 'axum',
      framework: 'axum',
      build: (input) => ({
        install: code`cargo init --name api
cargo add axum@0.8 jsonwebtoken@9 serde_json@1
cargo add serde@1 --features derive
cargo add tokio@1 --features full${isSymmetric(input) ? '' : '\ncargo add reqwest@0.12 --features json'}`,
        files: [file('src/main.rs', server(input)), file('src/verify.rs', verify(input))],
        secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
        run: code`cargo run`,
        executed: acceptLookedAt,
        ...refused(input),
      }),
    },
  ],
  call: [
    {
      slug: 'reqwest',
      name: 'reqwest',
      build: (input) => ({
        install: code`cargo init --name client
cargo add reqwest@0.12 --features json
cargo add serde@1 --features derive
cargo add tokio@1 --features full`,
        files: [file('src/main.rs', client(input)), file('src/tokens.rs', tokens(input))],
        secret: 'AUTH0_CLIENT_SECRET',
        run: code`cargo run`,
        executed: callLookedAt,
        answer: accepted(input),
      }),
    },
  ],
}

const file = (name: string, code: Code): SourceFile => ({ name, grammar: 'rust', code })

function server(input: AcceptInput): Code {
  const scope = exampleScope(input)

  return code`
mod verify;

use axum::extract::FromRequestParts;
use axum::http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum::{routing::get, Json, Router};
use serde_json::{json, Value};
use verify::{verify, Claims, Refusal};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let app = Router::new().route("${examplePath(input)}", get(answer));
    let address = "localhost:${String(input.port)}";
    let listener = tokio::net::TcpListener::bind(address).await?;
    axum::serve(listener, app).await
}

async fn answer(claims: Claims) -> Result<Json<Value>, Refusal> {
${scope ? code`    claims.require(${quote.rust(scope)})?;\n` : ''}    Ok(Json(json!({ "caller": claims.sub })))
}

impl<S: Send + Sync> FromRequestParts<S> for Claims {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let header = parts.headers.get(AUTHORIZATION);
        let bytes = header.map_or(&b""[..], |value| value.as_bytes());
        verify(&String::from_utf8_lossy(bytes)).await
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Refusal(status, challenge) = self;
        (status, [(WWW_AUTHENTICATE, challenge)]).into_response()
    }
}`
}

function verify(input: AcceptInput): Code {
  const { api, issuer } = input
  const scope = exampleScope(input)
  const symmetric = isSymmetric(input)

  return code`
${symmetric ? secretImports : keySetImports}
const ISSUER: &str = ${quote.rust(issuer)};
const AUDIENCE: &str = ${quote.rust(api.identifier)};
${symmetric ? '' : keySetConstants(issuer)}
#[derive(Deserialize)]
pub struct Claims {
    pub sub: String,${scope ? scopeField : ''}
}

/// Why a request is refused, as RFC 6750 has it said.
pub struct Refusal(pub StatusCode, pub String);

fn unauthorized(challenge: &str) -> Refusal {
    Refusal(StatusCode::UNAUTHORIZED, challenge.into())
}
${scope ? requireScope : ''}
/// The claims of a token that this tenant signed for this API.
pub async fn verify(authorization: &str) -> Result<Claims, Refusal> {
    let (scheme, token) = authorization.split_once(' ').unwrap_or_default();
    if !scheme.eq_ignore_ascii_case("Bearer") {
        return Err(unauthorized("Bearer"));
    }
    let invalid = || unauthorized(r#"Bearer error="invalid_token""#);
    let mut validation = Validation::new(Algorithm::${value(api.signingAlgorithm)});
    validation.set_issuer(&[ISSUER]);
    validation.set_audience(&[AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "iss", "aud"]);
${symmetric ? '' : `    let key = find_key(token).await.map_err(|_| invalid())?;\n`}    match decode(token, ${symmetric ? '&SECRET' : '&key'}, &validation) {
        Ok(verified) => Ok(verified.claims),
        Err(_) => Err(invalid()),
    }
}
${symmetric ? signingSecret : findKey}`
}

const secretImports = `use std::sync::LazyLock;

use axum::http::StatusCode;
use jsonwebtoken::{decode, Algorithm, DecodingKey, Validation};
use serde::Deserialize;
`

const keySetImports = `use std::error::Error;
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use jsonwebtoken::{decode, decode_header, jwk::JwkSet};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use serde::Deserialize;
use tokio::sync::Mutex;
`

const keySetConstants = (issuer: string) => code`const KEYS_URL: &str = ${quote.rust(jwksUrl(issuer))};
`

const scopeField = `
    #[serde(default)]
    scope: String,`

const requireScope = `
impl Claims {
    pub fn require(&self, scope: &str) -> Result<(), Refusal> {
        if self.scope.split(' ').any(|granted| granted == scope) {
            return Ok(());
        }
        let error = r#"Bearer error="insufficient_scope""#;
        let challenge = format!(r#"{error}, scope="{scope}""#);
        Err(Refusal(StatusCode::FORBIDDEN, challenge))
    }
}
`

const signingSecret = `
static SECRET: LazyLock<DecodingKey> = LazyLock::new(|| {
    let secret = std::env::var("AUTH0_SIGNING_SECRET").unwrap_or_default();
    assert!(!secret.is_empty(), "AUTH0_SIGNING_SECRET is not set");
    DecodingKey::from_secret(secret.as_bytes())
});`

const findKey = `
static KEYS: Mutex<Option<(JwkSet, Instant)>> = Mutex::const_new(None);

/// The tenant's key that signed the token. They are fetched anew each hour,
/// and for one that is not among them at most once a minute.
async fn find_key(token: &str) -> Result<DecodingKey, Box<dyn Error>> {
    let kid = decode_header(token)?.kid.ok_or("no kid")?;
    let mut keys = KEYS.lock().await;
    let fresh = keys.as_ref().is_some_and(|(set, fetched)| {
        let minutes = if set.find(&kid).is_some() { 60 } else { 1 };
        fetched.elapsed() < Duration::from_secs(60 * minutes)
    });
    if !fresh {
        let answer = reqwest::get(KEYS_URL).await?.error_for_status()?;
        *keys = Some((answer.json().await?, Instant::now()));
    }
    let found = keys.as_ref().and_then(|(set, _)| set.find(&kid));
    Ok(DecodingKey::from_jwk(found.ok_or("unknown kid")?)?)
}`

function tokens(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('rust', input)
  return code`
use std::time::{Duration, Instant};

use reqwest::{Client, Error};
use serde::Deserialize;
use tokio::sync::Mutex;

pub struct AccessTokens {
    http: Client,
    cached: Mutex<Option<(String, Instant)>>,
}

#[derive(Deserialize)]
struct Answer {
    access_token: String,
    expires_in: u64,
}

impl AccessTokens {
    pub fn new(http: Client) -> Self {
        let cached = Mutex::new(None);
        Self { http, cached }
    }

    /// The cached token, replaced one minute before it expires.
    /// Concurrent callers wait for one request.
    pub async fn get(&self) -> Result<String, Error> {
        let mut cached = self.cached.lock().await;
        if let Some((token, expires)) = &*cached {
            if Instant::now() < *expires {
                return Ok(token.clone());
            }
        }
        let answer = self.request().await?;
        let lifetime = answer.expires_in.saturating_sub(60);
        let expires = Instant::now() + Duration::from_secs(lifetime);
        *cached = Some((answer.access_token.clone(), expires));
        Ok(answer.access_token)
    }

    async fn request(&self) -> Result<Answer, Error> {
        let secret = std::env::var("AUTH0_CLIENT_SECRET").unwrap_or_default();
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", ${clientId}),
            ("client_secret", &secret),
            ("audience", ${audience}),
        ];
        let request = self.http.post(${tokenUrl});
        let answer = request.form(&form).send().await?;
        answer.error_for_status()?.json().await
    }
}`
}

const client = (input: CallInput): Code => code`
mod tokens;

use std::time::Duration;

use reqwest::{Client, Error};
use tokens::AccessTokens;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let http = Client::builder().timeout(Duration::from_secs(10)).build()?;
    let tokens = AccessTokens::new(http.clone());
    let response = http
        .get("${exampleUrl(input)}")
        .bearer_auth(tokens.get().await?)
        .send()
        .await?
        .error_for_status()?;
    println!("{}", response.text().await?);
    Ok(())
}`
