package io.github.devicebatch.application.watch;

import java.util.Collection;

/** The termination of threads by interruption. */
final class ThreadTermination {

    private ThreadTermination() {}

    /** Interrupts threads and waits for their end, even if this thread is interrupted meanwhile. */
    static void end(Collection<Thread> threads) {
        threads.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread != Thread.currentThread() && thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
