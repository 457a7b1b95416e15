package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Answers where a batch stands: turns down the wrong questions, faults some, and lets the batches answer the others. */
final class BatchStatusHandler implements RequestHandler {

    private final BatchRegistry batches;
    private final AtomicReference<FaultInjector> faults = new AtomicReference<>(FaultInjector.NONE);

    BatchStatusHandler(BatchRegistry batches) {
        this.batches = batches;
    }

    void fault(FaultInjector share) {
        faults.set(share);
    }

    @Override
    public Optional<RequestHandler.Result> handle(Request request) {
        return Routes.of(request.path()).map(path -> handle(request, path));
    }

    private RequestHandler.Result handle(Request request, Routes path) {
        Optional<HttpReply> objection = RequestValidator.objectionTo(request, "GET");
        if (objection.isPresent()) {
            return RequestHandler.Result.with(objection.get());
        }
        return faults.get().next().map(RequestHandler.Result::faulted).orElseGet(() -> batches.answer(path));
    }
}
