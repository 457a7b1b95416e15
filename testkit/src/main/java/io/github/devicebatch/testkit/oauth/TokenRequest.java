package io.github.devicebatch.testkit.oauth;

import io.github.devicebatch.testkit.credentials.BasicCredentials;
import io.github.devicebatch.testkit.credentials.FormBody;
import io.github.devicebatch.testkit.credentials.SecretRedactor;
import io.github.devicebatch.testkit.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request to the token endpoint; a class, because a record would print the secrets in it. Immutable. */
final class TokenRequest {

    private static final Pattern PATH =
            Pattern.compile("/([^/]+)/oauth2/v2\\.0/(?:(token)|devicecode)/?", Pattern.CASE_INSENSITIVE);

    private final Request request;
    private final String tenant;
    private final Kind kind;
    private final FormBody form;

    private TokenRequest(Request request, Matcher path) {
        this.request = request;
        this.tenant = path.group(1);
        this.kind = path.group(2) == null ? Kind.DEVICE_CODE : Kind.TOKEN;
        this.form = FormBody.of(request);
    }

    /** Reads a request, or returns empty if its path is not one of the token endpoint. */
    static Optional<TokenRequest> of(Request request) {
        Matcher path = PATH.matcher(request.path());
        return path.matches() ? Optional.of(new TokenRequest(request, path)) : Optional.empty();
    }

    String method() {
        return request.method();
    }

    String tenant() {
        return tenant;
    }

    Kind kind() {
        return kind;
    }

    /** Returns a parameter, or empty if it is missing or empty. */
    Optional<String> find(String parameter) throws OAuthException {
        List<String> values = form.values(parameter);
        if (values.size() > 1) {
            throw OAuthException.duplicate(parameter);
        }
        return values.stream().findFirst();
    }

    String require(String parameter) throws OAuthException {
        return find(parameter).orElseThrow(() -> OAuthException.missing(parameter, contentTypeHint()));
    }

    private String contentTypeHint() {
        return FormBody.isForm(request) ? "" : " The Content-Type has to be " + FormBody.TYPE + ".";
    }

    /** Returns all credentials in HTTP Basic; a valid request has at most one. */
    List<BasicCredentials> basic() {
        return BasicCredentials.allOf(request);
    }

    /** Returns all values of the header {@code Host}; a valid request has exactly one. */
    List<String> hosts() {
        return request.values("Host");
    }

    /** Returns all values of {@code grant_type}; a valid request has exactly one. */
    List<String> grantTypes() {
        return form.values("grant_type");
    }

    /** Returns the secrets that the request contains. */
    List<String> secrets() {
        return SecretRedactor.secrets(request);
    }

    /** Returns whether the client, a library of the vendor, requests the member {@code client_info}. */
    boolean wantsClientInfo() {
        return form.values("client_info").contains("1");
    }

    /** The two resources of the token endpoint. */
    enum Kind {
        TOKEN,
        DEVICE_CODE
    }
}
