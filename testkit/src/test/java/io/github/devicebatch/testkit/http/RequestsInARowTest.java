package io.github.devicebatch.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.RawClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestsInARowTest {

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(ManualTime.start());

    @BeforeEach
    void know() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    @AfterEach
    void close() {
        partnerCenter.close();
    }

    @Test
    void takesRequestsThatComeAllAtOnce() throws IOException {
        String question = RawClient.question("GET", Batches.REFERENCE, "HTTP/1.1");
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send(question + question + question)
                            .leaveAndReadAll()
                            .split("HTTP/1.1 200 OK"))
                    .hasSize(4);
        }
    }

    @Test
    void passesOverABody() throws IOException {
        String post = RawClient.question("POST", Batches.REFERENCE, "HTTP/1.1")
                .replace("\r\n\r\n", "\r\nContent-Length: 9\r\n\r\nGET / no\n");
        try (RawClient client = RawClient.of(partnerCenter)) {
            assertThat(client.send(post).ask(Batches.REFERENCE).leaveAndReadAll())
                    .startsWith("HTTP/1.1 405 Method Not Allowed")
                    .contains("HTTP/1.1 200 OK")
                    .doesNotContain("HTTP/1.1 400");
        }
    }
}
