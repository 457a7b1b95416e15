package io.github.devicebatch.testkit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.Request;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Client credentials in HTTP Basic (RFC 6749, section 2.3.1); a class, because a record would print the secret. Immutable. */
public final class BasicCredentials {

    private static final String SCHEME = "Basic ";

    private final String clientId;
    private final String encodedSecret;

    private BasicCredentials(String clientId, String encodedSecret) {
        this.clientId = clientId;
        this.encodedSecret = encodedSecret;
    }

    /** Returns the credentials of every {@code Authorization} header with readable HTTP Basic. */
    public static List<BasicCredentials> allOf(Request request) {
        return request.values("Authorization").stream()
                .map(BasicCredentials::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    public String clientId() {
        return clientId;
    }

    public String secret() {
        return FormBody.decode(encodedSecret);
    }

    /** Returns the secret as it was sent: form-encoded, if the client follows the RFC. */
    String encodedSecret() {
        return encodedSecret;
    }

    private static Optional<BasicCredentials> parse(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(value.substring(SCHEME.length()).strip());
            String[] parts = new String(bytes, UTF_8).split(":", 2);
            return parts.length == 2
                    ? Optional.of(new BasicCredentials(FormBody.decode(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
