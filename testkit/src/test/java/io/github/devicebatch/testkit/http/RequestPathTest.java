package io.github.devicebatch.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.support.Client;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestPathTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start(time);
    private final Client client = Client.of(partnerCenter);

    @AfterEach
    void close() {
        client.close();
        partnerCenter.close();
    }

    @Test
    void findsAPathInAnyCase() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        String path = Client.path(Batches.REFERENCE);
        assertThat(client.ask(path.toLowerCase(Locale.ROOT), Client.headers()).statusCode())
                .isEqualTo(200);
        assertThat(client.ask(path.toUpperCase(Locale.ROOT), Client.headers()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void knowsNoOtherPathAndNoOtherMethod() throws Exception {
        assertThat(client.ask("/v1/invoices", Client.headers()).statusCode()).isEqualTo(404);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        HttpResponse<String> posted = client.http()
                .send(
                        client.request(Client.path(Batches.REFERENCE), Client.headers())
                                .POST(BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(client.ask(Batches.REFERENCE).statusCode()).isEqualTo(200);
        assertThat(partnerCenter.connections().accepted()).isEqualTo(1);
    }
}
