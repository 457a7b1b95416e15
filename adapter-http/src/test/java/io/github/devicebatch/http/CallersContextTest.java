package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The context of the thread that asks, such as its trace, during exchanges through the caller's own client. */
class CallersContextTest {

    private final ThreadLocal<String> trace = new ThreadLocal<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    void eachExchangeRunsInTheContextOfTheThreadThatAsks() throws InterruptedException {
        UnaryOperator<Runnable> context = exchange -> {
            String captured = trace.get();
            return () -> {
                seen.add(captured);
                exchange.run();
            };
        };
        try (FakePartnerCenter fake = FakePartnerCenter.start();
                HttpClient client = HttpClient.newHttpClient();
                PartnerCenter partnerCenter = OneAttempt.at(fake.baseUrl())
                        .httpClient(client, context)
                        .build()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            for (String each : List.of("first", "second")) {
                trace.set(each);
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
            assertThat(fake.requestCount()).isEqualTo(2);
        }
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            PartnerCenter.at(PartnerCenterCloud.GLOBAL).httpClient(client, UnaryOperator.identity()));
        }
    }
}
