package io.github.devicebatch.cli.message;

import io.github.devicebatch.application.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kinds of errors of the identity platform: why it issues no token, and what to do. An error is found by the AADSTS number in its
 * description, else by the OAuth error code. The vendor may change the numbers at any time: only the choice of an explanation
 * depends on them, and the message of the platform is always shown with it.
 *
 * @see <a href="https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes">Microsoft Entra
 *     authentication and authorization error codes</a>
 */
public enum EntraError {
    REFRESH_TOKEN_EXPIRED(
            Advice.SIGN_IN,
            Set.of(50089, 70008, 70043, 700082, 700084),
            "the refresh token has expired",
            "sign in again with devicebatch login; a refresh token expires 90 days after its last use, or earlier if a policy"
                    + " requires it"),
    REFRESH_TOKEN_REVOKED(
            Advice.SIGN_IN,
            Set.of(50132, 50133, 50173),
            "the refresh token was revoked, for example because the password changed or an administrator revoked all sessions",
            "sign in again with devicebatch login"),
    REFRESH_TOKEN_OF_ANOTHER_APP(
            Advice.SIGN_IN,
            Set.of(700005, 700007),
            "the refresh token was issued to another app or by another tenant",
            "give the --client-id and --tenant with which the token in --refresh-token-file was issued; a token can't be moved"
                    + " to another app"),
    REFRESH_TOKEN_UNKNOWN(
            Advice.SIGN_IN,
            Set.of(70000),
            "the refresh token was not issued to this app",
            "check --client-id and --refresh-token-file, which belong together; if they are right, sign in again with"
                    + " devicebatch login"),
    SECOND_FACTOR_MISSING(
            Advice.SECOND_FACTOR,
            Set.of(50072, 50074, 50076, 50078, 50079, 50158, 53004, 53010, 500121),
            "the user has to sign in with multi-factor authentication",
            "sign in again with devicebatch login, and confirm with the second factor"),
    PASSWORD_EXPIRED(
            Advice.PASSWORD,
            Set.of(50055, 50125, 50135, 50144),
            "the password of the user has expired or must be changed",
            "have the user change the password at https://myaccount.microsoft.com, then sign in again with devicebatch login"),
    DEVICE_NOT_MANAGED(
            Advice.SAME,
            Set.of(50005, 50097, 50127, 50129, 50155, 50187, 53000, 53001, 53002, 135011, 530003),
            "a policy of the tenant requires a managed device, which a sign-in with a code can't prove",
            "have an administrator exclude this app or this user from the policy (Conditional Access, grant controls), or sign"
                    + " in as the app itself with --client-certificate; signing in again does not help"),
    BLOCKED(
            Advice.SAME,
            Set.of(
                    50002, 50053, 50057, 50105, 50131, 53003, 53011, 500021, 500022, 500212, 500213, 530032, 530034,
                    530035),
            "the sign-in is blocked by the state of the user's account or by a policy of the tenant",
            "have an administrator check the sign-in logs of the tenant, which name the policy"),
    ACCOUNT_NOT_IN_TENANT(
            Advice.ACCOUNT,
            Set.of(16000, 50014, 50020, 50034, 50177, 51004, 90072, 500208),
            "the account does not belong to the tenant",
            "sign in as a user of the partner's own tenant, and check --tenant"),
    CONSENT_MISSING(
            Advice.SAME,
            Set.of(65001, 65005, 90008, 90094, 90095, 90099, 650056, 650057),
            "the app has no consent for Partner Center",
            "have an administrator grant the app its permission for Partner Center (App registrations, API permissions);"
                    + " then sign in again"),
    CLIENT_SECRET_WRONG(
            Advice.SAME,
            Set.of(70002, 7000215),
            "the client secret is wrong",
            "put the secret's value into the file, not its id; if the value is lost, create a new secret"),
    CLIENT_SECRET_EXPIRED(
            Advice.SAME,
            Set.of(7000222),
            "the client secret has expired",
            "create a new secret in the app registration, and put its value into the file"),
    CLIENT_CERTIFICATE_UNKNOWN(
            Advice.SAME,
            Set.of(50012, 700027, 700030),
            "the app registration does not have the client certificate",
            "upload the certificate, without its key, to the app registration; or give the file of a valid certificate that"
                    + " is there"),
    CLOCK_WRONG(
            Advice.SAME,
            Set.of(500133, 700024),
            "the assertion that the client certificate signed is not valid at this time",
            "correct this machine's clock"),
    CREDENTIAL_MISSING(
            Advice.PUBLIC_CLIENT,
            Set.of(7000216, 7000218),
            "the app registration does not allow a sign-in without a secret or a certificate",
            "give --client-secret-file or --client-certificate as well; or turn on \"Allow public client flows\" in the app"
                    + " registration (Authentication)"),
    CREDENTIAL_UNWANTED(
            Advice.SAME,
            Set.of(700025),
            "the app is a public client, which has neither secret nor certificate",
            "omit --client-secret-file and --client-certificate; to sign in without a user, use a confidential app"),
    APP_UNKNOWN(
            Advice.SAME,
            Set.of(70001, 700011, 700016, 1000031, 7000112),
            "the tenant has no such app, or it is disabled",
            "check --client-id, --tenant and --cloud"),
    TENANT_UNKNOWN(
            Advice.SAME,
            Set.of(50049, 50059, 50128, 90002, 90019, 90038, 90051, 900382, 900432),
            "there is no such tenant in this cloud",
            "check --tenant and --cloud"),
    PARTNER_CENTER_UNKNOWN(
            Advice.SAME,
            Set.of(50001, 500011, 650052),
            "the tenant has no Partner Center",
            "check that --tenant is the partner's own tenant, and --cloud"),
    FAILING(
            Advice.SAME,
            Set.of(50033, 50087, 50088, 50196, 90006, 90012, 90024, 90033, 90055, 90090),
            "the identity platform fails or throttles for the moment",
            "retry in a few minutes",
            "temporarily_unavailable",
            "server_error"),
    DECLINED(
            Advice.SAME,
            Set.of(65004),
            "the sign-in was declined in the browser",
            "start again, and accept",
            "authorization_declined",
            "access_denied"),
    CODE_EXPIRED(
            Advice.SAME,
            Set.of(70018, 70019, 70020),
            "the code expired before a user signed in with it",
            "start again",
            "expired_token",
            "code_expired",
            "bad_verification_code"),
    SIGN_IN_NEEDED(
            Advice.SIGN_IN,
            Set.of(700020),
            "the user has to sign in again",
            "sign in again with devicebatch login",
            "invalid_grant",
            "interaction_required",
            "login_required",
            "consent_required"),
    APP_NOT_RECOGNISED(
            Advice.CREDENTIAL,
            Set.of(),
            "the app could not be authenticated",
            "check --client-id, and the secret or certificate of the app",
            "invalid_client",
            "unauthorized_client"),
    NOT_EXPLAINED(
            Advice.SAME,
            Set.of(),
            "the identity platform does not issue an access token",
            "check --tenant, --client-id and --cloud",
            "invalid_request",
            "invalid_resource",
            "invalid_scope",
            "unsupported_grant_type");

