package io.github.devicebatch.http;

import io.github.devicebatch.domain.Excerpt;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An application as it is registered in Microsoft Entra: whose it is, and which.
 *
 * @param tenant the partner's tenant: its id, a GUID, or one of its domain names, such as {@code contoso.onmicrosoft.com}; in
 *     lower case
 * @param clientId the application's id, a GUID; in lower case
 * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/partner-center-authentication">Partner Center
 *     authentication</a>
 */
public record AppRegistration(String tenant, String clientId) {

    private static final int LONGEST_SHOWN = 80;
    private static final int LONGEST_DOMAIN = 253;
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");

    /**
     * Holds the ids. Neither can carry anything else into an address.
     *
     * @throws IllegalArgumentException if {@code tenant} is neither a GUID nor a domain name, or {@code clientId} is no GUID
     */
    public AppRegistration {
        tenant = tenant.toLowerCase(Locale.ROOT);
        clientId = clientId.toLowerCase(Locale.ROOT);
        if (!isGuid(tenant) && !isDomain(tenant)) {
            throw refused("a tenant", tenant, "its id, a GUID, or a domain name such as contoso.onmicrosoft.com");
        }
        if (!isGuid(clientId)) {
            throw refused("a client id", clientId, "the Application (client) ID of the app registration, a GUID");
        }
    }

    private static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
    }

    private static IllegalArgumentException refused(String what, String given, String expected) {
        return new IllegalArgumentException(
                "not " + what + ": \"" + Excerpt.of(given, LONGEST_SHOWN) + "\"; it is " + expected);
    }
}
