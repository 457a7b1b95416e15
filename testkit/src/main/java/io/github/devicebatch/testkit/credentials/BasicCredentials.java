package io.github.devicebatch.testkit.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.Request;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What HTTP Basic carries; a class, because a record would print the secret. Immutable. */
public final class BasicCredentials {

    private static final String SCHEME = "Basic ";

    private final String clientId;
    private final String secretAsSent;

    private BasicCredentials(String clientId, String secretAsSent) {
        this.clientId = clientId;
        this.secretAsSent = secretAsSent;
    }

    public static List<BasicCredentials> allOf(Request request) {
        return request.values("Authorization").stream()
                .map(BasicCredentials::of)
                .flatMap(Optional::stream)
                .toList();
    }

    public String clientId() {
        return clientId;
    }

    public String secret() {
        return FormBody.decoded(secretAsSent);
    }

    /** Gives the secret as it is encoded for a form, or as it is if the client forgot that. */
    String secretAsSent() {
        return secretAsSent;
    }

    /** Reads a header's value; OAuth wants both parts encoded as in a form before they are joined. */
    private static Optional<BasicCredentials> of(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(value.substring(SCHEME.length()).strip());
            String[] parts = new String(bytes, UTF_8).split(":", 2);
            return parts.length == 2
                    ? Optional.of(new BasicCredentials(FormBody.decoded(parts[0]), parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
