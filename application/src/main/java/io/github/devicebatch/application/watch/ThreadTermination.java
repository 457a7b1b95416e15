package io.github.devicebatch.application.watch;

import java.util.Collection;

/** How threads of our own come to their end. */
final class ThreadTermination {

    private ThreadTermination() {}

    /** Interrupts threads and waits until they are gone, however often this one is interrupted meanwhile. */
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
