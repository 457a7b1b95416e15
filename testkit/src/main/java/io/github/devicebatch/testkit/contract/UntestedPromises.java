package io.github.devicebatch.testkit.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The promises that a test cannot verify: reported as skipped. */
interface UntestedPromises extends ContractPart {

    @Test
    @DisplayName("BSQ-32 The query is safe for use by any number of threads")
    default void isSafeForAnyNumberOfThreads() {
        abort("a test can find a race, but not prove that there is none; BSQ-28 uses 32 threads");
    }

    @Test
    @DisplayName("BSQ-33 The query throws InterruptedException if the thread is interrupted while a response is read")
    default void throwsInterruptedExceptionWhileReading() {
        abort("an environment cannot see how much of a response was read; BSQ-25 interrupts before it");
    }

    @Test
    @DisplayName("BSQ-34 The query writes no product key and no access token to logs, files or other hosts")
    default void writesNoSecretsElsewhere() {
        abort("a test cannot check every place; BSQ-30 and BSQ-31 check the printed text");
    }

    @Test
    @DisplayName("BSQ-35 The query retains no threads, connections or memory that grow with the number of calls")
    default void retainsNothingPerCall() {
        abort("what may stay open depends on the query: count threads, connections and bytes in your own tests");
    }
}
