package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.support.Client;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalOfRequestsTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void keepsWhatCameInTheOrderInWhichItCame() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        client.ask(Batches.REFERENCE);
        time.advance(Duration.ofSeconds(5));
        client.ask(Batches.anotherCustomersBatch());
        assertThat(partnerCenter.requests())
                .satisfiesExactly(
                        first -> {
                            assertThat(first.when()).isEqualTo(ManualTime.DEFAULT_START);
                            assertThat(first.method()).isEqualTo("GET");
                            assertThat(first.path()).isEqualTo(Client.path(Batches.REFERENCE));
                            assertThat(first.status()).hasValue(200);
                            assertThat(first.connection()).isEqualTo(1);
                            assertThat(first.header("ms-requestid"))
                                    .contains(Client.headers().get("MS-RequestId"));
                            assertThat(first.header("X-Locale")).isEmpty();
                        },
                        second -> {
                            assertThat(second.when()).isEqualTo(ManualTime.DEFAULT_START.plusSeconds(5));
                            assertThat(second.status()).hasValue(404);
                        });
    }
}
