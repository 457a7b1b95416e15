package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documented errors of the identity platform: why it issues no token, and what to do. An error is found by the AADSTS number
 * in its description, else by the OAuth error code. The vendor may change the numbers at any time: only the choice of an
 * explanation depends on them, and the message of the platform is always shown with it.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes">Microsoft Entra
 *     authentication and authorization error codes</a>
 */
public enum EntraError {
    REFRESH_TOKEN_EXPIRED(
            Set.of(50089, 70008, 70043, 700082, 700084),
            "the refresh token has expired",
            "sign in again with devicebatch login; a refresh token expires 90 days after its last use, or earlier if a policy"
                    + " requires it"),
    REFRESH_TOKEN_REVOKED(
            Set.of(50132, 50133, 50173),
            "the refresh token was revoked, for example because the password changed or an administrator revoked all sessions",
            "sign in again with devicebatch login"),
    REFRESH_TOKEN_UNKNOWN(
            Set.of(70000),
            "the refresh token was not issued to this app",
            "check --client-id and --refresh-token-file, which belong together; if they are right, sign in again with"
                    + " devicebatch login"),
    SECOND_FACTOR_MISSING(
            Set.of(50072, 50074, 50076, 50078, 50079, 50158, 53004),
            "the user has to sign in with multi-factor authentication",
            "sign in again with devicebatch login, and confirm with the second factor"),
    CONSENT_MISSING(
            Set.of(65001, 65005, 90008, 650056, 650057),
            "the app has no consent for Partner Center",
            "have an administrator grant the app its permission for Partner Center (App registrations, API permissions);"
                    + " then sign in again"),
    CLIENT_SECRET_WRONG(
            Set.of(70002, 7000215),
            "the client secret is wrong",
            "put the secret's value into the file, not its id; if the value is lost, create a new secret"),
    CLIENT_SECRET_EXPIRED(
            Set.of(7000222),
            "the client secret has expired",
            "create a new secret in the app registration, and put its value into the file"),
    CLIENT_CERTIFICATE_UNKNOWN(
            Set.of(50012, 700027, 700030),
            "the app registration does not have the client certificate",
            "upload the certificate, without its key, to the app registration; or give the file of a valid certificate that"
                    + " is there"),
    CLOCK_WRONG(
            Set.of(500133, 700024),
            "the assertion that the client certificate signed is not valid at this time",
            "correct this machine's clock"),
    CREDENTIAL_MISSING(
            Set.of(7000218),
            "the app registration does not allow a sign-in without a secret or a certificate",
            "give --client-secret-file or --client-certificate as well; or turn on \"Allow public client flows\" in the app"
                    + " registration (Authentication)"),
    CREDENTIAL_UNWANTED(
            Set.of(700025),
            "the app is a public client, which has neither secret nor certificate",
            "omit --client-secret-file and --client-certificate; to sign in without a user, use a confidential app"),
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
            "the sign-in is blocked by the state of the user's account or by a policy of the tenant",
            "have an administrator check the sign-in logs of the tenant, which name the policy"),
    DECLINED(
            Set.of(65004),
            "the sign-in was declined in the browser",
            "start again, and accept",
            "authorization_declined",
            "access_denied"),
    CODE_EXPIRED(
            Set.of(70019, 70020),
            "the code expired before a user signed in with it",
            "start again",
            "expired_token",
            "code_expired",
            "bad_verification_code"),
    SIGN_IN_NEEDED(
            Set.of(),
            "the user has to sign in again",
            "sign in again with devicebatch login",
            "invalid_grant",
            "interaction_required",
            "login_required",
            "consent_required"),
    APP_NOT_RECOGNISED(
            Set.of(),
            "the app could not be authenticated",
            "check --client-id, and the secret or certificate of the app",
            "invalid_client",
            "unauthorized_client"),
    NOT_EXPLAINED(
            Set.of(),
            "the identity platform does not issue an access token",
            "check --tenant, --client-id and --cloud",
            "invalid_request",
            "invalid_resource",
            "invalid_scope",
            "unsupported_grant_type");

    private static final Pattern AADSTS_NUMBER = Pattern.compile("\\bAADSTS(\\d{1,9})\\b");

    private final Set<Integer> numbers;
    private final String meaning;
    private final String remedy;
    private final Set<String> codes;

    EntraError(Set<Integer> numbers, String meaning, String remedy, String... codes) {
        this.numbers = numbers;
        this.meaning = meaning;
        this.remedy = remedy;
        this.codes = Set.of(codes);
    }

    /** Returns the error that a fault reports; empty if it is not an error of an identity platform. */
    public static Optional<EntraError> find(Fault fault) {
        Matcher number = AADSTS_NUMBER.matcher(fault.description().orElse(""));
        Optional<EntraError> byNumber = number.find()
                ? first(error -> error.numbers.contains(Integer.valueOf(number.group(1))))
                : Optional.empty();
        return byNumber.or(
                () -> first(error -> error.codes.contains(fault.code().orElse(""))));
    }

    private static Optional<EntraError> first(Predicate<EntraError> condition) {
        return Arrays.stream(values()).filter(condition).findFirst();
    }

    /** Returns the meaning as a clause without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** Returns the remedy as a clause without a full stop. */
    public String remedy() {
        return remedy;
    }
}
