package io.github.devicebatch.testkit.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The results of test classes that were run by a JUnit launcher. */
public final class JUnitRun implements TestExecutionListener {

    /** Many threads, because a few tests wait for a timeout. */
    private static final Map<String, String> CONCURRENTLY = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "16");

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    private JUnitRun() {}

    /** Runs test classes sequentially. */
    public static JUnitRun of(Class<?>... classes) {
        return of(List.of(classes), Map.of());
    }

    /** Runs test classes concurrently. */
    public static JUnitRun concurrentlyOf(List<Class<?>> classes) {
        return of(classes, CONCURRENTLY);
    }

    private static JUnitRun of(List<Class<?>> classes, Map<String, String> parameters) {
        JUnitRun run = new JUnitRun();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(classes.stream()
                                        .map(DiscoverySelectors::selectClass)
                                        .toList())
                                .configurationParameters(parameters)
                                .build(),
                        run);
        return run;
    }

    /** Returns the results of a test class with a status. */
    public List<Ended> ended(Class<?> type, Status status) {
        return ended.stream()
                .filter(test -> test.type().equals(type.getName()) && test.status() == status)
                .toList();
    }

    /** Returns the name and the status of each test. */
    public List<String> outcomes() {
        return ended.stream().map(test -> test.method() + " " + test.status()).toList();
    }

    /** Returns the exception of a test, which must have failed exactly once. */
    public Throwable failure(String method) {
        List<Ended> failed = ended.stream()
                .filter(test -> test.method().equals(method) && test.status() == Status.FAILED)
                .toList();
        assertThat(failed).as("failures of %s", method).hasSize(1);
        return failed.getFirst().result().getThrowable().orElseThrow();
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest() && identifier.getSource().orElse(null) instanceof MethodSource source) {
            ended.add(new Ended(source.getClassName(), source.getMethodName(), identifier.getDisplayName(), result));
        }
    }

    /**
     * The result of one test.
     *
     * @param type the class name
     * @param method the method name
     * @param displayName the display name
     * @param result the result
     */
    public record Ended(String type, String method, String displayName, TestExecutionResult result) {

        Status status() {
            return result.getStatus();
        }

        /** Returns the message of the failure, empty if there is none. */
        public String message() {
            return result.getThrowable().map(Throwable::getMessage).orElse("");
        }
    }
}
