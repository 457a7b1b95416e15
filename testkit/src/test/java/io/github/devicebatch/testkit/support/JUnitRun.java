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

/** What became of each test when JUnit ran classes of tests, as a build does. */
public final class JUnitRun implements TestExecutionListener {

    /** Most tests wait for nothing, and a few for a timeout: together they take as long as one of those. */
    private static final Map<String, String> CONCURRENTLY = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "16");

    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();

    private JUnitRun() {}

    /** Runs the tests of {@code classes}, one after the other. */
    public static JUnitRun of(Class<?>... classes) {
        return of(List.of(classes), Map.of());
    }

    /** Runs the tests of {@code classes}, many at the same time. */
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

    /** Gives the tests of {@code type} that came to the given end. */
    public List<Ended> ended(Class<?> type, Status status) {
        return ended.stream()
                .filter(test -> test.type().equals(type.getName()) && test.status() == status)
                .toList();
    }

    /** Gives every test, as its name and its end. */
    public List<String> outcomes() {
        return ended.stream().map(test -> test.method() + " " + test.status()).toList();
    }

    /** Gives why the test of that name failed, which it has to have done, once. */
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
     * One test and its end.
     *
     * @param type the name of its class
     * @param method its name
     * @param displayName how it is shown
     * @param result how it ended
     */
    public record Ended(String type, String method, String displayName, TestExecutionResult result) {

        Status status() {
            return result.getStatus();
        }

        /** Gives what was said when it failed. */
        public String message() {
            return result.getThrowable().map(Throwable::getMessage).orElse("");
        }
    }
}
