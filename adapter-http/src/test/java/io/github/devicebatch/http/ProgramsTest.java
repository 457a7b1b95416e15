package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.http.support.FuzzTarget;
import io.github.devicebatch.http.support.LoadResult;
import io.github.devicebatch.http.support.ProgramRun;
import io.github.devicebatch.http.support.SoakRun;
import io.github.devicebatch.testkit.http.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs of {@code docs/reliability.md} on a small scale, without time measurements. */
class ProgramsTest {

    @Test
    void hostileBodiesNeedAtMost64MebibytesOfHeap() throws IOException, InterruptedException {
        assertSucceeds(ProgramRun.of(HostileBodies.class, List.of("-Xmx64m")));
    }

    /** Runs in its own JVM, because the JIT compiler depends on earlier code. */
    @Test
    void decoratorsAllocateAtMost200BytesPerQuery() throws IOException, InterruptedException {
        assertSucceeds(ProgramRun.of(StackCost.class, List.of("-Xmx64m"), "bytes"));
    }

    @Test
    void everyQueryHasItsAnswerIfOneAttemptInTwentyFails() throws InterruptedException {
        LoadResult result = FaultyServiceLoad.run(2_000, 3);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.wrong()).isZero();
        assertThat(result.unavailable()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 300})
    void attemptsInAnOutageAreWithinTheRetryBudget(int queries) {
        LoadResult result = OutageLoad.run(0, queries, Reply.status(503), CircuitBreakerSettings.DEFAULT);

        assertThat(result.isComplete()).isTrue();
        assertThat(result.unavailable()).isEqualTo(queries);
        assertThat(result.requests()).isEqualTo(result.attempts()).isLessThanOrEqualTo(result.maxAttempts());
    }

    /** The JDK repeats each of these requests too, unless the JVM has a system property. */
    @Test
    void immediateRetriesInAnOutageAreWithinTheRetryBudget() throws IOException, InterruptedException {
        assertSucceeds(ProgramRun.of(
                OutageLoad.class,
                List.of("-Djdk.httpclient.redirects.retrylimit=1", "-Xmx256m"),
                "1",
                "20",
                "300",
                "1000"));
    }

    @Test
    @Timeout(120)
    void everyQueryEndsOnceInASoak() throws InterruptedException {
        SoakRun.Result result = SoakLoad.run(3, 1_000, 500, Duration.ofSeconds(1), number -> number < 1_500);

        assertThat(result.isComplete()).as(result.toString()).isTrue();
        assertThat(result.wrong()).as(result.toString()).isZero();
        assertThat(result.undercuts()).isZero();
    }

    @ParameterizedTest
    @MethodSource("io.github.devicebatch.http.MutationFuzz#targets")
    void fuzzTestsAcceptChangedInputs(FuzzTarget target) {
        FuzzTarget.Result result = target.run(2_000, 5);

        assertThat(result.findings()).as(result.toString()).isEmpty();
    }

    private static void assertSucceeds(ProgramRun run) {
        assertThat(run.exit()).as(run.output()).isZero();
    }
}
