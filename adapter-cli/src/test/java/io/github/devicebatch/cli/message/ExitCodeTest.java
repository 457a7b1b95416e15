package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.testkit.Answers;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExitCodeTest {

    @Test
    void isOrderedFromBestToWorst() {
        assertThat(Arrays.stream(ExitCode.values())
                        .sorted(Comparator.reverseOrder())
                        .map(ExitCode::number))
                .containsExactly(141, 130, 1, 2, 7, 4, 5, 6, 3, 124, 8, 0);
    }

    @Test
    void theWorseOfTwoIsUsedInEitherOrder() {
        assertThat(ExitCode.NOT_FOUND.worse(ExitCode.UNAVAILABLE)).isEqualTo(ExitCode.NOT_FOUND);
        assertThat(ExitCode.UNAVAILABLE.worse(ExitCode.NOT_FOUND)).isEqualTo(ExitCode.NOT_FOUND);
    }

    @Test
    void aRejectedRequestIsAUsageErrorAndNotARefusal() {
        assertThat(ExitCode.of(Answers.refused(RefusalReason.REJECTED))).isEqualTo(ExitCode.USAGE_ERROR);
        assertThat(ExitCode.of(Answers.refused(RefusalReason.FORBIDDEN))).isEqualTo(ExitCode.REFUSED);
        assertThat(ExitCode.of(Answers.refused(RefusalReason.UNAUTHENTICATED))).isEqualTo(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalByAProxyIsUnavailability(RefusalReason reason) {
        assertThat(ExitCode.of(new Refused(reason, Party.PROXY, Fault.UNEXPLAINED, Answers.TRACE)))
                .isEqualTo(ExitCode.UNAVAILABLE);
    }

    /** A lack of memory is a matter of the configuration, not of the service. */
    @ParameterizedTest
    @EnumSource
    void anAnswerWithoutMemoryIsAUsageError(Party party) {
        assertThat(ExitCode.of(new Unreadable("a test", party, Answers.TRACE)))
                .isEqualTo(party == Party.CLIENT ? ExitCode.USAGE_ERROR : ExitCode.UNREADABLE);
    }
}
