package io.github.devicebatch.testkit;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Takes requests in: turns down the wrong ones, faults some, has the desk answer the others, and notes them all. */
final class Reception implements Responder {

    private final BatchDesk desk = new BatchDesk();
    private final AtomicReference<FaultShare> faults = new AtomicReference<>(FaultShare.NONE);
    private final Journal journal;

    Reception(InstantSource time) {
        this.journal = new Journal(time);
    }

    BatchDesk desk() {
        return desk;
    }

    Journal journal() {
        return journal;
    }

    void fault(FaultShare share) {
        faults.set(share);
    }

    @Override
    public Reply answer(Request request, int connection) {
        Optional<HttpReply> objection = RequestCheck.objectionTo(request);
        Optional<Reply> fault =
                objection.isPresent() ? Optional.empty() : faults.get().next();
        Reply reply = objection
                .<Reply>map(refusal -> refusal)
                .or(() -> fault)
                .orElseGet(() -> desk.answer(StatusPath.of(request.path()).orElseThrow()));
        journal.add(request, connection, reply, fault.isPresent());
        return reply;
    }
}
