package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.http.support.UnansweredNames;
import io.github.devicebatch.testkit.Batches;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Why the client's executor is what it is: looking up a name can't be interrupted, and belongs to no asking thread. */
class UnansweredNameTest {

    @BeforeEach
    void leaveUnanswered() {
        UnansweredNames.begin();
    }

    @AfterEach
    void giveUp() {
        UnansweredNames.giveUp();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anAttemptEndsAtItsDeadlineAlsoWhileTheNameIsLookedUp() throws InterruptedException {
        try (PartnerCenter partnerCenter = OneAttempt.at(URI.create("https://" + UnansweredNames.NAME))
                .attemptTimeout(Duration.ofMillis(300))
                .build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                    .asInstanceOf(type(Unavailable.class))
                    .extracting(Unavailable::cause)
                    .isEqualTo(UnavailabilityCause.TIMED_OUT);
        }
    }
}
