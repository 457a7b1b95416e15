package io.github.devicebatch.testkit.oauth;

import static java.util.Objects.requireNonNull;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.security.cert.X509Certificate;
import java.time.InstantSource;

/**
 * The token endpoint of the identity platform, as {@link FakePartnerCenter} plays it under its own address:
 * {@code POST /{tenant}/oauth2/v2.0/token} and {@code POST /{tenant}/oauth2/v2.0/devicecode}.
 *
 * <pre>{@code
 * TokenEndpoint tokens = partnerCenter.tokens().application("the client id", "the client secret");
 * tokens.access().validated();   // from here on nobody else's token will do
 * }</pre>
 *
 * <p>It grants {@code client_credentials} (by secret in the form or in HTTP Basic, or by an assertion signed with a
 * registered certificate's key), {@code refresh_token} and {@code urn:ietf:params:oauth:grant-type:device_code}. Each
 * setting holds from the next request on. Safe for use by several threads.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow">The client
 *     credentials flow</a>
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-device-code">The device code flow</a>
 */
public final class TokenEndpoint {

    /** Partner Center in the global cloud, as scopes name it; the endpoint issues tokens for it unless told otherwise. */
    public static final String PARTNER_CENTER = "https://api.partnercenter.microsoft.com";

    private final TokenSettings settings = new TokenSettings();
    private final TokenRequestHandler.TokenReplies replies = new TokenRequestHandler.TokenReplies();
    private final AccessTokens access;
    private final RefreshTokens refresh;
    private final DeviceCodes deviceCodes;
    private final RequestHandler desk;

    public TokenEndpoint(InstantSource time) {
        this.access = new AccessTokens(time);
        this.refresh = new RefreshTokens(time);
        this.deviceCodes = new DeviceCodes(time);
        TokenResponses issue = new TokenResponses(access, refresh, time);
        this.desk = new TokenRequestHandler(
                settings, replies, new TokenRequestHandler.Grants(settings, issue, refresh, deviceCodes, time), time);
    }

    /**
     * Registers an application that shows who it is by a secret; one that is registered already keeps what it has.
     *
     * @param clientId the application's id, found in any case
     * @param clientSecret the secret
     * @return this
     * @throws IllegalArgumentException if {@code clientSecret} is empty
     */
    public TokenEndpoint application(String clientId, String clientSecret) {
        settings.register(clientId, ClientRegistration.withSecret(clientSecret));
        return this;
    }

    /**
     * Registers an application that shows who it is by assertions; one that is registered already keeps what it has.
     *
     * @param clientId the application's id, found in any case
     * @param certificate the certificate for the key that signs, see {@link ApplicationCertificate}
     * @return this
     * @throws IllegalArgumentException if the certificate's key is not RSA
     */
    public TokenEndpoint application(String clientId, X509Certificate certificate) {
        settings.register(clientId, ClientRegistration.withCertificate(certificate));
        return this;
    }

    /**
     * Registers an application that need not show who it is to sign users in by device code and to exchange their refresh
     * tokens. One that is registered already keeps what it has, and may do either from now on.
     *
     * @param clientId the application's id, found in any case
     * @return this
     */
    public TokenEndpoint publicClient(String clientId) {
        settings.register(clientId, ClientRegistration.PUBLIC);
        return this;
    }

    /**
     * Narrows the tenants that requests may name in their path; by default any will do.
     *
     * @param tenant a tenant's id or domain, found in any case; those named before stay
     * @return this
     */
    public TokenEndpoint tenant(String tenant) {
        settings.allowTenant(requireNonNull(tenant, "tenant"));
        return this;
    }

    /**
     * Sets what Partner Center is called in scopes, for other clouds. By default {@link #PARTNER_CENTER}.
     *
     * @param uri the resource, without a slash at the end
     * @return this
     */
    public TokenEndpoint partnerCenter(String uri) {
        settings.setPartnerCenter(requireNonNull(uri, "uri"));
        return this;
    }

    /**
     * Lets the endpoint issue tokens for another resource too, which Partner Center then refuses.
     *
     * @param uri the resource, such as {@code https://graph.windows.net}
     * @return this
     */
    public TokenEndpoint otherResource(String uri) {
        settings.addResource(requireNonNull(uri, "uri"));
        return this;
    }

    /**
     * Lets users who sign in with a device code do so with a password only, from now on: what is issued to them is
     * {@link AccessTokenKind#APP_USER_WITHOUT_MULTI_FACTOR}, through all rotations.
     *
     * @return this
     */
    public TokenEndpoint withoutMultiFactor() {
        settings.setSignIn(AccessTokenKind.APP_USER_WITHOUT_MULTI_FACTOR);
        return this;
    }

    /**
     * Adds a text to the description of every error from now on, which may have any character.
     *
     * @param text the text; empty for none any more
     * @return this
     */
    public TokenEndpoint errorsEndWith(String text) {
        settings.setErrorEnd(requireNonNull(text, "text"));
        return this;
    }

    /**
     * Lets the description of every error say back the credentials that came with the request, as no server should.
     *
     * @return this
     */
    public TokenEndpoint errorsRepeatCredentials() {
        settings.repeatCredentials();
        return this;
    }

    /**
     * Answers the next requests for tokens with these, one each, whatever they ask; then goes on as before.
     *
     * @param faults what to reply; behind those that wait already
     * @return this
     */
    public TokenEndpoint replies(Reply... faults) {
        replies.token(faults);
        return this;
    }

    /**
     * Answers the next requests for device codes with these, one each, whatever they ask; then goes on as before.
     *
     * @param faults what to reply; behind those that wait already
     * @return this
     */
    public TokenEndpoint deviceCodeReplies(Reply... faults) {
        replies.deviceCode(faults);
        return this;
    }

    /**
     * Counts the requests for tokens of one grant, refused ones and those answered by {@link #replies} among them.
     *
     * @param grantType the value of {@code grant_type}, such as {@code client_credentials}; {@code device_code}, as the
     *     vendor's library for Java says, means the same as the standard's long name
     * @return how many
     */
    public long requests(String grantType) {
        return replies.count(requireNonNull(grantType, "grantType"));
    }

    /**
     * Gives the access tokens, to validate, to issue, to count and to revoke.
     *
     * @return the tokens
     */
    public AccessTokens access() {
        return access;
    }

    /**
     * Gives the refresh tokens, to issue, to rotate and to revoke.
     *
     * @return the tokens
     */
    public RefreshTokens refresh() {
        return refresh;
    }

    /**
     * Gives the device codes, and says what the users do with them.
     *
     * @return the codes
     */
    public DeviceCodes deviceCodes() {
        return deviceCodes;
    }

    /** Gives the counts, and nothing that is secret. */
    @Override
    public String toString() {
        return "TokenEndpoint: " + access + ", " + refresh;
    }

    /** Gives who answers what comes for this endpoint, and turns down everything else if it comes with no good token. */
    public RequestHandler desk() {
        return new BearerTokenFilter(desk, access);
    }
}
