package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.ServerIds;
import io.github.devicebatch.application.Trace;
import io.github.devicebatch.cli.support.Shown;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.testkit.Batches;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Who refuses what, and what helps. */
class RefusalProblemTest {

    @Test
    void namesTheRoleThatIsMissing() {
        for (String code : List.of("2032", "900150")) {
            assertThat(lines(refused(403, Fault.of(code, "No."))))
                    .containsSequence(
                            "why: the caller's role lacks the right to ask; it says: " + code + ": No. (HTTP 403)",
                            "try: give the caller the role Admin agent or Sales agent in Partner Center;"
                                    + " the caller is the app, or the user on whose behalf it asks");
        }
    }

    @Test
    void tellsWhatIsRefusedByTheIdentityPlatformFromWhatPartnerCenterRefuses() {
        Fault fault = Fault.of("invalid_grant", "AADSTS700082: Too long ago.");

        assertThat(lines(unauthenticated(OptionalInt.empty(), fault)))
                .contains("why: the refresh token has expired; the identity platform says: " + fault)
                .anyMatch(line -> line.startsWith("try: sign in once more with devicebatch login; "));
        assertThat(lines(unauthenticated(OptionalInt.of(401), fault)))
                .contains("why: the refresh token has expired; the identity platform says: " + fault + " (HTTP 401)");
        assertThat(lines(unauthenticated(OptionalInt.of(401), Fault.of("12", "Who are you?"))))
                .contains("why: Partner Center refuses the access token; it says: 12: Who are you? (HTTP 401)");
    }

    @Test
    void putsWhatWeSayOurselvesIntoNobodyElsesMouth() {
        Fault own = new Fault(Optional.empty(), Optional.of("the refresh token file: it is gone"));
        assertThat(lines(unauthenticated(OptionalInt.empty(), own)))
                .contains(
                        "why: there is no access token: the refresh token file: it is gone",
                        "try: mend that, or sign in once more with devicebatch login");

        Fault noNewOne = Fault.of(RefusalText.NO_NEW_TOKEN, "no access token from the token command");
        assertThat(lines(unauthenticated(OptionalInt.of(401), noNewOne)))
                .contains("why: Partner Center refuses the access token, and there is no new one:"
                        + " no access token from the token command (HTTP 401)");
    }

    private static Refused unauthenticated(OptionalInt httpStatus, Fault fault) {
        return new Refused(RefusalReason.UNAUTHENTICATED, fault, trace(httpStatus));
    }

    private static Refused refused(int httpStatus, Fault fault) {
        return new Refused(RefusalReason.FORBIDDEN, fault, trace(OptionalInt.of(httpStatus)));
    }

    private static Trace trace(OptionalInt httpStatus) {
        return new Trace(1, Duration.ZERO, httpStatus, Optional.empty(), Optional.empty(), ServerIds.NONE);
    }

    private static List<String> lines(BatchStatusAnswer answer) {
        return new AnswerProblem(Batches.REFERENCE, Shown.WORDS)
                .of(answer)
                .orElseThrow()
                .lines(TextStyle.PLAIN);
    }
}
