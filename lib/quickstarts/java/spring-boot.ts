import { type Code, code, value } from '../code.ts'
import { examplePath, exampleScope, isSymmetric, jwksUrl, refused } from '../example.ts'
import type { AcceptInput, Acceptor, Grammar, SourceFile } from '../language.ts'
import { quote } from '../quote.ts'
import { tokens } from './spring-boot-tokens.ts'

const sources = 'src/main/java/com/example/api'

export const springBoot: Acceptor = {
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
      checked: '2026-11-25',
      how: 'Written for Spring Boot 3.5 with Spring Security 6; javac 17 compiled it against stand-ins for their types.',
    },
    ...refused(input),
  }),
}

/** First the file that holds what comes from the tenant: settings for RS256, the decoder in code for HS256. */
function apiFiles(input: AcceptInput) {
  const yml = file('src/main/resources/application.yml', 'yaml', settings(input))
  const java = [
    file(`${sources}/TokenConfiguration.java`, 'java', tokens(input)),
    file(`${sources}/SecurityConfiguration.java`, 'java', security(input)),
    file(`${sources}/ExampleController.java`, 'java', controller(input)),
  ]
  return isSymmetric(input) ? [...java, yml] : [yml, ...java]
}

const file = (name: string, grammar: Grammar, code: Code): SourceFile => ({ name, grammar, code })

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

  return code`
package com.example.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

@Configuration
class SecurityConfiguration {
    @Bean
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        return http
            .authorizeHttpRequests(requests -> requests
${scope ? scopeCheck(input, scope) : ''}                .anyRequest().authenticated())
            .oauth2ResourceServer(server -> server
                .jwt(Customizer.withDefaults()))
            .build();
    }
}`
}

const scopeCheck = (
  input: AcceptInput,
  scope: string,
) => code`                .requestMatchers("${examplePath(input)}")
                    .hasAuthority(${quote.java(code`SCOPE_${value(scope)}`)})
`
