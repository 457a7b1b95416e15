package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchScriptTest {

    private final BatchScript script = new BatchScript();

    @Test
    void repliesInSequenceAndRepeatsTheLastReply() {
        HttpReply first = Reply.status(503);
        HttpReply second = Reply.status(429);
        script.then(first).then(second);
        assertThat(Stream.generate(script.source()::next).limit(3).map(reply -> (Object) reply.orElseThrow()))
                .containsExactly(first, second, second);
        assertThat(script.source().unused()).isEmpty();
    }

    @Test
    void knowsNoBatchWithoutAReply() {
        assertThat(script.source().next()).isEmpty();
        script.then(Batches.queued());
        assertThat(script.source().unused()).hasSize(1);
        assertThat(script.source().next()).isPresent();
    }
}
