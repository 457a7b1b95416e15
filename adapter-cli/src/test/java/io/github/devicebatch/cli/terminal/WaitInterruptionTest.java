package io.github.devicebatch.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.JsonSchema;
import io.github.devicebatch.cli.support.Parsed;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ctrl-C in the third pause. */
class WaitInterruptionTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final AtomicReference<Runnable> farewell = new AtomicReference<>();
    private final Trial trial = Trial.asking(partnerCenter)
            .in(new HostProcess(this::register, (period, action) -> () -> {}, Optional::empty));

    private ShutdownHooks.Registration register(Runnable last) {
        farewell.set(last);
        return () -> farewell.set(() -> {});
    }

    @BeforeEach
    void neverEnd() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.processing());
        trial.pausing(duration -> {
            if (trial.time.pauses().size() == 2) {
                Thread.ofPlatform().start(farewell.get());
                new CountDownLatch(1).await();
            }
            trial.time.pause(duration);
        });
    }

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void saysWhereItStoodAndHowToGoOn() {
        Ran ran = trial.run("wait", REFERENCE, "--timeout", "2h", "--rate=1/s");

        assertThat(ran.exitCode()).isEqualTo(130);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .containsPattern("\ninterrupted after 1\\ds: 1 of 1 batch not over\n")
                .endsWith("\n  " + REFERENCE
                        + "  processing, 1 of 3 settled; asked 3 times\nto take it up again:\ndevicebatch wait "
                        + REFERENCE + " --timeout 2h --rate 1/s\n");
    }

    @Test
    void leavesAWholeDocument() throws Exception {
        Ran ran = trial.run("wait", REFERENCE, "-o", "json");

        assertThat(JsonSchema.ofWait().objections(Parsed.object(ran.out()))).isEmpty();
        assertThat(Parsed.object(ran.out()).getValue("/results/0/ending")).hasToString("\"interrupted\"");
        assertThat(Parsed.object(ran.out()).getValue("/results/0/counts/unsettled"))
                .hasToString("2");
        assertThat(Parsed.object(ran.out()).getValue("/summary/exitCode")).hasToString("null");
    }

    @Test
    void leavesWholeLinesWithASummary() throws Exception {
        Ran ran = trial.run("wait", REFERENCE, "-o", "jsonl");

        assertThat(Parsed.lines(ran.out()).getLast().getString("event")).isEqualTo("summary");
        assertThat(Parsed.lines(ran.out()).getLast().getInt("interrupted")).isOne();
        assertThat(ran.out()).endsWith("}\n");
    }

    @Test
    void saysNothingWhenQuiet() {
        assertThat(trial.run("wait", REFERENCE, "-q")).isEqualTo(new Ran(130, "", ""));
    }

    @Test
    void statusEndsWithoutAWord() {
        partnerCenter.script(Batches.REFERENCE).then(Reply.status(429));

        Ran ran = trial.run("status", REFERENCE, "-q");

        assertThat(ran).isEqualTo(new Ran(130, "", ""));
    }
}
