package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.KnownFault;
import io.github.devicebatch.domain.BatchReference;
import java.util.Optional;
import java.util.OptionalInt;

/** Reason and remedy of a refusal, by the party that refused and the sign-in flow in use. */
public record RefusalText(BatchReference batch, Refused refused, SignInFlow flow) {

    /** Code of the fault when a token was rejected and the token file or command has no new one. */
    public static final String NO_NEW_TOKEN = "no_new_token";

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    Reason reason() {
        if (refused.fault().code().equals(Optional.of(NO_NEW_TOKEN))) {
            return withoutNewToken();
        }
        return switch (refused.party()) {
            case PARTNER_CENTER -> byPartnerCenter();
            case IDENTITY_PLATFORM -> byIdentityPlatform();
            case PROXY -> byProxy();
            case CLIENT -> withoutToken();
        };
    }

    private Reason byPartnerCenter() {
        return KnownFault.find(refused.trace().httpStatus(), refused.fault())
                .map(fault -> new Reason(quoted("it", meaning(fault)), remedy(fault)))
                .orElseGet(this::byReason);
    }

    private String meaning(KnownFault fault) {
        return fault == KnownFault.NO_RELATION_WITH_CUSTOMER
                ? "the partner has no relation with the customer " + batch.customer()
                : fault.meaning();
    }

    private String remedy(KnownFault fault) {
        return switch (fault) {
            case TOKEN_REFUSED -> SignInAdvice.tokenRejected(flow);
            case MULTI_FACTOR_SIGN_IN_MISSING -> SignInAdvice.secondFactor(flow);
            case ROLE_LACKS_RIGHT -> fault.remedy() + "; " + SignInAdvice.caller(flow);
            case NO_RELATION_WITH_CUSTOMER,
                    PARTNER_AGREEMENT_NOT_ACCEPTED,
                    CUSTOMER_ID_INVALID,
                    TRACKING_ID_UNKNOWN,
                    TENANT_NOT_FOUND -> fault.remedy();
        };
    }

    private Reason byReason() {
        return switch (refused.reason()) {
            case UNAUTHENTICATED ->
                new Reason(quoted("it", "Partner Center rejected the access token"), SignInAdvice.tokenRejected(flow));
            case FORBIDDEN ->
                new Reason(
                        quoted("it", "Partner Center does not allow the request"),
                        KnownFault.ROLE_LACKS_RIGHT.remedy() + ", and check the customer id " + batch.customer());
            case REJECTED ->
                new Reason(
                        quoted("it", "Partner Center rejects the request"),
                        "check the two ids, --base-url and --locale");
        };
    }

    private Reason byIdentityPlatform() {
        EntraError error = EntraError.find(refused.fault()).orElse(EntraError.NOT_EXPLAINED);
        return new Reason(quoted("the identity platform", error.meaning(flow)), error.remedy(flow));
    }

    /** The description names the proxy and what it does. */
    private Reason byProxy() {
        String meaning = refused.fault().description().orElse("the proxy refuses the request");
        return new Reason(meaning, proxyRemedy(refused.fault(), refused.trace().httpStatus()));
    }

    /** Returns what the user can try after a refusal by a proxy. */
    public static String proxyRemedy(Fault fault, OptionalInt httpStatus) {
        boolean login = httpStatus.equals(OptionalInt.of(PROXY_AUTHENTICATION_REQUIRED))
                || fault.code().equals(Optional.of(String.valueOf(PROXY_AUTHENTICATION_REQUIRED)));
        return login
                ? "give user and password, percent-encoded, in HTTPS_PROXY, DEVICEBATCH_PROXY or --proxy:"
                        + " http://USER:PASSWORD@HOST:PORT"
                : "have the administrator of the proxy allow the connection, or choose another way with --proxy URL or"
                        + " --proxy none";
    }

    private Reason withoutNewToken() {
        return new Reason(
                "Partner Center rejected the access token, and there is no new one: " + description(),
                "make sure that the token file or the token command has a new token, and retry");
    }

    private Reason withoutToken() {
        return new Reason("there is no access token: " + description(), SignInAdvice.withoutToken(flow));
    }

    private String description() {
        return refused.fault().description().orElse("no details are known");
    }

    private String quoted(String party, String meaning) {
        Fault fault = refused.fault();
        return fault.toString().isEmpty() ? meaning : meaning + "; " + party + " says: " + fault;
    }

    /**
     * Reason of a refusal, and its remedy.
     *
     * @param meaning the reason, as a clause
     * @param remedy what the user can try, as a clause
     */
    record Reason(String meaning, String remedy) {}
}
