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
import type { AcceptInput, CallInput, Language, SourceFile } from './language.ts'
import { quote } from './quote.ts'

const sources = 'src/main/java/com/example/api'

export const java: Language = {
  slug: 'java',
  name: 'Java',
  accept: [
    {
      slug: 'spring-boot',
      framework: 'Spring Boot',
      build: (input) => ({
        install: code`curl https://start.spring.io/starter.tgz \\
  --data type=maven-project --data dependencies=web,oauth2-resource-server \\
  --data name=api --data packageName=com.example.api \\
  | tar -xzf -`,
        files: apiFiles(input),
        secret: isSymmetric(input) ? 'AUTH0_SIGNING_SECRET' : undefined,
        run: code`./mvnw spring-boot:run`,
        executed: {
          checked: '2026-11-23',
          how: 'Written for Spring Boot 3 with Spring Security 6 and read through, not run.',
        },
        ...refused(input),
      }),
    },
  ],
  call: [
    {
      slug: 'java-net-http',
      name: 'java.net.http',
      build: (input) => ({
        install: code`mkdir -p src/main/java`,
        files: clientFiles(input),
        secret: 'AUTH0_CLIENT_SECRET',
        run: code`mvn --quiet compile exec:java -Dexec.mainClass=Client`,
        executed: { checked: '2026-11-23', how: 'Java 17 built and ran it against the embedded tenant.' },
        answer: accepted(input),
      }),
    },
  ],
}

/** First the file that holds what comes from the tenant: settings for RS256, the decoder in code for HS256. */
function apiFiles(input: AcceptInput) {
  const yml = {
    name: 'src/main/resources/application.yml',
    grammar: 'yaml' as const,
    code: settings(input),
  }
  const java = [
    { name: `${sources}/SecurityConfiguration.java`, grammar: 'java' as const, code: security(input) },
    { name: `${sources}/ExampleController.java`, grammar: 'java' as const, code: controller(input) },
  ]
  return isSymmetric(input) ? [...java, yml] : [yml, ...java]
}

function settings(input: AcceptInput): Code {
  const { api, issuer, port } = input
  if (isSymmetric(input)) return code`server.port: ${String(port)}`
  return code`
server.port: ${String(port)}
spring.security.oauth2.resourceserver.jwt:
  issuer-uri: ${quote.springYaml(issuer)}
  jwk-set-uri: ${quote.springYaml(jwksUrl(issuer))}
  audiences: ${quote.springYaml(api.identifier)}
  jws-algorithms: ${value(api.signingAlgorithm)}`
}

function controller(input: AcceptInput): Code {
  return code`
package com.example.api;

import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExampleController {
    @GetMapping("${examplePath(input)}")
    Map<String, String> read(@AuthenticationPrincipal Jwt token) {
        return Map.of("caller", token.getSubject());
    }
}`
}

function security(input: AcceptInput): Code {
  const scope = exampleScope(input)
  const symmetric = isSymmetric(input)

  return code`
package com.example.api;

${symmetric ? decoderImports : ''}import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
${symmetric ? jwtImports : ''}import org.springframework.security.web.SecurityFilterChain;

@Configuration
class SecurityConfiguration {
    @Bean
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(requests -> requests
${scope ? code`                .requestMatchers("${examplePath(input)}").hasAuthority(${quote.java(code`SCOPE_${value(scope)}`)})\n` : ''}                .anyRequest().authenticated())
            .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
            .build();
    }
${symmetric ? decoder(input) : ''}}`
}

const decoderImports = `import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
`

const jwtImports = `import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
`

const decoder = ({ api, issuer }: AcceptInput) => code`
    @Bean
    JwtDecoder jwtDecoder(@Value("\${AUTH0_SIGNING_SECRET}") String secret) {
        var key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        var decoder = NimbusJwtDecoder.withSecretKey(key)
            .macAlgorithm(MacAlgorithm.${value(api.signingAlgorithm)})
            .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(${quote.java(issuer)}),
            new JwtClaimValidator<List<String>>("aud", audiences ->
                audiences != null && audiences.contains(${quote.java(api.identifier)}))));
        return decoder;
    }
`

const clientFiles = (input: CallInput): SourceFile[] => [
  { name: 'src/main/java/Client.java', grammar: 'java', code: client(input) },
  { name: 'pom.xml', grammar: 'xml', code: pom },
]

const pom = code`
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example</groupId>
  <artifactId>client</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>com.fasterxml.jackson.core</groupId>
      <artifactId>jackson-databind</artifactId>
      <version>2.20.1</version>
    </dependency>
  </dependencies>
</project>`

function client(input: CallInput): Code {
  const { tokenUrl, clientId, audience } = quotedFor('java', input)
  return code`
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

public class Client {
    private static final HttpClient http = HttpClient.newHttpClient();
    private static final ObjectMapper json = new ObjectMapper();
    private static String token;
    private static Instant expires = Instant.MIN;

    public static void main(String[] arguments) throws Exception {
        var request = HttpRequest.newBuilder()
            .uri(URI.create("${exampleUrl(input)}"))
            .header("Authorization", "Bearer " + accessToken())
            .build();
        System.out.println(send(request));
    }

    /**
     * The cached token, replaced one minute before it expires.
     * Threads wait for one request.
     */
    static synchronized String accessToken() throws Exception {
        if (Instant.now().isAfter(expires)) {
            var answer = json.readTree(send(tokenRequest()));
            token = answer.get("access_token").asText();
            var lifetime = answer.get("expires_in").asLong();
            expires = Instant.now().plusSeconds(lifetime - 60);
        }
        return token;
    }

    private static HttpRequest tokenRequest() throws IOException {
        var body = json.writeValueAsString(Map.of(
            "grant_type", "client_credentials",
            "client_id", ${clientId},
            "client_secret", System.getenv("AUTH0_CLIENT_SECRET"),
            "audience", ${audience}));
        return HttpRequest.newBuilder()
            .uri(URI.create(${tokenUrl}))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    }

    private static String send(HttpRequest request) throws Exception {
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}`
}
