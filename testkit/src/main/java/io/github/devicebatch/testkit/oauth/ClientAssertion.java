package io.github.devicebatch.testkit.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A client assertion (RFC 7523): a signed JSON web token by which an application authenticates. Immutable. */
final class ClientAssertion {

    private static final Set<String> AUTHORITIES = Set.of(
            "login.microsoftonline.com",
            "login.chinacloudapi.cn",
            "login.partner.microsoftonline.cn",
            "login.microsoftonline.us",
            "login.microsoftonline.de");
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    private final JsonObject header;
    private final JsonObject claims;
    private final byte[] signed;
    private final byte[] signature;

    private ClientAssertion(JsonObject header, JsonObject claims, byte[] signed, byte[] signature) {
        this.header = header;
        this.claims = claims;
        this.signed = signed;
        this.signature = signature;
    }

    /** Reads the compact form: header, claims and signature, each in Base64. The signature is not verified. */
    static ClientAssertion parse(String text) throws OAuthException {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw malformed("it does not have three parts");
        }
        byte[] signed = (parts[0] + "." + parts[1]).getBytes(US_ASCII);
        return new ClientAssertion(object(parts[0]), object(parts[1]), signed, decode(parts[2]));
    }

    /** Checks signature, issuer, subject, audience and validity period. */
    void verify(String clientId, ClientRegistration application, TokenRequest request, Instant now)
            throws OAuthException {
        if (application.certificates().noneMatch(this::isSignedBy)) {
            throw OAuthException.invalidClient(
                    700_027,
                    "The certificate with identifier used to sign the client assertion is not registered on"
                            + " application, or the client assertion failed signature validation.");
        }
        if (!clientId.equalsIgnoreCase(claim("iss")) || !clientId.equalsIgnoreCase(claim("sub"))) {
            throw OAuthException.invalidClient(
                    50_013, "The client assertion's issuer and subject must be the client_id.");
        }
        if (!isAudience(claim("aud"), request)) {
            throw OAuthException.invalidClient(50_013, "The client assertion's audience is not this token endpoint.");
        }
        verifyTime(now);
    }

    private void verifyTime(Instant now) throws OAuthException {
        boolean started = !claims.containsKey("nbf") || !now.isBefore(time("nbf"));
        if (!started || !now.isBefore(time("exp"))) {
            throw OAuthException.invalidClient(
                    700_024, "Client assertion is not within its valid time range. Current time: " + now + ".");
        }
    }

    /** Returns whether the audience is this tenant's endpoint or issuer, at an authority or at the request's host. */
    private static boolean isAudience(String audience, TokenRequest request) {
        String tenant = "/" + request.tenant();
        return Stream.concat(AUTHORITIES.stream(), request.hosts().stream())
                .map(host -> "https://" + host + tenant)
                .flatMap(issuer -> Stream.of(issuer + "/oauth2/v2.0/token", issuer + "/v2.0"))
                .anyMatch(audience::equalsIgnoreCase);
    }

    /** Returns whether the header has the certificate's thumbprint and the signature is by the certificate's key. */
    private boolean isSignedBy(X509Certificate certificate) {
        try {
            return hasThumbprint(certificate) && hasSignature(certificate);
        } catch (GeneralSecurityException e) {
            // Thrown, for example, for a signature of the wrong length: an error of the sender, like a forged one.
            return false;
        }
    }

    private boolean hasThumbprint(X509Certificate certificate) throws GeneralSecurityException {
        return isThumbprint(text(header, "x5t#S256"), "SHA-256", certificate)
                || isThumbprint(text(header, "x5t"), "SHA-1", certificate);
    }

    /** Accepts both alphabets of Base64, with and without padding: the vendor's page and its library differ. */
    private static boolean isThumbprint(Optional<String> text, String digest, X509Certificate certificate)
            throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance(digest).digest(certificate.getEncoded());
        String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        return text.map(encoded -> encoded.replace('+', '-').replace('/', '_').replaceFirst("=+$", ""))
                .filter(thumbprint::equals)
                .isPresent();
    }

    private boolean hasSignature(X509Certificate certificate) throws GeneralSecurityException {
        Optional<Signature> algorithm = algorithm();
        if (algorithm.isEmpty()) {
            return false;
        }
        algorithm.get().initVerify(certificate.getPublicKey());
        algorithm.get().update(signed);
        return algorithm.get().verify(signature);
    }

    /** Returns one of the two algorithms that the vendor accepts, or empty for any other, {@code none} included. */
    private Optional<Signature> algorithm() throws GeneralSecurityException {
        return switch (text(header, "alg").orElse("")) {
            case "RS256" -> Optional.of(Signature.getInstance("SHA256withRSA"));
            case "PS256" -> {
                Signature pss = Signature.getInstance("RSASSA-PSS");
                pss.setParameter(PSS);
                yield Optional.of(pss);
            }
            default -> Optional.empty();
        };
    }

    private String claim(String name) throws OAuthException {
        return text(claims, name).orElseThrow(() -> malformed("the claim " + name + " is missing"));
    }

    private Instant time(String name) throws OAuthException {
        try {
            return Instant.ofEpochSecond(Long.parseLong(claim(name)));
        } catch (DateTimeException | NumberFormatException e) {
            throw malformed("the claim " + name + " is not a time");
        }
    }

    /** Returns the text of a string or number, {@code ""} for any other value, or empty if there is no such member. */
    private static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).map(value -> switch (value) {
            case JsonString string -> string.getString();
            case JsonNumber number -> number.toString();
            default -> "";
        });
    }

    /** Reads one part. Of members with the same name the last one counts, as RFC 7519, section 4 allows. */
    private static JsonObject object(String part) throws OAuthException {
        try (JsonParser parser = Json.createParser(new ByteArrayInputStream(decode(part)))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw malformed("a part is not a JSON object");
            }
            JsonObject object = parser.getObject();
            parser.hasNext(); // throws an exception for trailing text
            return object;
        } catch (JsonException | NoSuchElementException e) {
            throw malformed("a part is not a JSON object");
        }
    }

    private static byte[] decode(String part) throws OAuthException {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw malformed("a part is not in Base64");
        }
    }

    private static OAuthException malformed(String reason) {
        return OAuthException.invalidClient(50_027, "JWT token is invalid or malformed: " + reason + ".");
    }
}
