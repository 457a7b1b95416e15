package io.github.devicebatch.cli.terminal;

/** Registry of shutdown hooks, which run when the process gets a termination signal such as Ctrl-C or {@code kill}. */
@FunctionalInterface
public interface ShutdownHooks {

    /** Registers {@code hook}, which runs on its own thread; the process waits for it. */
    Registration register(Runnable hook);

    /** Registration of one hook. */
    @FunctionalInterface
    interface Registration {

        /** Removes the hook; has no effect during a shutdown. */
        void cancel();
    }

    static ShutdownHooks ofThisProcess() {
        return hook -> {
            Thread thread = new Thread(hook, "devicebatch shutdown");
            try {
                Runtime.getRuntime().addShutdownHook(thread);
            } catch (IllegalStateException shuttingDown) {
                return () -> {};
            }
            return () -> {
                try {
                    Runtime.getRuntime().removeShutdownHook(thread);
                } catch (IllegalStateException shuttingDown) {
                    // ignored: the hook has started and cannot be removed
                }
            };
        };
    }
}
