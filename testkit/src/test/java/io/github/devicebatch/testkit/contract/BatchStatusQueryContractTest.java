package io.github.devicebatch.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.support.JUnitRun;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The contract itself under test: each broken query fails at exactly the promise that it breaks. */
class BatchStatusQueryContractTest {

    private static final String[] UNTESTED = {"BSQ-32", "BSQ-33", "BSQ-34", "BSQ-35"};

    private static JUnitRun run;

    static List<Class<?>> brokenQueries() {
        return ReflectionSupport.findAllClassesInPackage(
                Breaks.class.getPackageName(), type -> type.isAnnotationPresent(Breaks.class), name -> true);
    }

    @BeforeAll
    static void runTheContracts() {
        run = JUnitRun.concurrentlyOf(Stream.concat(brokenQueries().stream(), Stream.of(KeepsEveryPromise.class))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("brokenQueries")
    void failsAtThePromiseThatTheQueryBreaksAndAtNoOther(Class<?> broken) {
        String promise = broken.getAnnotation(Breaks.class).value();
        assertThat(run.ended(broken, Status.FAILED)).singleElement().satisfies(failed -> {
            assertThat(failed.displayName()).startsWith(promise + " ");
            assertThat(failed.message()).startsWith(failed.displayName() + ": broken\n");
        });
    }

    @Test
    void passesForACorrectQuery() {
        assertThat(run.ended(KeepsEveryPromise.class, Status.FAILED)).isEmpty();
    }

    @Test
    void hasABrokenQueryForEveryTestedPromise() {
        assertThat(promises(Status.SUCCESSFUL))
                .containsExactlyInAnyOrderElementsOf(brokenQueries().stream()
                        .map(broken -> broken.getAnnotation(Breaks.class).value())
                        .distinct()
                        .toList());
    }

    @Test
    void skipsThePromisesThatATestCannotVerify() {
        assertThat(promises(Status.ABORTED)).containsExactlyInAnyOrder(UNTESTED);
    }

    private static List<String> promises(Status status) {
        return run.ended(KeepsEveryPromise.class, status).stream()
                .map(test -> test.displayName().substring(0, "BSQ-00".length()))
                .toList();
    }
}
