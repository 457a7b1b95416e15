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

    private final TokenPath path;
    private final FormBody form;
    private final List<BasicCredentials> basic;
    private final List<String> hosts;
    private final List<String> secrets;

    private TokenRequest(Request request, TokenPath path) {
        this.path = path;
        this.form = FormBody.of(request);
        this.basic = BasicCredentials.allOf(request);
        this.hosts = List.copyOf(request.values("Host"));
        this.secrets = SecretRedactor.of(request);
    }

    static TokenRequest of(Request request, TokenPath path) {
        return new TokenRequest(request, path);
    }

    String tenant() {
        return path.tenant();
    }

    TokenPath.Kind kind() {
        return path.kind();
    }

    FormBody form() {
        return form;
    }

    /** Gives the credentials in HTTP Basic, of which there should be one or none. */
    List<BasicCredentials> basic() {
        return basic;
    }

    /** Gives the hosts that the request was sent to, of which there should be one. */
    List<String> hosts() {
        return hosts;
    }

    List<String> grantTypes() {
        return form.values("grant_type");
    }

    /** Gives whatever came that nobody else should see. */
    List<String> secrets() {
        return secrets;
    }

    /** Tells whether the client, which is one of the vendor's libraries, wants to know who the user is. */
    boolean wantsClientInfo() {
        return form.values("client_info").contains("1");
    }

    /** The path of a request to the token endpoint, in any case. */
    record TokenPath(String tenant, Kind kind) {

        private static final Pattern PATH =
                Pattern.compile("/([^/]+)/oauth2/v2\\.0/(?:(token)|devicecode)/?", Pattern.CASE_INSENSITIVE);

        /** What is asked for. */
        enum Kind {
            TOKEN,
            DEVICE_CODE
        }

        static Optional<TokenPath> of(String path) {
            Matcher matcher = PATH.matcher(path);
            return matcher.matches()
                    ? Optional.of(
                            new TokenPath(matcher.group(1), matcher.group(2) == null ? Kind.DEVICE_CODE : Kind.TOKEN))
                    : Optional.empty();
        }
    }
}
