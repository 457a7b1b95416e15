package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.KnownFault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.domain.BatchReference;
import java.util.Optional;

/**
 * Says why a question was refused, and what helps: by Partner Center, by the identity platform, or because what it was to be
 * asked with cannot be had.
 */
public record RefusalText(BatchReference batch, Refused refused) {

    /** The fault code of a rejected access token that could not be replaced by a new one. */
    public static final String NO_NEW_TOKEN = "no_new_token";

    private static final String SIGN_IN = "sign in once more with devicebatch login";

    Reason reason() {
        return known().or(this::withoutNewToken)
                .or(this::fromPlatform)
                .or(this::withoutToken)
                .orElseGet(this::other);
    }

    private Optional<Reason> known() {
        return KnownFault.find(refused.trace().httpStatus(), refused.fault())
                .map(fault -> new Reason(said("it", meaning(fault)), remedy(fault)));
    }

    private String meaning(KnownFault fault) {
        return fault == KnownFault.NO_RELATION_WITH_CUSTOMER
                ? "the partner has no relation with the customer " + batch.customer()
                : fault.meaning();
    }

    private String remedy(KnownFault fault) {
        return switch (fault) {
            case TOKEN_REFUSED -> tokenRefused();
            case MULTI_FACTOR_SIGN_IN_MISSING ->
                SIGN_IN + " and confirm with a second factor, such as a code on the phone; if none is asked for, an"
                        + " administrator has to demand one of the user, as Partner Center does of all";
            case ROLE_LACKS_RIGHT -> fault.remedy() + "; the caller is the app, or the user on whose behalf it asks";
            case NO_RELATION_WITH_CUSTOMER,
                    PARTNER_AGREEMENT_NOT_ACCEPTED,
                    CUSTOMER_ID_INVALID,
                    TRACKING_ID_UNKNOWN,
                    TENANT_NOT_FOUND -> fault.remedy();
        };
    }

    private static String tokenRefused() {
        return KnownFault.TOKEN_REFUSED.remedy()
                + "; if devicebatch got it by itself, check --cloud, and that the app may use Partner Center";
    }

    private Optional<Reason> withoutNewToken() {
        return refused.fault()
                .code()
                .filter(NO_NEW_TOKEN::equals)
                .map(own -> new Reason(
                        "Partner Center refuses the access token, and there is no new one: " + description(),
                        "see to it that the token file or the token command has a new one, and ask again"));
    }

    private Optional<Reason> fromPlatform() {
        return isUnauthenticated()
                ? EntraError.find(refused.fault())
                        .map(why -> new Reason(said("the identity platform", why.meaning()), why.remedy()))
                : Optional.empty();
    }

    /** What is said before anything was sent to Partner Center, Partner Center does not say. */
    private Optional<Reason> withoutToken() {
        return refused.fault()
                .description()
                .filter(own -> isUnauthenticated()
                        && refused.trace().httpStatus().isEmpty()
                        && refused.fault().code().isEmpty())
                .map(own -> new Reason("there is no access token: " + own, "mend that, or " + SIGN_IN));
    }

    private Reason other() {
        return switch (refused.reason()) {
            case UNAUTHENTICATED -> new Reason(said("it", "Partner Center refuses the access token"), tokenRefused());
            case FORBIDDEN ->
                new Reason(
                        said("it", "Partner Center does not allow the request"),
                        KnownFault.ROLE_LACKS_RIGHT.remedy() + ", and check the customer id " + batch.customer());
            case REJECTED ->
                new Reason(said("it", "the request is declined"), "check the two ids, --base-url and --locale");
        };
    }

    private boolean isUnauthenticated() {
        return refused.reason() == RefusalReason.UNAUTHENTICATED;
    }

    private String description() {
        return refused.fault().description().orElse("nothing more is known");
    }

    private String said(String who, String meaning) {
        Fault fault = refused.fault();
        return fault.toString().isEmpty() ? meaning : meaning + "; " + who + " says: " + fault;
    }

    /**
     * Why something is refused, and what helps.
     *
     * @param meaning what it means, in half a sentence
     * @param remedy what to try, in half a sentence
     */
    record Reason(String meaning, String remedy) {}
}
