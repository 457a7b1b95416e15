package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.JsonSchema;
import io.github.devicebatch.cli.support.Parsed;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.cli.terminal.HostProcess;
import io.github.devicebatch.cli.terminal.ShutdownHooks;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
class WaitRunnerTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String OTHER = Batches.anotherBatch().toString();

    private final FakePartnerCenter partnerCenter;
    private final Trial trial;

    WaitRunnerTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.trial = Trial.asking(partnerCenter);
    }

    @Test
    void theWorstExitCodeIsUsed() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        partnerCenter.script(Batches.anotherBatch()).then(Reply.empty(404));

        Ran ran = trial.run("wait", REFERENCE, OTHER, REFERENCE, "--concurrency", "1");

        assertThat(ran.exitCode()).isEqualTo(5);
        assertThat(ran.out())
                .contains("not found       " + OTHER)
                .endsWith("\n\n2 batches: 1 some failed, 1 not found\n");
        assertThat(partnerCenter.requestCount()).isEqualTo(2);
    }

    @Test
    void failFastStopsAtTheFirstFailure() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));

        Ran ran = trial.run("wait", OTHER, REFERENCE, "--fail-fast", "--concurrency", "1");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .contains("\n\nstopped         " + OTHER
                        + "\n  queued; 1 request\n\n2 batches: 1 some failed, 1 stopped\n");
    }

    @Test
    void aTimeoutIsNoFailureForFailFast() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));

        Ran ran = trial.run("wait", OTHER, REFERENCE, "--fail-fast", "--concurrency=1", "--timeout=1s");

        assertThat(ran.exitCode()).isEqualTo(124);
        assertThat(ran.out()).endsWith("\n2 batches: 2 timed out\n");
    }

    /** A termination signal in the third pause. */
    @Nested
    class Interrupted {

        private final AtomicReference<Runnable> hook = new AtomicReference<>();

        @BeforeEach
        void signalInTheThirdPause() {
            partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.processing());
            trial.in(new HostProcess(this::register, (period, action) -> () -> {}, Optional::empty))
                    .pausing(duration -> {
                        if (trial.time.pauses().size() == 2) {
                            Thread.ofPlatform().start(hook.get());
                            new CountDownLatch(1).await();
                        }
                        trial.time.pause(duration);
                    });
        }

        private ShutdownHooks.Registration register(Runnable registered) {
            hook.set(registered);
            return () -> hook.set(() -> {});
        }

        @Test
        void writesTheStateAndHowToResume() {
            Ran ran = trial.run("wait", REFERENCE, "--timeout", "2h", "--rate=1/s");

            assertThat(ran.exitCode()).isEqualTo(130);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .containsPattern("\ninterrupted after 1\\ds: 1 batch still running\n")
                    .endsWith("\n  " + REFERENCE
                            + "  processing, 1 of 3 processed; 3 requests\nto resume:\ndevicebatch wait "
                            + REFERENCE + " --timeout 2h --rate 1/s\n");
        }

        @Test
        void completesTheJsonDocument() throws Exception {
            Ran ran = trial.run("wait", REFERENCE, "-o", "json");

            assertThat(JsonSchema.ofWait().objections(Parsed.object(ran.out()))).isEmpty();
            assertThat(Parsed.object(ran.out()).getValue("/results/0/ending")).hasToString("\"interrupted\"");
            assertThat(Parsed.object(ran.out()).getValue("/results/0/counts/unsettled"))
                    .hasToString("2");
            assertThat(Parsed.object(ran.out()).getValue("/summary/exitCode")).hasToString("null");
        }

        @Test
        void endsJsonLinesWithASummary() throws Exception {
            Ran ran = trial.run("wait", REFERENCE, "-o", "jsonl");

            assertThat(Parsed.lines(ran.out()).getLast().getString("event")).isEqualTo("summary");
            assertThat(Parsed.lines(ran.out()).getLast().getInt("interrupted")).isOne();
            assertThat(ran.out()).endsWith("}\n");
        }

        @Test
        void writesNothingWhenQuiet() {
            assertThat(trial.run("wait", REFERENCE, "-q")).isEqualTo(new Ran(130, "", ""));
        }

        @Test
        void statusWritesNothing() {
            partnerCenter.script(Batches.REFERENCE).thenStatus(429);

            Ran ran = trial.run("status", REFERENCE, "-q");

            assertThat(ran).isEqualTo(new Ran(130, "", ""));
        }
    }
}
