package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks whether an assertion shows that an application is who it says. Thread-safe. */
final class ClientAssertion {

    private static final Set<String> AUTHORITIES = Set.of(
            "login.microsoftonline.com",
            "login.chinacloudapi.cn",
            "login.partner.microsoftonline.cn",
            "login.microsoftonline.us",
            "login.microsoftonline.de");

    private final InstantSource time;

    ClientAssertion(InstantSource time) {
        this.time = time;
    }

    void check(String assertion, String clientId, ClientRegistration application, TokenRequest asked)
            throws OAuthException.RefusedGrantException {
        SignedJwt jwt = SignedJwt.of(assertion);
        if (application.certificates().noneMatch(jwt::isSignedBy)) {
            throw OAuthException.client(
                    700_027,
                    "The certificate with identifier used to sign the client assertion is not registered on"
                            + " application, or the client assertion failed signature validation.");
        }
        if (!clientId.equalsIgnoreCase(jwt.claim("iss")) || !clientId.equalsIgnoreCase(jwt.claim("sub"))) {
            throw OAuthException.client(50_013, "The client assertion's issuer and subject must be the client_id.");
        }
        if (!isForUs(jwt.claim("aud"), asked)) {
            throw OAuthException.client(50_013, "The client assertion's audience is not this token endpoint.");
        }
        checkTime(jwt);
    }

    private void checkTime(SignedJwt jwt) throws OAuthException.RefusedGrantException {
        Instant now = time.instant();
        if (!now.isBefore(jwt.moment("exp")) || now.isBefore(jwt.momentOr("nbf", now))) {
            throw OAuthException.client(
                    700_024, "Client assertion is not within its valid time range. Current time: " + now + ".");
        }
    }

    /** Tells whether the audience is this tenant's endpoint or issuer, at an authority or wherever the request came. */
    private static boolean isForUs(String audience, TokenRequest asked) {
        String tenant = "/" + asked.tenant();
        return Stream.concat(AUTHORITIES.stream(), asked.hosts().stream())
                .map(host -> "https://" + host + tenant)
                .flatMap(issuer -> Stream.of(issuer + "/oauth2/v2.0/token", issuer + "/v2.0"))
                .map(url -> url.toLowerCase(Locale.ROOT))
                .anyMatch(audience.toLowerCase(Locale.ROOT)::equals);
    }

    /** A JSON web token with its signature, as much of it as a client assertion needs. Immutable. */
    static final class SignedJwt {

        private static final PSSParameterSpec PSS = new PSSParameterSpec(
                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

        private static final JsonParserFactory PARSERS =
                Json.createParserFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

        private final Map<String, String> header;
        private final Map<String, String> claims;
        private final byte[] signed;
        private final byte[] signature;

        private SignedJwt(Map<String, String> header, Map<String, String> claims, byte[] signed, byte[] signature) {
            this.header = header;
            this.claims = claims;
            this.signed = signed;
            this.signature = signature;
        }

        static SignedJwt of(String text) throws OAuthException.RefusedGrantException {
            String[] parts = text.split("\\.", -1);
            if (parts.length != 3) {
                throw malformed("it does not have three parts");
            }
            byte[] signed = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
            return new SignedJwt(object(parts[0]), object(parts[1]), signed, decoded(parts[2]));
        }

        /** Tells whether the header names the certificate by its thumbprint and the certificate's key signed the token. */
        boolean isSignedBy(X509Certificate certificate) {
            try {
                return names(certificate) && verifies(certificate);
            } catch (GeneralSecurityException notASignature) {
                // Thrown for a signature of the wrong length, for instance: the sender's fault, and no different from a
                // forgery.
                return false;
            }
        }

        /** Gives a claim's text. */
        String claim(String name) throws OAuthException.RefusedGrantException {
            return Optional.ofNullable(claims.get(name))
                    .orElseThrow(() -> malformed("the claim " + name + " is missing"));
        }

        /** Gives the moment that a claim tells. */
        Instant moment(String name) throws OAuthException.RefusedGrantException {
            return moment(name, claim(name));
        }

        /** Gives the moment that a claim tells, or another one if there is no such claim. */
        Instant momentOr(String name, Instant otherwise) throws OAuthException.RefusedGrantException {
            return claims.containsKey(name) ? moment(name) : otherwise;
        }

        private static Instant moment(String name, String seconds) throws OAuthException.RefusedGrantException {
            try {
                return Instant.ofEpochSecond(Long.parseLong(seconds));
            } catch (DateTimeException | NumberFormatException noMoment) {
                throw malformed("the claim " + name + " is no time");
            }
        }

        private boolean names(X509Certificate certificate) throws GeneralSecurityException {
            return isThumbprint(header.get("x5t#S256"), "SHA-256", certificate)
                    || isThumbprint(header.get("x5t"), "SHA-1", certificate);
        }

        private boolean verifies(X509Certificate certificate) throws GeneralSecurityException {
            Optional<Signature> algorithm = algorithm();
            if (algorithm.isEmpty()) {
                return false;
            }
            algorithm.get().initVerify(certificate.getPublicKey());
            algorithm.get().update(signed);
            return algorithm.get().verify(signature);
        }

        /** Gives the two that the vendor takes; whatever else the header says, {@code none} above all, verifies nothing. */
        private Optional<Signature> algorithm() throws GeneralSecurityException {
            return switch (header.getOrDefault("alg", "")) {
                case "RS256" -> Optional.of(Signature.getInstance("SHA256withRSA"));
                case "PS256" -> Optional.of(probabilistic());
                default -> Optional.empty();
            };
        }

        private static Signature probabilistic() throws GeneralSecurityException {
            Signature signature = Signature.getInstance("RSASSA-PSS");
            signature.setParameter(PSS);
            return signature;
        }

        /** Takes either alphabet of Base64, with and without padding: the vendor's page shows one, its library sends another. */
        private static boolean isThumbprint(String text, String digest, X509Certificate certificate)
                throws GeneralSecurityException {
            byte[] hash = MessageDigest.getInstance(digest).digest(certificate.getEncoded());
            String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            return text != null
                    && thumbprint.equals(
                            text.replace('+', '-').replace('/', '_').replaceFirst("=+$", ""));
        }

        private static Map<String, String> object(String part) throws OAuthException.RefusedGrantException {
            Map<String, String> members = new HashMap<>();
            try (JsonParser parser = PARSERS.createParser(new StringReader(new String(decoded(part), UTF_8)))) {
                parser.next();
                parser.getObject().forEach((name, value) -> members.put(name, text(value)));
                while (parser.hasNext()) {
                    parser.next();
                }
            } catch (JsonException | IllegalStateException invalid) {
                throw malformed("a part is no JSON");
            }
            return members;
        }

        /** Returns a string or a number as text, and the empty text for values that the check does not use. */
        private static String text(JsonValue value) {
            return switch (value) {
                case JsonString string -> string.getString();
                case JsonNumber number -> number.toString();
                default -> "";
            };
        }

        private static byte[] decoded(String part) throws OAuthException.RefusedGrantException {
            try {
                return Base64.getUrlDecoder().decode(part);
            } catch (IllegalArgumentException notBase64) {
                throw malformed("a part is not in Base64");
            }
        }

        private static OAuthException.RefusedGrantException malformed(String why) {
            return OAuthException.client(50_027, "JWT token is invalid or malformed: " + why + ".");
        }
    }
}
