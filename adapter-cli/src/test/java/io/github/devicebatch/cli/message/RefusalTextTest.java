package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.support.ReportOutput;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTextTest {

    private static final OptionalInt NONE = OptionalInt.empty();
    private static final OptionalInt HTTP_401 = OptionalInt.of(401);

    @Nested
    class ByPartnerCenter {

        @ParameterizedTest
        @ValueSource(strings = {"2032", "900150"})
        void namesTheMissingRole(String code) {
            assertThat(lines(RefusalReason.FORBIDDEN, Party.PARTNER_CENTER, OptionalInt.of(403), Fault.of(code, "No.")))
                    .containsSequence(
                            "why: the caller's role does not permit this request; it says: " + code
                                    + ": No. (HTTP 403)",
                            "try: give the caller the role Admin agent or Sales agent in Partner Center;"
                                    + " the caller is the app, or the user on whose behalf it acts");
        }

        @Test
        void quotesAnUnknownFault() {
            assertThat(lines(Party.PARTNER_CENTER, HTTP_401, Fault.of("12", "Who are you?")))
                    .contains("why: Partner Center rejected the access token; it says: 12: Who are you? (HTTP 401)");
        }
    }

    @Nested
    class ByTheIdentityPlatform {

        private final Fault expired = Fault.of("invalid_grant", "AADSTS700082: Too long ago.");

        @Test
        void explainsADocumentedError() {
            assertThat(lines(Party.IDENTITY_PLATFORM, NONE, expired))
                    .contains("why: the refresh token has expired; the identity platform says: " + expired)
                    .anyMatch(line -> line.startsWith("try: sign in again with devicebatch login; "));
        }

        @Test
        void hasTheStatusOfARequestThatWasSentBefore() {
            assertThat(lines(Party.IDENTITY_PLATFORM, HTTP_401, expired))
                    .contains("why: the refresh token has expired; the identity platform says: " + expired
                            + " (HTTP 401)");
        }

        @Test
        void quotesAnUnknownError() {
            assertThat(lines(Party.IDENTITY_PLATFORM, NONE, Fault.of("new_error", "AADSTS999999999: new")))
                    .contains("why: the identity platform does not issue an access token; the identity platform says:"
                            + " new_error: AADSTS999999999: new");
        }
    }

    @Nested
    class ByThisProgram {

        @Test
        void saysWhyThereIsNoToken() {
            Fault unreadable = new Fault(Optional.empty(), Optional.of("the refresh token file: it is gone"));

            assertThat(lines(Party.CLIENT, NONE, unreadable))
                    .contains(
                            "why: there is no access token: the refresh token file: it is gone",
                            "try: correct this, or sign in again with devicebatch login");
        }

        @ParameterizedTest
        @EnumSource
        void saysWhyThereIsNoNewToken(Party party) {
            Fault none = Fault.of(RefusalText.NO_NEW_TOKEN, "the token command gave no access token");

            assertThat(lines(party, HTTP_401, none))
                    .contains("why: Partner Center rejected the access token, and there is no new one:"
                            + " the token command gave no access token (HTTP 401)");
        }
    }

    /** A proxy refuses the tunnel to Partner Center, whose answer has a status, or that to the identity platform. */
    @Nested
    class ByAProxy {

        private static final String GIVE_THE_LOGIN = "try: give user and password, percent-encoded, in HTTPS_PROXY,"
                + " DEVICEBATCH_PROXY or --proxy: http://USER:PASSWORD@HOST:PORT";
        private static final String CHANGE_THE_WAY = "try: have the administrator of the proxy allow the connection, or"
                + " choose another way with --proxy URL or --proxy none";

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                407 | the proxy p:1 requires a login         | UNAUTHENTICATED
                407 | the proxy p:1 does not accept the login | UNAUTHENTICATED
                403 | the proxy p:1 refuses: HTTP 403        | FORBIDDEN
                302 | the proxy p:1 refuses: HTTP 302        | REJECTED
                """)
        void namesTheProxyAndTheRemedy(int status, String detail, RefusalReason reason) {
            Fault fault = Fault.of(String.valueOf(status), detail);
            String remedy = status == 407 ? GIVE_THE_LOGIN : CHANGE_THE_WAY;
            String shownStatus = detail.contains("HTTP") ? "" : " (HTTP " + status + ")";

            assertThat(lines(reason, Party.PROXY, OptionalInt.of(status), fault))
                    .contains("why: " + detail + shownStatus, remedy);
            assertThat(lines(RefusalReason.UNAUTHENTICATED, Party.PROXY, NONE, fault))
                    .contains("why: " + detail, remedy);
        }

        @Test
        void saysWhatTheProxyWants() {
            Fault fault = new Fault(Optional.empty(), Optional.of("the proxy 127.0.0.1:3128 requires a login"));

            assertThat(lines(RefusalReason.UNAUTHENTICATED, Party.PROXY, OptionalInt.of(407), fault))
                    .contains("why: the proxy 127.0.0.1:3128 requires a login (HTTP 407)");
        }

        @Test
        void aRefusalWithoutADescriptionIsExplainedByItsStatus() {
            assertThat(lines(RefusalReason.FORBIDDEN, Party.PROXY, OptionalInt.of(407), Fault.UNEXPLAINED))
                    .contains("why: the proxy refuses the request (HTTP 407)", GIVE_THE_LOGIN);
        }
    }

    private static List<String> lines(Party party, OptionalInt httpStatus, Fault fault) {
        return lines(RefusalReason.UNAUTHENTICATED, party, httpStatus, fault);
    }

    /** A token that is given comes to Partner Center alone; the identity platform is asked by the other flows. */
    private static List<String> lines(RefusalReason reason, Party party, OptionalInt httpStatus, Fault fault) {
        SignInFlow flow = party == Party.PARTNER_CENTER ? SignInFlow.GIVEN_TOKEN : SignInFlow.APP_AND_USER;
        return lines(reason, party, httpStatus, fault, flow);
    }

    private static List<String> lines(
            RefusalReason reason, Party party, OptionalInt httpStatus, Fault fault, SignInFlow flow) {
        Trace trace = new Trace(1, Duration.ZERO, httpStatus, Optional.empty(), Optional.empty(), ServerIds.NONE);
        return new AnswerProblem(Batches.REFERENCE, ReportOutput.WORDS, flow)
                .of(new Refused(reason, party, fault, trace))
                .orElseThrow()
                .lines(TextStyle.PLAIN);
    }

    /** The remedy for each sign-in flow: it names only steps that the flow has. */
    @Nested
    class ByTheSignInFlow {

        private static String remedy(Party party, OptionalInt status, Fault fault, SignInFlow flow) {
            return lines(RefusalReason.UNAUTHENTICATED, party, status, fault, flow).stream()
                    .filter(line -> line.startsWith("try: "))
                    .collect(Collectors.joining());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                800001 | GIVEN_TOKEN             | get a new access token for https://api.partnercenter.microsoft.com
                800001 | APP_ONLY_BY_SECRET      | the app is registered in Partner Center
                800001 | APP_ONLY_BY_CERTIFICATE | the app is registered in Partner Center
                800001 | APP_AND_USER            | then sign in again with devicebatch login
                900421 | GIVEN_TOKEN             | get a token of a user who has signed in with a second factor
                900421 | APP_ONLY_BY_SECRET      | needs no second factor
                900421 | APP_ONLY_BY_CERTIFICATE | needs no second factor
                900421 | APP_AND_USER            | sign in again with devicebatch login and confirm with a second factor
                10001  | GIVEN_TOKEN             | get a token of a user who has signed in with a second factor
                10001  | APP_AND_USER            | sign in again with devicebatch login and confirm with a second factor
                """)
        void aRejectedTokenIsExplained(String code, SignInFlow flow, String remedy) {
            assertThat(remedy(Party.PARTNER_CENTER, HTTP_401, Fault.of(code, "No."), flow))
                    .contains(remedy);
        }

        @ParameterizedTest
        @EnumSource(names = {"APP_ONLY_BY_SECRET", "APP_ONLY_BY_CERTIFICATE", "GIVEN_TOKEN"})
        void noUserIsToldToSignInWhereNoneTakesPart(SignInFlow flow) {
            for (Party party : List.of(Party.PARTNER_CENTER, Party.IDENTITY_PLATFORM, Party.CLIENT)) {
                for (String code : List.of("800001", "900421", "invalid_grant", "interaction_required", "x")) {
                    assertThat(remedy(party, HTTP_401, Fault.of(code, "AADSTS50173"), flow))
                            .isNotEmpty()
                            .doesNotContain("devicebatch login");
                }
            }
        }

        @ParameterizedTest
        @CsvSource({
            "GIVEN_TOKEN, the caller is the app_ or the user on whose behalf it acts",
            "APP_ONLY_BY_SECRET, the caller is the app",
            "APP_ONLY_BY_CERTIFICATE, the caller is the app",
            "APP_AND_USER, the caller is the user who signed in"
        })
        void theCallerOfAMissingRoleIsNamed(SignInFlow flow, String caller) {
            assertThat(lines(
                            RefusalReason.FORBIDDEN,
                            Party.PARTNER_CENTER,
                            OptionalInt.of(403),
                            Fault.of("2032", "No."),
                            flow))
                    .anyMatch(line -> line.endsWith("; " + caller.replace('_', ',')));
        }

        @Test
        void anExpiredCertificateIsRenewed() {
            assertThat(remedy(
                            Party.CLIENT,
                            NONE,
                            Fault.of("", "the client certificate expired at 2026-05-01T00:00:00Z"),
                            SignInFlow.APP_ONLY_BY_CERTIFICATE))
                    .startsWith("try: correct this: create a certificate");
        }
    }
}
