package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the token endpoint knows and was told. Thread-safe. */
final class TokenSettings {

    private final Map<String, ClientRegistration> applications = new ConcurrentHashMap<>();
    private final Set<String> tenants = ConcurrentHashMap.newKeySet();
    private final Set<String> otherResources = ConcurrentHashMap.newKeySet();
    private volatile String partnerCenter = TokenEndpoint.PARTNER_CENTER;
    private volatile AccessTokenKind signIn = AccessTokenKind.APP_USER;
    private volatile String errorEnd = "";
    private volatile boolean repeatingCredentials;

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

    void addResource(String uri) {
        otherResources.add(uri);
    }

    /** Tells whose the resource is, if anyone here knows it. */
    Optional<Scope.Audience> audience(String resource) {
        if (resource.equals(partnerCenter)) {
            return Optional.of(Scope.Audience.PARTNER_CENTER);
        }
        return otherResources.contains(resource) ? Optional.of(Scope.Audience.ANOTHER_RESOURCE) : Optional.empty();
    }

    String partnerCenter() {
        return partnerCenter;
    }

    void setSignIn(AccessTokenKind kind) {
        signIn = kind;
    }

    /** Gives what is issued to users who sign in now. */
    AccessTokenKind signIn() {
        return signIn;
    }

    void setErrorEnd(String text) {
        errorEnd = text;
    }

    String errorEnd() {
        return errorEnd;
    }

    void repeatCredentials() {
        repeatingCredentials = true;
    }

    boolean repeatsCredentials() {
        return repeatingCredentials;
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
