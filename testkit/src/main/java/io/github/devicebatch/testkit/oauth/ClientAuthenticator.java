package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.credentials.BasicCredentials;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Finds out which application asks, and makes it show that it is. Thread-safe. */
final class ClientAuthenticator {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final TokenSettings settings;
    private final ClientAssertion assertions;

    ClientAuthenticator(TokenSettings settings, InstantSource time) {
        this.settings = settings;
        this.assertions = new ClientAssertion(time);
    }

    /** Gives the id of an application that is registered; who says so need not show it. */
    String identify(TokenRequest asked) throws OAuthException.RefusedGrantException {
        String clientId = clientId(asked);
        registered(clientId);
        return clientId;
    }

    /** Gives the id of an application that shows who it is, or that may act for users without. */
    String require(TokenRequest asked) throws OAuthException.RefusedGrantException {
        String clientId = clientId(asked);
        ClientRegistration application = registered(clientId);
        if (!showsAnything(asked) && application.allowsPublicFlows()) {
            return clientId;
        }
        return requireConfidential(asked);
    }

    /** Gives the id of an application that shows who it is. */
    String requireConfidential(TokenRequest asked) throws OAuthException.RefusedGrantException {
        String clientId = clientId(asked);
        ClientRegistration application = registered(clientId);
        if (!showsAnything(asked)) {
            throw OAuthException.client(
                    7_000_218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        if (!application.hasCredentials()) {
            throw OAuthException.client(
                    700_025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
        }
        Optional<String> assertion = assertion(asked);
        if (assertion.isPresent()) {
            assertions.check(assertion.get(), clientId, application, asked);
        } else {
            check(secret(asked).orElse(""), application);
        }
        return clientId;
    }

    private static boolean showsAnything(TokenRequest asked) throws OAuthException.RefusedGrantException {
        return secret(asked).isPresent() || assertion(asked).isPresent();
    }

    private ClientRegistration registered(String clientId) throws OAuthException.RefusedGrantException {
        return settings.application(clientId)
                .orElseThrow(() -> new OAuthException(
                                400,
                                "unauthorized_client",
                                700_016,
                                "Application with identifier '" + clientId + "' was not found in the directory.")
                        .refusal());
    }

    private static void check(String secret, ClientRegistration application)
            throws OAuthException.RefusedGrantException {
        if (!application.hasSecret(secret)) {
            throw OAuthException.client(
                    7_000_215,
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret"
                            + " value, not the client secret ID.");
        }
    }

    private static String clientId(TokenRequest asked) throws OAuthException.RefusedGrantException {
        if (asked.basic().isEmpty()) {
            return asked.form().require("client_id");
        }
        String clientId = asked.basic().getFirst().clientId();
        if (!asked.form().find("client_id").orElse(clientId).equalsIgnoreCase(clientId)) {
            throw OAuthException.request(90_023, "The client_id and HTTP Basic name different applications.");
        }
        return clientId;
    }

    private static Optional<String> secret(TokenRequest asked) throws OAuthException.RefusedGrantException {
        Optional<String> inForm = asked.form().find("client_secret");
        List<BasicCredentials> basic = asked.basic();
        if (basic.size() + (inForm.isPresent() ? 1 : 0) > 1) {
            throw OAuthException.request(90_023, "The client shows who it is in more than one way.");
        }
        return basic.stream().map(BasicCredentials::secret).findFirst().or(() -> inForm);
    }

    private static Optional<String> assertion(TokenRequest asked) throws OAuthException.RefusedGrantException {
        Optional<String> assertion = asked.form().find("client_assertion");
        if (assertion.isPresent() && !JWT_BEARER.equals(asked.form().require("client_assertion_type"))) {
            throw OAuthException.request(
                    90_023, "The client_assertion_type is none that is known: " + JWT_BEARER + ".");
        }
        return assertion;
    }
}
