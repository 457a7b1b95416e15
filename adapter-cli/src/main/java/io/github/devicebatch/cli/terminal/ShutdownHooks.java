package io.github.devicebatch.cli.terminal;

/** The process being told to end: Ctrl-C, {@code kill}. Handed in, so that a test may do it to itself. */
@FunctionalInterface
public interface ShutdownHooks {

    /** Has {@code farewell} run on a thread of its own when the process is told to end, and the end wait for it. */
    Registration before(Runnable farewell);

    /** Takes the farewell back. */
    @FunctionalInterface
    interface Registration {

        void withdraw();
    }

    static ShutdownHooks ofThisProcess() {
        return farewell -> {
            Thread hook = new Thread(farewell, "devicebatch farewell");
            try {
                Runtime.getRuntime().addShutdownHook(hook);
            } catch (IllegalStateException alreadyEnding) {
                return () -> {};
            }
            return () -> {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException alreadyEnding) {
                    // then it runs, and does no harm
                }
            };
        };
    }
}
