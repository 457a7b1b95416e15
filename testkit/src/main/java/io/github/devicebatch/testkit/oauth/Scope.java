package io.github.devicebatch.testkit.oauth;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The scope of a request for tokens on behalf of a user.
 *
 * @param resource the resource that the access token is for
 * @param openId the scopes of OpenID Connect
 */
record Scope(String resource, Set<String> openId) {

    private static final String DEFAULT = "/.default";
    private static final String USER_IMPERSONATION = "/user_impersonation";
    private static final Set<String> OPEN_ID = Set.of("openid", "profile", "email", "offline_access");

    /** Checks the scope of an application without a user: exactly {@code /.default} of Partner Center. */
    static void checkApplication(String text, TokenSettings settings) throws OAuthException {
        List<String> permissions = permissions(text).toList();
        if (permissions.size() != 1 || !permissions.getFirst().endsWith(DEFAULT)) {
            throw OAuthException.invalidScope(
                    1_002_012,
                    "The provided value for scope " + text + " is not valid. Client credential flows must have a scope"
                            + " value with /.default suffixed to the resource identifier (application ID URI).");
        }
        checkResource(resource(permissions.getFirst()), settings);
    }

    /** Reads the scope of a request on behalf of a user: permissions of Partner Center, and scopes of OpenID Connect. */
    static Scope ofUser(String text, TokenSettings settings) throws OAuthException {
        List<String> permissions = permissions(text).toList();
        if (permissions.stream().map(Scope::resource).distinct().count() > 1) {
            throw OAuthException.invalidScope(
                    700_022,
                    "The provided value for the input parameter 'scope' isn't valid because it contains more than one"
                            + " resource.");
        }
        if (permissions.isEmpty() || !permissions.stream().allMatch(Scope::isForUsers)) {
            throw OAuthException.invalidScope(
                    70_011,
                    "The provided value for the input parameter 'scope' isn't valid. The scope " + text
                            + " isn't valid.");
        }
        String resource = resource(permissions.getFirst());
        checkResource(resource, settings);
        return new Scope(
                resource, Set.copyOf(parts(text).filter(OPEN_ID::contains).toList()));
    }

    /** Returns whether a scope of OpenID Connect was requested. */
    boolean contains(String name) {
        return openId.contains(name);
    }

    /** Returns the value of {@code scope} in the token response. */
    String granted() {
        return resource + USER_IMPERSONATION;
    }

    private static void checkResource(String resource, TokenSettings settings) throws OAuthException {
        if (!resource.equals(settings.partnerCenter())) {
            throw new OAuthException(
                    400,
                    "invalid_resource",
                    500_011,
                    "The resource principal named " + resource + " was not found in the tenant.");
        }
    }

    private static boolean isForUsers(String permission) {
        return permission.endsWith(USER_IMPERSONATION) || permission.endsWith(DEFAULT);
    }

    private static String resource(String permission) {
        return permission.substring(0, Math.max(0, permission.lastIndexOf('/')));
    }

    private static Stream<String> permissions(String text) {
        return parts(text).filter(part -> !OPEN_ID.contains(part));
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split(" +")).filter(part -> !part.isEmpty());
    }
}
