package io.github.devicebatch.testkit.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a request asks access to.
 *
 * @param resource whose tokens they are, as the scope names it
 * @param audience who takes them
 * @param signIn which of the scopes of OpenID Connect came along
 */
record Scope(String resource, Audience audience, Set<String> signIn) {

    private static final String DEFAULT = "/.default";
    private static final String ON_BEHALF = "/user_impersonation";
    private static final Set<String> SIGN_IN = Set.of("openid", "profile", "email", "offline_access");

    /** Reads what an application may ask on its own: everything that it was given at a resource, and nothing by name. */
    static Scope ofApplication(String text, TokenSettings settings) throws OAuthException.RefusedGrantException {
        List<String> scopes = atResources(text).toList();
        if (scopes.size() != 1 || !scopes.getFirst().endsWith(DEFAULT)) {
            throw OAuthException.scope(
                    1_002_012,
                    "The provided value for scope " + text + " is not valid. Client credential flows must have a scope"
                            + " value with /.default suffixed to the resource identifier (application ID URI).");
        }
        return of(scopes.getFirst(), text, settings);
    }

    /** Reads what an application may ask on behalf of a user. */
    static Scope ofUser(String text, TokenSettings settings) throws OAuthException.RefusedGrantException {
        List<String> resources =
                atResources(text).map(Scope::withoutPermission).distinct().toList();
        if (resources.size() > 1) {
            throw OAuthException.scope(
                    700_022,
                    "The provided value for the input parameter 'scope' isn't valid because it contains more than one"
                            + " resource.");
        }
        List<String> scopes = atResources(text).toList();
        if (scopes.isEmpty() || !scopes.stream().allMatch(Scope::isForUsers)) {
            throw OAuthException.scope(
                    70_011,
                    "The provided value for the input parameter 'scope' isn't valid. The scope " + text
                            + " isn't valid.");
        }
        return of(scopes.getFirst(), text, settings);
    }

    boolean asksFor(String name) {
        return signIn.contains(name);
    }

    /** Gives the scope that tokens for users are said to have. */
    String granted() {
        return resource + ON_BEHALF;
    }

    private static Scope of(String scope, String text, TokenSettings settings)
            throws OAuthException.RefusedGrantException {
        String resource = withoutPermission(scope);
        Audience audience = settings.audience(resource)
                .orElseThrow(() -> new OAuthException(
                                400,
                                "invalid_resource",
                                500_011,
                                "The resource principal named " + resource + " was not found in the tenant.")
                        .refusal());
        Set<String> signIn = Set.copyOf(parts(text).filter(SIGN_IN::contains).toList());
        return new Scope(resource, audience, signIn);
    }

    private static boolean isForUsers(String scope) {
        return scope.endsWith(ON_BEHALF) || scope.endsWith(DEFAULT);
    }

    private static String withoutPermission(String scope) {
        return scope.substring(0, Math.max(0, scope.lastIndexOf('/')));
    }

    private static Stream<String> atResources(String text) {
        return parts(text).filter(part -> !SIGN_IN.contains(part));
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(" +")).filter(part -> !part.isEmpty());
    }

    /** Who takes an access token. */
    enum Audience {
        PARTNER_CENTER,
        ANOTHER_RESOURCE
    }
}
