package io.github.devicebatch.http;

import io.github.devicebatch.http.transport.ResponseMemory;

/**
 * Bound of the memory that long answers hold at the same time. Share one among all Partner Centers of a process. Thread-safe.
 *
 * <p>An answer counts while it is read and decoded; if a {@code BatchSurvey} or a {@code BatchWatch} asked, until its listener has
 * returned.
 *
 * <p>An answer needs up to four times the length of its body. A query whose answer has no memory now waits for it within its
 * deadline, in the order of arrival, and sends its request again then. An answer that needs more than the whole budget is
 * {@code Unreadable} with {@code Party.CLIENT}. Bodies of at most 64 KiB, about 450 devices, are not counted.
 *
 * @since 0.1.0
 */
public final class MemoryBudget {

    /** Smallest budget, in bytes. */
    public static final long MIN_BYTES = 1 << 20;

    private static final MemoryBudget OF_THE_PROCESS =
            new MemoryBudget(Math.max(MIN_BYTES, Runtime.getRuntime().maxMemory() / 2));

    private final long bytes;
    private final ResponseMemory memory;

    private MemoryBudget(long bytes) {
        this.bytes = bytes;
        this.memory = new ResponseMemory(bytes);
    }

    /**
     * Returns the budget that all Partner Centers of the process share by default: half of the maximum heap ({@code -Xmx}).
     *
     * @return the budget; the same one every time
     */
    public static MemoryBudget ofProcess() {
        return OF_THE_PROCESS;
    }

    /**
     * Creates a budget.
     *
     * @param bytes the memory in bytes
     * @return the budget
     * @throws IllegalArgumentException if {@code bytes} is below {@link #MIN_BYTES}
     */
    public static MemoryBudget ofBytes(long bytes) {
        if (bytes < MIN_BYTES) {
            throw new IllegalArgumentException("a memory budget has at least " + MIN_BYTES + " bytes, not " + bytes);
        }
        return new MemoryBudget(bytes);
    }

    /** Returns the memory in bytes. */
    public long bytes() {
        return bytes;
    }

    ResponseMemory memory() {
        return memory;
    }

    @Override
    public String toString() {
        return "MemoryBudget[" + bytes + " bytes, " + memory.freeKibibytes() + " KiB free]";
    }
}
