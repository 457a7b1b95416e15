package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the token of a question comes from. */
class TokenOfAQuestionTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter fake = FakePartnerCenter.start(time);
    private final PartnerCenterBuilder partnerCenter =
            OneAttempt.at(fake.baseUrl()).time(time, time);

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void asksForATokenBeforeEveryQuestion() throws InterruptedException {
        int[] asked = {0};
        AccessTokenSource counting = AccessTokenSource.suppliedBy(() -> AccessToken.of("token-" + asked[0]++));
        try (PartnerCenter one = partnerCenter.tokens(counting).build()) {
            one.batchStatus().ask(Batches.REFERENCE);
            one.batchStatus().ask(Batches.REFERENCE);
        }

        assertThat(asked[0]).isEqualTo(2);
    }

    @Test
    void namesATokenSourceThatGivesNull() {
        assertThatThrownBy(() -> ask(partnerCenter.tokens(() -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("token source");
    }

    private static BatchStatusAnswer ask(PartnerCenterBuilder how) throws InterruptedException {
        try (PartnerCenter one = how.build()) {
            return one.batchStatus().ask(Batches.REFERENCE);
        }
    }
}
