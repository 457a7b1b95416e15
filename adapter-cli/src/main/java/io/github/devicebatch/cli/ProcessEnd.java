package io.github.devicebatch.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Ends a process with all that it has started: first it is asked to, and half a second later it has no choice. */
final class ProcessEnd {

    private static final long PATIENCE_MILLIS = 500;

    private ProcessEnd() {}

    static void of(Process process) {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .filter(ProcessHandle::isAlive)
                .toList();
        family.forEach(ProcessHandle::destroy);
        await(family);
        List<ProcessHandle> heedless =
                family.stream().filter(ProcessHandle::isAlive).toList();
        heedless.forEach(ProcessHandle::destroyForcibly);
        await(heedless);
    }

    private static void await(List<ProcessHandle> family) {
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
