package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of the token endpoint. Thread-safe. */
final class TokenSettings {

    /** Partner Center in the global cloud. */
    static final String GLOBAL_PARTNER_CENTER = "https://api.partnercenter.microsoft.com";

    private final Map<String, ClientRegistration> applications = new ConcurrentHashMap<>();
    private final Set<String> tenants = ConcurrentHashMap.newKeySet();
    private volatile String partnerCenter = GLOBAL_PARTNER_CENTER;
    private volatile AccessTokenKind userKind = AccessTokenKind.APP_USER;
    private volatile boolean repeatsCredentials;

    void register(String clientId, ClientRegistration application) {
        applications.merge(lowerCase(requireNonNull(clientId, "clientId")), application, ClientRegistration::and);
    }

    Optional<ClientRegistration> application(String clientId) {
        return Optional.ofNullable(applications.get(lowerCase(clientId)));
    }

    void allowTenant(String tenant) {
        tenants.add(lowerCase(tenant));
    }

    boolean allowsTenant(String tenant) {
        return tenants.isEmpty() || tenants.contains(lowerCase(tenant));
    }

    void setPartnerCenter(String uri) {
        partnerCenter = uri;
    }

    String partnerCenter() {
        return partnerCenter;
    }

    void setUserKind(AccessTokenKind kind) {
        userKind = kind;
    }

    /** Returns the kind of the tokens that are issued when a user signs in. */
    AccessTokenKind userKind() {
        return userKind;
    }

    void repeatCredentials() {
        repeatsCredentials = true;
    }

    boolean repeatsCredentials() {
        return repeatsCredentials;
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
