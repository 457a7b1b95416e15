package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.credentials.BasicCredentials;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Authenticates the application that sends a token request. Thread-safe. */
record ClientAuthenticator(TokenSettings settings, InstantSource time) {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Returns the id of a registered application, without authentication. */
    String identify(TokenRequest request) throws OAuthException {
        String clientId = clientId(request);
        registration(clientId);
        return clientId;
    }

    /** Returns the id of an application that is authenticated or a public client. */
    String authenticateOrPublic(TokenRequest request) throws OAuthException {
        String clientId = clientId(request);
        ClientRegistration application = registration(clientId);
        if (!hasCredentials(request) && application.allowsPublicFlows()) {
            return clientId;
        }
        return authenticate(request);
    }

    /** Returns the id of an application that is authenticated by its secret or an assertion. */
    String authenticate(TokenRequest request) throws OAuthException {
        String clientId = clientId(request);
        ClientRegistration application = registration(clientId);
        if (!hasCredentials(request)) {
            throw OAuthException.invalidClient(
                    7_000_218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        if (!application.hasCredentials()) {
            throw OAuthException.invalidClient(
                    700_025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
        }
        Optional<String> assertion = assertion(request);
        if (assertion.isPresent()) {
            ClientAssertion.parse(assertion.get()).verify(clientId, application, request, time.instant());
        } else {
            verify(secret(request).orElse(""), application);
        }
        return clientId;
    }

    private static boolean hasCredentials(TokenRequest request) throws OAuthException {
        return secret(request).isPresent() || assertion(request).isPresent();
    }

    private ClientRegistration registration(String clientId) throws OAuthException {
        return settings.application(clientId)
                .orElseThrow(() -> new OAuthException(
                        400,
                        "unauthorized_client",
                        700_016,
                        "Application with identifier '" + clientId + "' was not found in the directory."));
    }

    private static void verify(String secret, ClientRegistration application) throws OAuthException {
        if (!application.hasSecret(secret)) {
            throw OAuthException.invalidClient(
                    7_000_215,
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret"
                            + " value, not the client secret ID.");
        }
    }

    private static String clientId(TokenRequest request) throws OAuthException {
        if (request.basic().isEmpty()) {
            return request.require("client_id");
        }
        String clientId = request.basic().getFirst().clientId();
        if (!request.find("client_id").orElse(clientId).equalsIgnoreCase(clientId)) {
            throw OAuthException.invalidRequest(
                    90_023, "The client_id and the HTTP Basic credentials name different applications.");
        }
        return clientId;
    }

    private static Optional<String> secret(TokenRequest request) throws OAuthException {
        Optional<String> inForm = request.find("client_secret");
        List<BasicCredentials> basic = request.basic();
        if (basic.size() + (inForm.isPresent() ? 1 : 0) > 1) {
            throw OAuthException.invalidRequest(90_023, "The request has more than one client secret.");
        }
        return basic.stream().map(BasicCredentials::secret).findFirst().or(() -> inForm);
    }

    private static Optional<String> assertion(TokenRequest request) throws OAuthException {
        Optional<String> assertion = request.find("client_assertion");
        if (assertion.isPresent() && !JWT_BEARER.equals(request.require("client_assertion_type"))) {
            throw OAuthException.invalidRequest(90_023, "The client_assertion_type must be " + JWT_BEARER + ".");
        }
        return assertion;
    }
}
