package io.github.devicebatch.testkit.contract;

import static org.junit.jupiter.api.Assumptions.abort;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@code BatchStatusQuery} promises and no test of this kind can show: reported as skipped, and so not forgotten. */
interface UntestedPromises extends ContractPart {

    /** A race that did not show in 32 threads may show in the next 32. */
    @Test
    @DisplayName("BSQ-32 It is safe for use by any number of threads, in any order of events")
    default void isSafeHoweverThreadsMeet() {
        abort("a test can find a race, and not show that there is none; BSQ-28 tries");
    }

    /** The world cannot see how much of an answer has been read. */
    @Test
    @DisplayName("BSQ-33 An interruption is heeded also in the middle of an answer")
    default void heedsAnInterruptionInTheMiddleOfAnAnswer() {
        abort("nobody outside the query knows when it is in the middle; BSQ-25 interrupts it before");
    }

    /** The contract has no way to look there. */
    @Test
    @DisplayName("BSQ-34 Neither logs nor files nor other hosts get to see a product key or the access token")
    default void keepsSecretsFromEverywhereElse() {
        abort("there are more places than a test can look at; BSQ-30 and BSQ-31 look at what is printed");
    }

    /** What a query keeps on purpose, and for how long, is its own affair. */
    @Test
    @DisplayName("BSQ-35 Questions leave no thread, connection or memory behind that grows with their number")
    default void leavesNothingBehind() {
        abort("what may stay open depends on the query; count threads, connections and bytes in tests of your own");
    }
}
