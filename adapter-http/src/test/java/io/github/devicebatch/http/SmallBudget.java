package io.github.devicebatch.http;

import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.util.Collections;

/**
 * Memory budget of 4 MiB for the queries of a fake, and a reply that needs a large part of it.
 *
 * @param fake the fake
 * @param budget the budget
 */
record SmallBudget(FakePartnerCenter fake, MemoryBudget budget) {

    static final int MIB = 1 << 20;
    static final BatchStatus LARGE = withDevices(2_000);
    static final HttpReply LARGE_REPLY = Reply.describing(LARGE);

    private static final int MEBIBYTES = 4;

    SmallBudget(FakePartnerCenter fake) {
        this(fake, MemoryBudget.ofBytes(MEBIBYTES * MIB));
    }

    static BatchStatus withDevices(int count) {
        DeviceStatus device = Batches.finished().devices().getFirst();
        return Batches.finished(
                Batches.TRACKING, Collections.nCopies(count, device).toArray(DeviceStatus[]::new));
    }

    PartnerCenterBuilder builder() {
        return OneAttempt.at(fake.baseUrl()).memory(budget);
    }

    /** Waits until no answer holds memory. */
    void awaitFree() {
        while (budget.memory().freeKibibytes() < MEBIBYTES * 1024) {
            Thread.onSpinWait();
        }
    }
}
