package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.Submitter;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceListOfUploadsTest {

    private static final Duration FOR_GOOD = Duration.ofMinutes(11);

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);
    private final Submitter submitter = new Submitter(client);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void tellsWhereABatchStandsWhenSeveralUploadsWentIntoIt() throws Exception {
        submitter.submit("one", Submitter.device("SN-1"));
        assertThat(submitter.get(Submitter.path()).body()).contains("\"status\":\"queued\"");
        time.advance(FOR_GOOD);
        submitter.post(Submitter.path("one"), "[" + Submitter.device("SN-2") + "]");
        assertThat(submitter.get(Submitter.path()).body()).contains("\"status\":\"processing\"");
        time.advance(FOR_GOOD);
        assertThat(submitter.get(Submitter.path()).body())
                .contains("\"status\":\"finished\"")
                .contains("\"devicesCount\":2");
    }

    @Test
    void listsDevicesInTheOrderInWhichTheyGotInSoThatPagesStay() throws Exception {
        partnerCenter.control().uploadsTake(Duration.ZERO, Duration.ofMinutes(10));
        submitter.submit("one", Submitter.device("SN-1"), Submitter.device("SN-2"));
        time.advance(Duration.ofMinutes(6));
        partnerCenter.control().uploadsTake(Duration.ZERO, Duration.ZERO);
        submitter.post(Submitter.path("one"), "[" + Submitter.device("SN-3") + "]");
        time.advance(FOR_GOOD);
        assertThat(submitter.get(Submitter.path("one")).body()).containsSubsequence("SN-1", "SN-3", "SN-2");
    }
}
