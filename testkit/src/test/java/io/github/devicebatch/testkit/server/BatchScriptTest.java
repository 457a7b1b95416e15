package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.support.Client;
import io.github.devicebatch.testkit.support.ClientExtension;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith({FakePartnerCenterExtension.class, ClientExtension.class})
record BatchScriptTest(FakePartnerCenter partnerCenter, Client client) {

    @Test
    void repliesInSequenceAndRepeatsTheLastReply() {
        HttpReply first = Reply.status(503);
        HttpReply second = Reply.status(429);
        BatchScript script = new BatchScript().then(first).then(second);
        assertThat(Stream.generate(script.source()::next).limit(3).map(reply -> (Object) reply.orElseThrow()))
                .containsExactly(first, second, second);
        assertThat(script.source().unused()).isEmpty();
    }

    @Test
    void knowsNoBatchWithoutAReply() {
        BatchScript script = new BatchScript();
        assertThat(script.source().next()).isEmpty();
        script.then(Batches.queued());
        assertThat(script.source().unused()).hasSize(1);
        assertThat(script.source().next()).isPresent();
    }

    @Nested
    class InAFake {

        @Test
        void repliesInSequenceAndRepeatsTheLastReply() throws Exception {
            partnerCenter
                    .script(Batches.REFERENCE)
                    .then(Batches.queued())
                    .then(Reply.throttled(Duration.ofSeconds(57)))
                    .then(Batches.finished());
            assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"queued\"");
            assertThat(client.requestStatus(Batches.REFERENCE).headers().firstValue("retry-after"))
                    .contains("57");
            assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"finished\"");
            assertThat(client.requestStatus(Batches.REFERENCE).body()).contains("\"finished\"");
        }

        @Test
        void replacesAnEarlierScript() throws Exception {
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
            partnerCenter.script(Batches.REFERENCE);
            assertThat(client.requestStatus(Batches.REFERENCE).statusCode()).isEqualTo(404);
        }
    }
}
