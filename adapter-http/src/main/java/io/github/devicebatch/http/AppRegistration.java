package io.github.devicebatch.http;

import io.github.devicebatch.domain.Excerpt;
import io.github.devicebatch.http.auth.ClientApp;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An app registration in Microsoft Entra.
 *
 * @param tenant the partner's tenant: its id, a GUID, or one of its domain names, such as {@code contoso.onmicrosoft.com}; in
 *     lower case
 * @param clientId the application's id, a GUID; in lower case
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication">Partner Center
 *     authentication</a>
 */
public record AppRegistration(String tenant, String clientId) {

    private static final int MAX_SHOWN_LENGTH = 80;
    private static final int MAX_DOMAIN_LENGTH = 253;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");

    /**
     * Creates a registration. Both ids become parts of a URL, so their forms are strict.
     *
     * @throws IllegalArgumentException if {@code tenant} is neither a GUID nor a domain name, or {@code clientId} is no GUID
     */
    public AppRegistration {
        tenant = tenant.toLowerCase(Locale.ROOT);
        clientId = clientId.toLowerCase(Locale.ROOT);
        if (!isGuid(tenant) && !isDomain(tenant)) {
            throw invalid("a tenant", tenant, "its id, a GUID, or a domain name such as contoso.onmicrosoft.com");
        }
        if (!isGuid(clientId)) {
            throw invalid("a client id", clientId, "the Application (client) ID of the app registration, a GUID");
        }
    }

    ClientApp publicClient() {
        return new ClientApp(tenant, clientId, Optional.empty());
    }

    ClientApp confidentialClient(AppCredential credential) {
        return new ClientApp(
                tenant,
                clientId,
                Optional.of(
                        switch (credential) {
                            case ClientSecret secret -> new ClientApp.Credential.SharedSecret(secret.secret());
                            case ClientCertificate certificate ->
                                new ClientApp.Credential.Certificate(certificate.key());
                        }));
    }

    /** Compares with the canonical form, because {@link UUID#fromString} alone accepts {@code 1-1-1-1-1}. */
    private static boolean isGuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isDomain(String text) {
        return text.length() <= MAX_DOMAIN_LENGTH && DOMAIN.matcher(text).matches();
    }

    private static IllegalArgumentException invalid(String name, String given, String expected) {
        return new IllegalArgumentException(
                "not " + name + ": \"" + Excerpt.of(given, MAX_SHOWN_LENGTH) + "\"; it is " + expected);
    }
}
