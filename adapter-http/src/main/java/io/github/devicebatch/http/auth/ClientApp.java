package io.github.devicebatch.http.auth;

import io.github.devicebatch.http.credential.CertifiedKey;
import io.github.devicebatch.http.credential.Secret;
import java.util.Optional;

/**
 * An OAuth client: an app registration and its credential.
 *
 * @param tenant the tenant's id or domain name
 * @param clientId the app's id
 * @param credential the credential; empty for a public client
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.1">RFC 6749, 2.1</a>
 */
public record ClientApp(String tenant, String clientId, Optional<Credential> credential) {

    /** Credential of a confidential client. No implementation prints its secret. */
    public sealed interface Credential {

        /** A client secret. */
        record SharedSecret(Secret secret) implements Credential {}

        /** A certificate, whose key signs an assertion. */
        record Certificate(CertifiedKey key) implements Credential {}
    }
}
