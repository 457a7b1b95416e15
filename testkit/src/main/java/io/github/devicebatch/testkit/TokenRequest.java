package io.github.devicebatch.testkit;

import java.util.List;

/** A request to the token endpoint; a class, because a record would print the secrets in it. Immutable. */
final class TokenRequest {

    private final TokenPath path;
    private final TokenForm form;
    private final List<BasicCredentials> basic;
    private final List<String> hosts;
    private final List<String> secrets;

    private TokenRequest(Request request, TokenPath path) {
        this.path = path;
        this.form = TokenForm.of(request);
        this.basic = BasicCredentials.allOf(request);
        this.hosts = List.copyOf(request.values("Host"));
        this.secrets = SubmittedSecrets.of(request);
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
    List<String> secrets() {
        return secrets;
    }

    /** Tells whether the client, which is one of the vendor's libraries, wants to know who the user is. */
    boolean wantsClientInfo() {
        return form.values("client_info").contains("1");
    }
}
