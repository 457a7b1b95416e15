package io.github.devicebatch.testkit;

import static io.github.devicebatch.testkit.assertions.BatchStatusAssert.assertThat;
import static io.github.devicebatch.testkit.assertions.FakePartnerCenterAssert.assertThat;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.application.Pause;
import io.github.devicebatch.domain.BatchOutcome;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.PlainQuery;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten minutes of asking go by at once, on the time that the fake is on as well. */
@ExtendWith(FakePartnerCenterExtension.class)
class ManualTimeInStepTest {

    @Test
    void passesForWhoeverAsksAndForTheFakeAlike(FakePartnerCenter partnerCenter, ManualTime time) throws Exception {
        partnerCenter
                .timeline(Batches.REFERENCE)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofMinutes(2), Batches.processing())
                .from(Duration.ofMinutes(10), Batches.finishedWithOneFailure());

        try (PlainQuery query = new PlainQuery(partnerCenter.baseUrl(), "made-up")) {
            BatchStatus status = waitUntilFinal(query, time);

            assertThat(status).hasOutcome(BatchOutcome.SOME_FAILED);
            assertThat(partnerCenter)
                    .received(11)
                    .requestsFor(Batches.REFERENCE)
                    .atLeast(60, SECONDS)
                    .apart()
                    .atMost(60, SECONDS)
                    .apart();
            assertThat(time.instant()).isEqualTo(ManualTime.DEFAULT_START.plus(Duration.ofMinutes(10)));
        }
    }

    /** What somebody's poller looks like. */
    private static BatchStatus waitUntilFinal(BatchStatusQuery query, Pause pause) throws InterruptedException {
        while (true) {
            BatchStatusAnswer answer = query.ask(Batches.REFERENCE);
            if (answer instanceof Found found && found.status().isFinal()) {
                return found.status();
            }
            pause.pause(Duration.ofMinutes(1));
        }
    }
}
