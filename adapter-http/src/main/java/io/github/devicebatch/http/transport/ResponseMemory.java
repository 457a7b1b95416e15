package io.github.devicebatch.http.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bound of the memory that long responses and their answers hold at the same time (ADR 0032). First come, first served.
 * Thread-safe.
 *
 * <p>A response reserves once, and as much as it can need at most. What waits for memory holds none, and neither a connection: so
 * a response that has its memory never depends on one that waits.
 */
public final class ResponseMemory {

    /** Longest body that is not counted, in bytes. */
    public static final int SHORT_BODY = 64 << 10;

    /** No bound, for responses that are short anyway. */
    static final ResponseMemory UNBOUNDED = new ResponseMemory(Long.MAX_VALUE);

    /** Memory of an answer in proportion to its body: the body itself, and the values that are decoded from it. */
    private static final int FACTOR = 4;

    private static final int UNIT = 1 << 10;
    private static final int UNITS_OF_A_MEBIBYTE = (1 << 20) / UNIT;

    private final int total;
    private final Semaphore free;

    /** Creates a bound of {@code bytes}, rounded up to KiB. */
    public ResponseMemory(long bytes) {
        this.total = units(bytes);
        this.free = new Semaphore(total, true);
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, bytes / UNIT + (bytes % UNIT == 0 ? 0 : 1));
    }

    private static long mebibytes(int units) {
        return units / UNITS_OF_A_MEBIBYTE + (units % UNITS_OF_A_MEBIBYTE == 0 ? 0 : 1);
    }

    /** Returns the memory that is not reserved, in KiB. */
    public int freeKibibytes() {
        return free.availablePermits();
    }

    /** Returns how many claims wait for memory. */
    public int waiting() {
        return free.getQueueLength();
    }

    /** Creates a claim that has reserved nothing yet. */
    public Claim claim() {
        return new Claim();
    }

    /**
     * Claim of one response and its answer. Closed when the answer has been handled. Thread-safe, because the HTTP client reads on
     * threads of its own.
     */
    public final class Claim implements AutoCloseable {

        private int wanted;
        private int reserved;
        private boolean closed;

        private Claim() {}

        /**
         * Reserves memory for a body and its answer, without waiting; all memory if they may need more.
         *
         * @param length the length of the body in bytes; the longest possible one if it is not known
         * @throws LackOfMemoryException if there is not enough now
         */
        synchronized void reserve(long length) throws LackOfMemoryException {
            wanted = Math.max(wanted, Math.min(total, units(FACTOR * length)));
            int more = wanted - reserved;
            if (closed || more > 0 && (free.hasQueuedThreads() || !free.tryAcquire(more))) {
                throw new LackOfMemoryException(false, "other answers hold the memory for answers");
            }
            reserved = wanted;
        }

        /**
         * Checks that the memory can hold so much at all.
         *
         * @param allocated what is allocated at the same time, in bytes
         * @param length the length of the body in bytes, as far as it is known
         * @throws LackOfMemoryException if it can't, even if nothing else were reserved
         */
        void requireRoomFor(long allocated, long length) throws LackOfMemoryException {
            if (units(allocated) > total) {
                throw new LackOfMemoryException(true, tooLarge(FACTOR * length));
            }
        }

        /**
         * Waits for the memory that a body was refused. Before that, releases what is reserved.
         *
         * @return whether it is reserved now; false if it was not free in time
         */
        boolean await(Duration left) throws InterruptedException {
            int units = release();
            if (!free.tryAcquire(units, left.toNanos(), TimeUnit.NANOSECONDS)) {
                return false;
            }
            synchronized (this) {
                reserved = units;
            }
            return true;
        }

        private synchronized int release() {
            free.release(reserved);
            reserved = 0;
            return wanted;
        }

        /**
         * Reduces the reservation to what a body that was read whole, and the values that are decoded from it, can take at most. White
         * space becomes no value.
         *
         * @return why the memory can't hold that, even if nothing else were reserved; empty if it can
         */
        public Optional<String> reduceTo(byte[] body) {
            if (body.length <= SHORT_BODY) {
                return Optional.empty();
            }
            long bytes = body.length + (FACTOR - 1L) * withoutWhiteSpace(body);
            releaseBeyond(units(bytes));
            return units(bytes) > total ? Optional.of(tooLarge(bytes)) : Optional.empty();
        }

        private synchronized void releaseBeyond(int needed) {
            if (needed < reserved) {
                free.release(reserved - needed);
                reserved = needed;
            }
        }

        /** Checks whether anything is reserved. */
        public synchronized boolean isReserved() {
            return reserved > 0;
        }

        /** Releases what is reserved; a late part of the response reserves nothing more. Closing again has no effect. */
        @Override
        public synchronized void close() {
            closed = true;
            release();
        }
    }

    private static int withoutWhiteSpace(byte[] body) {
        int count = 0;
        for (byte octet : body) {
            if (octet < 0 || octet > ' ') {
                count++;
            }
        }
        return count;
    }

    private String tooLarge(long bytes) {
        return "the answer needs up to " + mebibytes(units(bytes)) + " MiB of memory; all answers together may take "
                + mebibytes(total) + " MiB, a part of the heap of Java (-Xmx)";
    }

    /** Signals that there is no memory for a body, for now or at all. The rest of the body was not read. */
    static final class LackOfMemoryException extends IOException {

        private static final long serialVersionUID = 1;

        private final boolean lasting;
        private final String detail;

        LackOfMemoryException(boolean lasting, String detail) {
            super(detail);
            this.lasting = lasting;
            this.detail = detail;
        }

        String detail() {
            return detail;
        }

        boolean isLasting() {
            return lasting;
        }
    }
}
