package io.github.devicebatch.testkit;

import java.time.InstantSource;
import java.util.List;

/**
 * A fake that runs for a test, or for all tests of a class.
 *
 * @param partnerCenter the fake
 * @param time the clock it runs on
 * @param isShared whether it runs for a class
 */
record RunningFake(FakePartnerCenter partnerCenter, InstantSource time, boolean isShared) implements AutoCloseable {

    /** Gives the clock, if it is one that can be moved by hand; else throws {@link IllegalStateException}. */
    ManualTime manualTime() {
        if (time instanceof ManualTime manual) {
            return manual;
        }
        throw new IllegalStateException(
                "the fake runs on " + time + "; it has a ManualTime unless it is told another clock");
    }

    /** Fails, with everything that speaks against what the fake received. */
    void check(Strictness strictness) {
        List<String> objections = strictness.objections(partnerCenter).toList();
        if (!objections.isEmpty()) {
            throw new AssertionError(partnerCenter + " was not used as planned:\n  " + String.join("\n  ", objections)
                    + "\nPlan it with script(…) or timeline(…), or make the extension lenient().");
        }
    }

    @Override
    public void close() {
        partnerCenter.close();
    }
}
