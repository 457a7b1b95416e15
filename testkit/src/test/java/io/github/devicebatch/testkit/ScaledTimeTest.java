package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.Submitter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScaledTimeTest {

    private final ManualTime real = ManualTime.start();

    @Test
    void runsSixtyTimesAsFast() {
        ScaledTime time = ScaledTime.of(real, 60);
        assertThat(time.instant()).isEqualTo(real.instant());
        real.advance(Duration.ofMinutes(1));
        assertThat(time.instant()).isEqualTo(ManualTime.DEFAULT_START.plus(Duration.ofHours(1)));
        assertThat(time).hasToString("ScaledTime at 2026-01-05T10:00:00Z, 60 times as fast");
    }

    @Test
    void rejectsAFactorBelowOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScaledTime.of(real, 0));
        ScaledTime same = ScaledTime.of(real, 1);
        real.advance(Duration.ofMinutes(1));
        assertThat(same.instant()).isEqualTo(real.instant());
    }

    @Test
    void scalesUploadsAndNotRetryAfter() throws Exception {
        try (FakePartnerCenter partnerCenter = FakePartnerCenter.start(ScaledTime.of(real, 60));
                Client client = Client.of(partnerCenter)) {
            Submitter submitter = new Submitter(client);
            String status = submitter.submit("one", Submitter.device("SN-1"));
            real.advance(Duration.ofSeconds(10));
            assertThat(submitter.get(status).body()).contains("\"status\":\"processing\"");
            real.advance(Duration.ofSeconds(1));
            assertThat(submitter.get(status).body())
                    .contains("\"startedTime\":\"2026-01-05T09:01:00\",\"completedTime\":\"2026-01-05T09:11:00\"");
            partnerCenter.script(Batches.REFERENCE).then(Reply.throttled(Duration.ofSeconds(57)));
            assertThat(client.requestStatus(Batches.REFERENCE).headers().firstValue("Retry-After"))
                    .contains("57");
        }
    }
}
