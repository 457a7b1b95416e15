package io.github.devicebatch.cli.terminal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that does not outlive ours, nor the moment when it is closed, with all that it has started. */
public final class ChildProcess implements AutoCloseable {

    /** First it is asked to end; when this is over, it has no choice. */
    private static final long PATIENCE_MILLIS = 500;

    private Optional<Process> process = Optional.empty();
    private Optional<ShutdownHooks.Registration> registration = Optional.empty();
    private boolean ending;

    private ChildProcess() {}

    /**
     * Starts it.
     *
     * @throws InterruptedException if our own process is to end
     */
    public static ChildProcess start(ProcessBuilder builder, ShutdownHooks shutdown)
            throws IOException, InterruptedException {
        ChildProcess bound = new ChildProcess();
        bound.registration = Optional.of(shutdown.before(bound::endWithUs));
        try {
            bound.start(builder);
        } catch (IOException | InterruptedException notStarted) {
            bound.close();
            throw notStarted;
        }
        return bound;
    }

    /** Whoever ends us waits meanwhile, so that there is no moment at which the process would be missed. */
    private synchronized void start(ProcessBuilder builder) throws IOException, InterruptedException {
        if (ending) {
            throw new InterruptedException("to end before it was started");
        }
        process = Optional.of(builder.start());
    }

    private synchronized void endWithUs() {
        ending = true;
        end();
    }

    /** Tells whether our own process is to end. */
    public synchronized boolean isEnding() {
        return ending;
    }

    public synchronized Process process() {
        return process.orElseThrow();
    }

    @Override
    public void close() {
        registration.ifPresent(ShutdownHooks.Registration::withdraw);
        end();
    }

    private synchronized void end() {
        List<ProcessHandle> family = process.stream()
                .flatMap(begun -> Stream.concat(begun.descendants(), Stream.of(begun.toHandle())))
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
