package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.LoadResult;
import io.github.devicebatch.http.support.ProgramRun;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of {@code docs/reliability.md}, on a small scale, as far as they don't measure time. */
class ProgramsTest {

    @Test
    void hostileBodiesEndWithin64MebibytesOfHeap() throws IOException, InterruptedException {
        assertSucceeds(ProgramRun.of(HostileBodies.class, List.of("-Xmx64m")));
    }

    /** In a JVM of its own, because what is compiled depends on what else ran. */
    @Test
    void theStackCostsAQuestionAtMost200Bytes() throws IOException, InterruptedException {
        assertSucceeds(ProgramRun.of(StackCost.class, List.of("-Xmx64m"), "bytes"));
    }

    @Test
    void everyQuestionHasItsOwnAnswerAlthoughOneAttemptInTwentyFails() throws InterruptedException {
        LoadResult result = FaultyServiceLoad.run(2_000, 3);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.wrong()).isZero();
        assertThat(result.unavailable()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300})
    void anOutageCostsNoMoreThanTheBudget(int questions) {
        LoadResult result = OutageLoad.run(questions, Reply.status(503), CircuitBreakerSettings.DEFAULT);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.unavailable()).isEqualTo(questions);
        assertThat(result.requests()).isEqualTo(result.attempts()).isLessThanOrEqualTo(result.mostAttempts());
    }

    private static void assertSucceeds(ProgramRun run) {
        assertThat(run.exit()).as(run.output()).isZero();
    }
}
