package io.github.devicebatch.testkit.broken;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What became of each promise when JUnit ran contracts; a promise goes by its number. */
final class ContractRun implements TestExecutionListener {

    /** Most tests wait for nothing, and a few for a timeout: together they take as long as one of those. */
    private static final Map<String, String> CONCURRENTLY = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "16");

    private final Map<String, Map<String, TestExecutionResult>> results = new ConcurrentHashMap<>();

    private ContractRun() {}

    static ContractRun of(Iterable<Class<?>> contracts) {
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().configurationParameters(CONCURRENTLY);
        contracts.forEach(contract -> request.selectors(DiscoverySelectors.selectClass(contract)));
        LauncherDiscoveryRequest everything = request.build();
        ContractRun run = new ContractRun();
        LauncherFactory.create().execute(everything, run);
        return run;
    }

    /** Gives the promises that a contract came to the given end with, and what was said of each. */
    Map<String, String> ended(Class<?> contract, TestExecutionResult.Status status) {
        Map<String, String> ended = new TreeMap<>();
        results.getOrDefault(contract.getName(), Map.of()).forEach((promise, result) -> {
            if (result.getStatus() == status) {
                ended.put(
                        promise,
                        result.getThrowable().map(Throwable::getMessage).orElse(""));
            }
        });
        return ended;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Optional<String> contract = identifier
                .getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .map(MethodSource::getClassName);
        contract.ifPresent(name -> results.computeIfAbsent(name, first -> new ConcurrentHashMap<>())
                .put(identifier.getDisplayName().split(" ")[0], result));
    }
}
