package io.github.devicebatch.testkit.server;

import static io.github.devicebatch.testkit.support.MagicQuestion.ask;
import static io.github.devicebatch.testkit.support.MagicQuestion.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class MagicBatchFaultTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @BeforeEach
    void turnOn() {
        partnerCenter.control().magicBatches(true);
    }

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATED", "RESET"})
    void breaksOff(MagicBatch batch) {
        assertThatThrownBy(() -> ask(client, batch)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DRIP", "SLOW"})
    void takesItsTime(MagicBatch batch) throws Exception {
        try (RawClient raw = RawClient.of(partnerCenter)) {
            String answer = raw.ask(reference(batch)).leaveAndReadAll();
            int head = answer.indexOf("\r\n\r\n") + 4;
            switch (batch) {
                case SILENT -> assertThat(answer).isEmpty();
                case DRIP -> assertThat(answer).hasSize(head + 1).startsWith("HTTP/1.1 200 OK");
                default -> assertThat(answer).hasSize(200).startsWith("HTTP/1.1 200 OK");
            }
        }
    }
}