    private static final Pattern AADSTS_NUMBER = Pattern.compile("\\bAADSTS(\\d{1,9})\\b");
    private static final String NO_USER =
            "the identity platform does not accept the sign-in of the app, and no user takes part";

    private final Advice advice;
    private final SortedSet<Integer> numbers;
    private final String meaning;
    private final String remedy;
    private final Set<String> codes;

    EntraError(Advice advice, Set<Integer> numbers, String meaning, String remedy, String... codes) {
        this.advice = advice;
        this.numbers = new TreeSet<>(numbers);
        this.meaning = meaning;
        this.remedy = remedy;
        this.codes = Set.of(codes);
    }

    /** How the remedy depends on the sign-in flow. The text is for a user who signs in with a device code at this moment. */
    private enum Advice {
        SAME(""),
        SIGN_IN("start again in a private window of the browser, where no other account is signed in"),
        SECOND_FACTOR("start again, and confirm with the second factor; if the user has none, register one first at"
                + " https://aka.ms/mfasetup"),
        PASSWORD("have the user change the password at https://myaccount.microsoft.com, then start again"),
        ACCOUNT("start again, and sign in as a user of the partner's own tenant; check --tenant"),
        PUBLIC_CLIENT(
                "turn on \"Allow public client flows\" in the app registration (Authentication), then run login again"),
        CREDENTIAL("");

        private final String duringLogin;

        Advice(String duringLogin) {
            this.duringLogin = duringLogin;
        }

        private boolean isAboutUser() {
            return switch (this) {
                case SIGN_IN, SECOND_FACTOR, PASSWORD, ACCOUNT -> true;
                case SAME, PUBLIC_CLIENT, CREDENTIAL -> false;
            };
        }
    }

    /** Returns the error that a fault reports; empty if it is not an error of an identity platform. */
    public static Optional<EntraError> find(Fault fault) {
        Matcher number = AADSTS_NUMBER.matcher(fault.description().orElse(""));
        Optional<EntraError> byNumber = number.find() ? byNumber(Integer.parseInt(number.group(1))) : Optional.empty();
        return byNumber.or(
                () -> first(error -> error.codes.contains(fault.code().orElse(""))));
    }

    /** Returns the kind of an AADSTS number. */
    public static Optional<EntraError> byNumber(int number) {
        return first(error -> error.numbers.contains(number));
    }

    private static Optional<EntraError> first(Predicate<EntraError> condition) {
        return Arrays.stream(values()).filter(condition).findFirst();
    }

    /** Returns the AADSTS numbers of this kind in ascending order. */
    public SortedSet<Integer> numbers() {
        return new TreeSet<>(numbers);
    }

    /** Returns the meaning as a clause without a full stop. */
    public String meaning() {
        return meaning;
    }

    /** Returns the meaning for a run that signs in by {@code flow}. */
    public String meaning(SignInFlow flow) {
        return advice.isAboutUser() && isAppOnly(flow) ? NO_USER : meaning;
    }

    /** Returns the remedy as a clause without a full stop, for any sign-in flow. */
    public String remedy() {
        return remedy;
    }

    /** Returns the remedy for a run that signs in by {@code flow}. */
    public String remedy(SignInFlow flow) {
        return switch (advice) {
            case SAME -> remedy;
            case SIGN_IN, SECOND_FACTOR, PASSWORD, ACCOUNT -> signIn(flow);
            case PUBLIC_CLIENT -> flow == SignInFlow.DEVICE_CODE ? advice.duringLogin : remedy;
            case CREDENTIAL -> "check --client-id" + SignInAdvice.credential(flow);
        };
    }

    private String signIn(SignInFlow flow) {
        return switch (flow) {
            case APP_AND_USER -> remedy;
            case DEVICE_CODE -> advice.duringLogin;
            case APP_ONLY_BY_SECRET, APP_ONLY_BY_CERTIFICATE ->
                "check --tenant, --client-id" + SignInAdvice.credential(flow)
                        + "; to act for a user instead, give --refresh-token-file";
            case GIVEN_TOKEN -> SignInAdvice.NEW_TOKEN;
        };
    }

    private static boolean isAppOnly(SignInFlow flow) {
        return flow == SignInFlow.APP_ONLY_BY_SECRET || flow == SignInFlow.APP_ONLY_BY_CERTIFICATE;
    }
}
