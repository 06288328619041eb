import { type Code, code, value } from './code.ts'
import {
  accepted,
  examplePath,
  exampleScope,
  exampleUrl,
  insufficientScope,
  isSymmetric,
  quotedFor,
  refused,
} from './example.ts'
import type { AcceptInput, CallInput, Language, LookedAt } from './language.ts'
import { quote } from './quote.ts'

const executed: LookedAt = {
  checked: '2026-11-25',
  how: 'Written for .NET 10 and read through, not run.',
}

export const csharp: Language = {
  slug: 'csharp',
  name: 'C#',
  accept: [
    {
      slug: 'aspnet-core',
      framework: 'ASP.NET Core',
      build: (input) => ({
        files: [
          { name: 'Program.cs', grammar: 'csharp', code: server(input) },
          { name: 'api.csproj', grammar: 'xml', code: apiProject },
        ],
        secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
        run: code`dotnet run --urls http://localhost:${String(input.port)}`,
        executed,
        ...refused(input),
      }),
    },
  ],
  call: [
    {
      slug: 'http-client',
      name: 'HttpClient',
      build: (input) => ({
        files: [
          { name: 'Program.cs', grammar: 'csharp', code: client(input) },
          { name: 'client.csproj', grammar: 'xml', code: clientProject },
        ],
        secret: 'AUTH0_CLIENT_SECRET',
        run: code`dotnet run`,
        executed,
        answer: accepted(input),
      }),
    },
  ],
}

const properties = `  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>`

const apiProject = code`
<Project Sdk="Microsoft.NET.Sdk.Web">
${properties}
  </PropertyGroup>
  <ItemGroup>
    <PackageReference
      Include="Microsoft.AspNetCore.Authentication.JwtBearer"
      Version="10.*" />
  </ItemGroup>
</Project>`

const clientProject = code`
<Project Sdk="Microsoft.NET.Sdk">
${properties}
    <OutputType>Exe</OutputType>
  </PropertyGroup>
</Project>`

function server(input: AcceptInput): Code {
  const { api } = input
  const scope = exampleScope(input)
  const symmetric = isSymmetric(input)

  return code`
using System.Security.Claims;
${symmetric ? 'using System.Text;\n' : ''}${scope ? 'using Microsoft.AspNetCore.Authentication.JwtBearer;\n' : ''}${symmetric ? 'using Microsoft.IdentityModel.Tokens;\n' : ''}
var builder = WebApplication.CreateBuilder(args);

builder.Services.AddAuthentication().AddJwtBearer(options =>
{
    options.Audience = ${quote.csharp(api.identifier)};
    options.MapInboundClaims = false;
${symmetric ? symmetricKey(input) : authority(input)}
    options.TokenValidationParameters.ValidAlgorithms = ["${value(api.signingAlgorithm)}"];
${scope ? challenge(scope) : ''}});
${scope ? policy(scope) : 'builder.Services.AddAuthorization();\n'}
var app = builder.Build();

app.MapGet("${examplePath(input)}", (ClaimsPrincipal user) =>
    new { caller = user.FindFirstValue("sub") })
    .RequireAuthorization(${scope ? quote.csharp(scope) : ''});

app.Run();`
}

/** Plain HTTP metadata is refused unless one says otherwise, which only a tenant on this machine justifies. */
const authority = ({ issuer }: AcceptInput) =>
  code`    options.Authority = ${quote.csharp(issuer)};
    options.TokenValidationParameters.ValidIssuer = ${quote.csharp(issuer)};${
      issuer.startsWith('http:')
        ? '\n    options.RequireHttpsMetadata = false; // the tenant is on this machine'
        : ''
    }`

const symmetricKey = ({ issuer }: AcceptInput) =>
  code`    options.TokenValidationParameters.ValidIssuer = ${quote.csharp(issuer)};
    options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(
        Encoding.UTF8.GetBytes(builder.Configuration["AUTH0_SIGNING_SECRET"]!));`

const challenge = (scope: string) => code`    options.Events = new JwtBearerEvents
    {
        OnForbidden = context =>
        {
            context.Response.Headers.WWWAuthenticate =
                ${quote.csharp(insufficientScope(scope))};
            return Task.CompletedTask;
        },
    };
`

const policy = (scope: string) => code`builder.Services.AddAuthorizationBuilder()
    .AddPolicy(${quote.csharp(scope)}, policy => policy
        .RequireAuthenticatedUser()
        .RequireAssertion(context => context.User.FindFirstValue("scope")
            ?.Split(' ').Contains(${quote.csharp(scope)}) ?? false));
`

function client(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('csharp', input)
  return code`
using System.Net.Http.Json;
using System.Text.Json.Serialization;

var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
var tokens = new AccessTokens(http);

using var request = new HttpRequestMessage(
    HttpMethod.Get, "${exampleUrl(input)}");
request.Headers.Authorization = new("Bearer", await tokens.GetAsync());
using var response = await http.SendAsync(request);
response.EnsureSuccessStatusCode();
Console.WriteLine(await response.Content.ReadAsStringAsync());

class AccessTokens(HttpClient http)
{
    private readonly SemaphoreSlim gate = new(1);
    private string token = "";
    private DateTimeOffset expires;

    /// <summary>
    /// The cached token, replaced one minute before it expires.
    /// Concurrent callers wait for one request.
    /// </summary>
    public async Task<string> GetAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (DateTimeOffset.UtcNow >= expires)
            {
                var answer = await RequestAsync();
                token = answer.AccessToken;
                expires = DateTimeOffset.UtcNow.AddSeconds(answer.ExpiresIn - 60);
            }
            return token;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<TokenAnswer> RequestAsync()
    {
        var secret = Environment.GetEnvironmentVariable("AUTH0_CLIENT_SECRET");
        using var response = await http.PostAsJsonAsync(
            ${tokenUrl},
            new
            {
                grant_type = "client_credentials",
                client_id = ${clientId},
                client_secret = secret,
                audience = ${audience},
            });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<TokenAnswer>())!;
    }
}

record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);`
}
