package io.github.devicebatch.testkit;

import java.util.List;
import java.util.stream.Stream;

/** A request to the token endpoint; a class, because a record would print the secrets in it. Immutable. */
final class TokenRequest {

    private static final List<String> SECRETS =
            List.of("client_secret", "client_assertion", "refresh_token", "device_code");

    private final TokenPath path;
    private final TokenForm form;
    private final List<BasicCredentials> basic;
    private final List<String> hosts;

    private TokenRequest(TokenPath path, TokenForm form, List<BasicCredentials> basic, List<String> hosts) {
        this.path = path;
        this.form = form;
        this.basic = basic;
        this.hosts = hosts;
    }

    static TokenRequest of(Request request, TokenPath path) {
        return new TokenRequest(
                path, TokenForm.of(request), BasicCredentials.allOf(request), List.copyOf(request.values("Host")));
    }

    String tenant() {
        return path.tenant();
    }

    TokenPath.Kind kind() {
        return path.kind();
    }

    TokenForm form() {
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
    List<String> credentials() {
        return Stream.concat(
                        SECRETS.stream().flatMap(name -> form.values(name).stream()),
                        basic.stream().map(BasicCredentials::secret))
                .toList();
    }

    /** Tells whether the client, which is one of the vendor's libraries, wants to know who the user is. */
    boolean wantsClientInfo() {
        return form.values("client_info").contains("1");
    }
}
