package io.github.devicebatch.testkit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Answers where a batch stands: turns down the wrong questions, faults some, and lets the batches answer the others. */
final class StatusDesk implements Desk {

    private final BatchDesk batches;
    private final AtomicReference<FaultShare> faults = new AtomicReference<>(FaultShare.NONE);

    StatusDesk(BatchDesk batches) {
        this.batches = batches;
    }

    void fault(FaultShare share) {
        faults.set(share);
    }

    @Override
    public Optional<Handled> handle(Request request) {
        return StatusPath.of(request.path()).map(path -> handle(request, path));
    }

    private Handled handle(Request request, StatusPath path) {
        Optional<HttpReply> objection = RequestCheck.objectionTo(request, "GET");
        if (objection.isPresent()) {
            return Handled.with(objection.get());
        }
        return faults.get().next().map(Handled::faulted).orElseGet(() -> batches.answer(path));
    }
}
