package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the identity platform gives no token, and what to do. Found by the number that it puts into its words, else by the word
 * of the standard. The vendor may change the numbers at any time: nothing but the choice of an explanation depends on them,
 * and what the platform said is always shown with it.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes">Microsoft Entra
 *     authentication and authorization error codes</a>
 */
public enum EntraError {
    REFRESH_TOKEN_EXPIRED(
            Set.of(50089, 70008, 70043, 700082, 700084),
            "the refresh token has expired",
            "sign in once more with devicebatch login; a refresh token lasts 90 days from its last use, if no policy ends"
                    + " it sooner"),
    REFRESH_TOKEN_REVOKED(
            Set.of(50132, 50133, 50173),
            "the refresh token was revoked, as it is when a password changes or an administrator ends all sign-ins",
            "sign in once more with devicebatch login"),
    REFRESH_TOKEN_UNKNOWN(
            Set.of(70000),
            "the refresh token is not one of this app's",
            "check --client-id and --refresh-token-file, which belong together; if they are right, sign in once more with"
                    + " devicebatch login"),
    SECOND_FACTOR_MISSING(
            Set.of(50072, 50074, 50076, 50078, 50079, 50158, 53004),
            "the user has to sign in with multi-factor authentication",
            "sign in once more with devicebatch login, and confirm with the second factor"),
    CONSENT_MISSING(
            Set.of(65001, 65005, 90008, 650056, 650057),
            "nobody has consented to the app's use of Partner Center",
            "have an administrator grant the app its permission for Partner Center (App registrations, API permissions);"
                    + " then sign in once more"),
    CLIENT_SECRET_WRONG(
            Set.of(70002, 7000215),
            "the client secret is wrong",
            "put the secret's value into the file, not its id; if nobody has the value any more, make a new secret"),
    CLIENT_SECRET_EXPIRED(
            Set.of(7000222),
            "the client secret has expired",
            "make a new secret in the app registration, and put its value into the file"),
    CLIENT_CERTIFICATE_UNKNOWN(
            Set.of(50012, 700027, 700030),
            "the client certificate is not one that the app registration has",
            "upload the certificate, without its key, to the app registration; or give the file of one that is there and"
                    + " still valid"),
    CLOCK_WRONG(Set.of(500133, 700024), "what the client certificate signed came at the wrong time", "set the clock"),
    CREDENTIAL_MISSING(
            Set.of(7000218),
            "the app registration does not let the app sign in without a secret or a certificate",
            "give --client-secret-file or --client-certificate as well; or turn on \"Allow public client flows\" in the app"
                    + " registration (Authentication)"),
    CREDENTIAL_UNWANTED(
            Set.of(700025),
            "the app is a public client, which has neither secret nor certificate",
            "leave --client-secret-file and --client-certificate away; to sign in without a user, take an app that has one"),
    APP_UNKNOWN(
            Set.of(70001, 700011, 700016),
            "the tenant has no such app, or it is disabled",
            "check --client-id, --tenant and --cloud"),
    TENANT_UNKNOWN(
            Set.of(50059, 90002, 90038, 900432), "there is no such tenant in this cloud", "check --tenant and --cloud"),
    PARTNER_CENTER_UNKNOWN(
            Set.of(50001, 500011, 650052),
            "the tenant has no Partner Center",
            "check that --tenant is the partner's own tenant, and --cloud"),
    BLOCKED(
            Set.of(50053, 50057, 50105, 53000, 53001, 53002, 53003, 53011, 530035),
            "the user's account or a policy of the tenant does not let the sign-in pass",
            "have an administrator look at the sign-in logs of the tenant: they say which policy it was"),
    DECLINED(
            Set.of(65004),
            "the sign-in was declined in the browser",
            "begin again, and accept",
            "authorization_declined",
            "access_denied"),
    CODE_EXPIRED(
            Set.of(70019, 70020),
            "nobody signed in with the code before it expired",
            "begin again",
            "expired_token",
            "code_expired",
            "bad_verification_code"),
    SIGN_IN_NEEDED(
            Set.of(),
            "the user has to sign in again",
            "sign in once more with devicebatch login",
            "invalid_grant",
            "interaction_required",
            "login_required",
            "consent_required"),
    APP_NOT_RECOGNISED(
            Set.of(),
            "the app could not show who it is",
            "check --client-id and what the app signs in with",
            "invalid_client",
            "unauthorized_client"),
    NOT_EXPLAINED(
            Set.of(),
            "the identity platform does not give an access token",
            "check --tenant, --client-id and --cloud",
            "invalid_request",
            "invalid_resource",
            "invalid_scope",
            "unsupported_grant_type");

    private static final Pattern NUMBER = Pattern.compile("\\bAADSTS(\\d{1,9})\\b");

    private final Set<Integer> numbers;
    private final String meaning;
    private final String remedy;
    private final Set<String> words;

    EntraError(Set<Integer> numbers, String meaning, String remedy, String... words) {
        this.numbers = numbers;
        this.meaning = meaning;
        this.remedy = remedy;
        this.words = Set.of(words);
    }

    /** Finds what a fault means; empty if it is nothing that an identity platform says. */
    public static Optional<EntraError> find(Fault fault) {
        Matcher number = NUMBER.matcher(fault.description().orElse(""));
        Optional<EntraError> precise = number.find()
                ? first(refusal -> refusal.numbers.contains(Integer.valueOf(number.group(1))))
                : Optional.empty();
        return precise.or(
                () -> first(refusal -> refusal.words.contains(fault.code().orElse(""))));
    }

    private static Optional<EntraError> first(Predicate<EntraError> fits) {
        return Arrays.stream(values()).filter(fits).findFirst();
    }

    /** Says what it means, in half a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Says what helps, in half a sentence. */
    public String remedy() {
        return remedy;
    }
}
