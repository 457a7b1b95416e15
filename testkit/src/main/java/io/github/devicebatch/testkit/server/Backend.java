package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.oauth.TokenEndpoint;
import io.github.devicebatch.testkit.upload.DeviceBatchStore;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the fake is behind its server: who knows the batches, who answers, who takes notes. */
final class Backend {

    private final BatchRegistry batches;
    private final BatchStatusHandler status;
    private final DeviceBatchStore uploads;
    private final AtomicReference<TokenEndpoint> tokens;
    private final RequestJournal journal;
    private final FakeControl control;

    Backend(InstantSource time) {
        this.batches = new BatchRegistry(time);
        this.status = new BatchStatusHandler(batches);
        this.uploads = new DeviceBatchStore(time, batches);
        this.tokens = new AtomicReference<>(new TokenEndpoint(time));
        this.journal = new RequestJournal(time);
        this.control = new FakeControl(time, batches, status, uploads, journal);
        control.onReset(() -> tokens.set(new TokenEndpoint(time)));
    }

    BatchRegistry batches() {
        return batches;
    }

    BatchStatusHandler status() {
        return status;
    }

    TokenEndpoint tokens() {
        return tokens.get();
    }

    RequestJournal journal() {
        return journal;
    }

    FakeControl control() {
        return control;
    }

    List<RequestHandler> desks() {
        return List.of(request -> tokens().handle(request), status, new DeviceBatchHandler(uploads));
    }
}
