package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The token endpoint of the identity platform, which {@code FakePartnerCenter} serves under its own address:
 * {@code POST /{tenant}/oauth2/v2.0/token} and {@code POST /{tenant}/oauth2/v2.0/devicecode}.
 *
 * <pre>{@code
 * TokenEndpoint tokens = partnerCenter.tokens().application("the client id", "the client secret");
 * tokens.access().validated();   // from now on, other tokens are rejected
 * }</pre>
 *
 * <p>It supports the grants {@code client_credentials} (with a secret in the form or in HTTP Basic, or with an assertion
 * signed by a registered certificate's key), {@code refresh_token} and
 * {@code urn:ietf:params:oauth:grant-type:device_code}. A setting applies from the next request on. Safe for use by several
 * threads.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow">The client
 *     credentials flow</a>
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code">The device code flow</a>
 */
public final class TokenEndpoint implements RequestHandler {

    /** The name of Partner Center in scopes, in the global cloud: the resource that tokens are issued for by default. */
    public static final String PARTNER_CENTER = TokenSettings.GLOBAL_PARTNER_CENTER;

    private final TokenSettings settings = new TokenSettings();
    private final AccessTokens access;
    private final RefreshTokens refresh;
    private final DeviceCodes deviceCodes;
    private final TokenRequestHandler requests;
    private final BearerTokenFilter filter;

    /**
     * Creates an endpoint without registered applications.
     *
     * @param time the clock by which tokens and codes expire
     */
    public TokenEndpoint(InstantSource time) {
        this.access = new AccessTokens(time);
        this.refresh = new RefreshTokens(time);
        this.deviceCodes = new DeviceCodes(time);
        this.requests = new TokenRequestHandler(settings, access, refresh, deviceCodes, time);
        this.filter = new BearerTokenFilter(access);
    }

    /**
     * Registers an application with a secret; an application that is registered already keeps its other credentials.
     *
     * @param clientId the application's id, case-insensitive
     * @param clientSecret the secret
     * @return this
     * @throws IllegalArgumentException if {@code clientSecret} is empty
     */
    public TokenEndpoint application(String clientId, String clientSecret) {
        settings.register(clientId, ClientRegistration.withSecret(clientSecret));
        return this;
    }

    /**
     * Registers an application that authenticates with assertions; an application that is registered already keeps its other
     * credentials.
     *
     * @param clientId the application's id, case-insensitive
     * @param certificate the certificate of the key that signs, see {@link ApplicationCertificate}
     * @return this
     * @throws IllegalArgumentException if the certificate's key is not RSA
     */
    public TokenEndpoint application(String clientId, X509Certificate certificate) {
        settings.register(clientId, ClientRegistration.withCertificate(certificate));
        return this;
    }

    /**
     * Registers a public client, which may use device codes and refresh tokens without authentication. An application that is
     * registered already keeps its credentials and may be used with and without them.
     *
     * @param clientId the application's id, case-insensitive
     * @return this
     */
    public TokenEndpoint publicClient(String clientId) {
        settings.register(clientId, ClientRegistration.PUBLIC);
        return this;
    }

    /**
     * Adds a tenant that requests may have in their path. By default every tenant is allowed.
     *
     * @param tenant the tenant's id or domain, case-insensitive
     * @return this
     */
    public TokenEndpoint tenant(String tenant) {
        settings.allowTenant(requireNonNull(tenant, "tenant"));
        return this;
    }

    /**
     * Sets the name of Partner Center in scopes, for other clouds. The default is {@link #PARTNER_CENTER}.
     *
     * @param uri the resource, without a slash at the end
     * @return this
     */
    public TokenEndpoint partnerCenter(String uri) {
        settings.setPartnerCenter(requireNonNull(uri, "uri"));
        return this;
    }

    /**
     * Makes users sign in without multi-factor authentication from now on: their tokens are
     * {@link AccessTokenKind#APP_USER_WITHOUT_MULTI_FACTOR}, after rotations too.
     *
     * @return this
     */
    public TokenEndpoint withoutMultiFactor() {
        settings.setUserKind(AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR);
        return this;
    }

    /**
     * Makes the description of every error repeat the credentials of the request, which a correct server never does.
     *
     * @return this
     */
    public TokenEndpoint errorsRepeatCredentials() {
        settings.repeatCredentials();
        return this;
    }

    /**
     * Queues replies to the next token requests, one per request and regardless of its content.
     *
     * @return this
     */
    public TokenEndpoint replies(Reply... replies) {
        requests.addTokenReplies(replies);
        return this;
    }

    /**
     * Queues replies to the next requests for device codes, one per request and regardless of its content.
     *
     * @return this
     */
    public TokenEndpoint deviceCodeReplies(Reply... replies) {
        requests.addDeviceCodeReplies(replies);
        return this;
    }

    /**
     * Returns the number of token requests with a grant type, including rejected ones and those answered by
     * {@link #replies}.
     *
     * @param grantType the value of {@code grant_type}, such as {@code client_credentials}; {@code device_code}, which the
     *     vendor's library for Java sends, means the same as the standard's long name
     */
    public long requests(String grantType) {
        return requests.requests(requireNonNull(grantType, "grantType"));
    }

    /** Returns the access tokens. */
    public AccessTokens access() {
        return access;
    }

    /** Returns the refresh tokens. */
    public RefreshTokens refresh() {
        return refresh;
    }

    /** Returns the device codes. */
    public DeviceCodes deviceCodes() {
        return deviceCodes;
    }

    /** Handles the requests to this endpoint, and rejects others without a valid token if tokens are validated. */
    @Override
    public Optional<RequestHandler.Result> handle(Request request) {
        return requests.handle(request).or(() -> filter.handle(request));
    }

    /** Returns the numbers of tokens, without any secret. */
    @Override
    public String toString() {
        return "TokenEndpoint: " + access + ", " + refresh;
    }
}
