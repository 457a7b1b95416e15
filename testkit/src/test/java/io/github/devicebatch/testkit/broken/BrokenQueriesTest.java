package io.github.devicebatch.testkit.broken;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.TestExecutionResult.Status;

/** The contract itself under test: each broken query fails at the one promise that it breaks, and keeps the others. */
class BrokenQueriesTest {

    private static final String[] UNTESTED = {"BSQ-32", "BSQ-33", "BSQ-34", "BSQ-35"};

    private static ContractRun run;

    static List<Class<?>> broken() {
        return ReflectionSupport.findAllClassesInPackage(
                BrokenQueriesTest.class.getPackageName(), type -> type.isAnnotationPresent(Breaks.class), name -> true);
    }

    @BeforeAll
    static void runTheContracts() {
        run = ContractRun.of(Stream.concat(broken().stream(), Stream.of(KeepsEveryPromise.class))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void failsAtThePromiseThatItBreaksAndAtNoOther(Class<?> broken) {
        String promise = broken.getAnnotation(Breaks.class).value();
        Map<String, String> failed = run.ended(broken, Status.FAILED);

        assertThat(failed).containsOnlyKeys(promise);
        assertThat(failed.get(promise)).startsWith(promise + " ").contains(": broken\n");
    }

    @Test
    void passWhereNothingIsBroken() {
        assertThat(run.ended(KeepsEveryPromise.class, Status.FAILED)).isEmpty();
    }

    @Test
    void breakEveryPromiseThatIsTested() {
        assertThat(run.ended(KeepsEveryPromise.class, Status.SUCCESSFUL).keySet())
                .containsExactlyInAnyOrderElementsOf(broken().stream()
                        .map(broken -> broken.getAnnotation(Breaks.class).value())
                        .distinct()
                        .toList());
    }

    @Test
    void cannotTellOfWhatNoTestShows() {
        assertThat(run.ended(KeepsEveryPromise.class, Status.ABORTED)).containsOnlyKeys(UNTESTED);
    }
}
