import { type Code, code, value } from '../code.ts'
import { isSymmetric } from '../example.ts'
import type { AcceptInput } from '../language.ts'
import { quote } from '../quote.ts'

/** What the settings can't say: that a token has to expire, and everything about a shared secret. */
export const tokens = (input: AcceptInput): Code => (isSymmetric(input) ? decoder(input) : validator)

/** Spring Boot adds it to the validators that the settings bring. */
const validator = code`
package com.example.api;

import java.time.Instant;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;

@Configuration
class TokenConfiguration {
    /** Without it, a token that never expires would pass. */
    @Bean
    OAuth2TokenValidator<Jwt> expires() {
        return new JwtClaimValidator<Instant>("exp", Objects::nonNull);
    }
}`

const decoder = ({ api, issuer }: AcceptInput) => code`
package com.example.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@Configuration
class TokenConfiguration {
    @Bean
    JwtDecoder decoder(@Value("\${AUTH0_SIGNING_SECRET}") String secret) {
        var key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
        var decoder = NimbusJwtDecoder.withSecretKey(key)
            .macAlgorithm(MacAlgorithm.${value(api.signingAlgorithm)})
            .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(${quote.java(issuer)}),
            new JwtClaimValidator<List<String>>("aud", audiences ->
                audiences != null
                    && audiences.contains(${quote.java(api.identifier)})),
            new JwtClaimValidator<Instant>("exp", Objects::nonNull)));
        return decoder;
    }
}`
