package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Trial;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitManyTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();
    private static final String OTHER = Batches.anotherBatch().toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Trial trial = Trial.asking(partnerCenter);

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void ofSeveralBatchesTheWorstCodeWins() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());

        Ran ran = trial.run("wait", REFERENCE, OTHER, REFERENCE, "--concurrency", "1");

        assertThat(ran.exitCode()).isEqualTo(5);
        assertThat(ran.out())
                .contains("not found       " + OTHER)
                .endsWith("\n\n2 batches: 1 some failed, 1 not found\n");
        assertThat(partnerCenter.requestCount()).isEqualTo(2);
    }

    @Test
    void endsAtTheFirstFailureWhenTold() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));

        Ran ran = trial.run("wait", OTHER, REFERENCE, "--fail-fast", "--concurrency", "1");

        assertThat(ran.exitCode()).isEqualTo(3);
        assertThat(ran.out())
                .contains("\n\nstopped         " + OTHER
                        + "\n  queued; asked 1 time\n\n2 batches: 1 some failed, 1 stopped\n");
    }

    @Test
    void hasTimedOutTogetherAlsoWhenToldToEndAtTheFirstFailure() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));

        Ran ran = trial.run("wait", OTHER, REFERENCE, "--fail-fast", "--concurrency=1", "--timeout=1s");

        assertThat(ran.exitCode()).isEqualTo(124);
        assertThat(ran.out()).endsWith("\n2 batches: 2 timed out\n");
    }
}
