package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.ParsedJson;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An open circuit breaker in real time. It takes half a minute, so this class runs among the first and beside others. */
@ExtendWith(FakePartnerCenterExtension.class)
class CircuitBreakerIT {

    private static final List<BatchReference> BATCHES =
            IntStream.range(0, 500).mapToObj(Batches::numbered).toList();

    @TempDir
    private Path folder;

    @Test
    void noAnswerIsLostWhenTheServiceFailsForTwoSeconds(FakePartnerCenter partnerCenter) throws Exception {
        AtomicReference<Instant> failingUntil = new AtomicReference<>();
        BATCHES.forEach(batch -> partnerCenter.respond(batch, () -> {
            failingUntil.compareAndSet(null, Instant.now().plusSeconds(2));
            return Instant.now().isBefore(failingUntil.get())
                    ? Reply.empty(503)
                    : Reply.describing(Batches.finished(batch.tracking()));
        }));

        RunResult result = new PackagedCommand(folder)
                .asking(partnerCenter)
                .forAtMost(Duration.ofMinutes(3))
                .input(BATCHES.stream().map(BatchReference::toString).collect(Collectors.joining("\n")))
                .run("status", "-", "--rate=none", "-o", "jsonl");

        assertThat(result.exitCode()).isZero();
        assertThat(ParsedJson.lines(result.out()).getLast().getInt("allRegistered"))
                .isEqualTo(500);
    }
}
