package io.github.devicebatch.testkit.broken;

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

/** The contract itself under test: each broken query fails at the one promise that it breaks, and keeps the others. */
class BrokenQueriesTest {

    private static final String[] UNTESTED = {"BSQ-32", "BSQ-33", "BSQ-34", "BSQ-35"};

    private static JUnitRun run;

    static List<Class<?>> broken() {
        return ReflectionSupport.findAllClassesInPackage(
                BrokenQueriesTest.class.getPackageName(), type -> type.isAnnotationPresent(Breaks.class), name -> true);
    }

    @BeforeAll
    static void runTheContracts() {
        run = JUnitRun.concurrentlyOf(Stream.concat(broken().stream(), Stream.of(KeepsEveryPromise.class))
                .toList());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void failsAtThePromiseThatItBreaksAndAtNoOther(Class<?> broken) {
        String promise = broken.getAnnotation(Breaks.class).value();
        assertThat(run.ended(broken, Status.FAILED)).singleElement().satisfies(failed -> {
            assertThat(failed.displayName()).startsWith(promise + " ");
            assertThat(failed.message()).startsWith(failed.displayName() + ": broken\n");
        });
    }

    @Test
    void passWhereNothingIsBroken() {
        assertThat(run.ended(KeepsEveryPromise.class, Status.FAILED)).isEmpty();
    }

    @Test
    void breakEveryPromiseThatIsTested() {
        assertThat(promises(Status.SUCCESSFUL))
                .containsExactlyInAnyOrderElementsOf(broken().stream()
                        .map(broken -> broken.getAnnotation(Breaks.class).value())
                        .distinct()
                        .toList());
    }

    @Test
    void cannotTellOfWhatNoTestShows() {
        assertThat(promises(Status.ABORTED)).containsExactlyInAnyOrder(UNTESTED);
    }

    private static List<String> promises(Status status) {
        return run.ended(KeepsEveryPromise.class, status).stream()
                .map(test -> test.displayName().substring(0, "BSQ-00".length()))
                .toList();
    }
}
