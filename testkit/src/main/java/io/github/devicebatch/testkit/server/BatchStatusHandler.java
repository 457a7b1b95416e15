package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.scenario.Scenario.FaultRate;
import java.util.Optional;

/** Handler of status requests. It checks the request, injects faults, and looks the batch up. */
final class BatchStatusHandler implements RequestHandler {

    private final BatchRegistry batches;
    private volatile FaultInjector faults = new FaultInjector(FaultRate.NONE);

    BatchStatusHandler(BatchRegistry batches) {
        this.batches = batches;
    }

    /** Replaces the faults. */
    void inject(FaultRate rate) {
        faults = new FaultInjector(rate);
    }

    @Override
    public Optional<Result> handle(Request request) {
        return Routes.StatusPath.parse(request.path()).map(path -> handle(request, path));
    }

    private Result handle(Request request, Routes.StatusPath path) {
        Optional<HttpReply> rejection = RequestValidator.rejection(request, "GET");
        if (rejection.isPresent()) {
            return Result.with(rejection.get());
        }
        return faults.next().map(Result::faulted).orElseGet(() -> batches.nextReply(path));
    }
}
