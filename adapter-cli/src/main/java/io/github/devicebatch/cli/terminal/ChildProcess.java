package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Child process that ends, with all its descendants, when it is closed or when this process ends. Thread-safe. */
public final class ChildProcess implements AutoCloseable {

    /** Wait after each signal; a process that is still alive after the first one is killed. */
    private static final long TERMINATION_TIMEOUT_MILLIS = 500;

    private Optional<Process> process = Optional.empty();
    private Optional<ShutdownHooks.Registration> registration = Optional.empty();
    private boolean shuttingDown;

    private ChildProcess() {}

    /**
     * Starts the process and registers its termination as a shutdown hook.
     *
     * @throws IOException if the process cannot be started
     * @throws InterruptedException if this process is shutting down already
     */
    public static ChildProcess start(ProcessBuilder builder, ShutdownHooks hooks)
            throws IOException, InterruptedException {
        ChildProcess child = new ChildProcess();
        child.registration = Optional.of(hooks.register(child::shutDown));
        try {
            child.start(builder);
        } catch (IOException | InterruptedException notStarted) {
            child.close();
            throw notStarted;
        }
        return child;
    }

    /** Holds the lock while it starts the process, so that the shutdown hook cannot miss it. */
    private synchronized void start(ProcessBuilder builder) throws IOException, InterruptedException {
        if (shuttingDown) {
            throw new InterruptedException("shutdown before the child process was started");
        }
        process = Optional.of(builder.start());
    }

    private synchronized void shutDown() {
        shuttingDown = true;
        end();
    }

    /** Returns whether this process is shutting down. */
    public synchronized boolean isShuttingDown() {
        return shuttingDown;
    }

    public synchronized Process process() {
        return process.orElseThrow();
    }

    @Override
    public void close() {
        registration.ifPresent(ShutdownHooks.Registration::cancel);
        end();
    }

    private synchronized void end() {
        List<ProcessHandle> tree = process.stream()
                .flatMap(started -> Stream.concat(started.descendants(), Stream.of(started.toHandle())))
                .filter(ProcessHandle::isAlive)
                .toList();
        tree.forEach(ProcessHandle::destroy);
        await(tree);
        List<ProcessHandle> alive = tree.stream().filter(ProcessHandle::isAlive).toList();
        alive.forEach(ProcessHandle::destroyForcibly);
        await(alive);
    }

    private static void await(List<ProcessHandle> processes) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, TERMINATION_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
