package io.github.devicebatch.testkit;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What the fake is behind its server: who knows the batches, who answers, who takes notes. */
final class FakeService {

    private final BatchDesk batches;
    private final StatusDesk status;
    private final DeviceBatches uploads;
    private final AtomicReference<TokenEndpoint> tokens;
    private final Journal journal;
    private final FakeControl control;

    FakeService(InstantSource time) {
        this.batches = new BatchDesk(time);
        this.status = new StatusDesk(batches);
        this.uploads = new DeviceBatches(time, batches);
        this.tokens = new AtomicReference<>(new TokenEndpoint(time));
        this.journal = new Journal(time);
        this.control = new FakeControl(time, batches, status, uploads, journal);
        control.onReset(() -> tokens.set(new TokenEndpoint(time)));
    }

    BatchDesk batches() {
        return batches;
    }

    StatusDesk status() {
        return status;
    }

    TokenEndpoint tokens() {
        return tokens.get();
    }

    Journal journal() {
        return journal;
    }

    FakeControl control() {
        return control;
    }

    List<Desk> desks() {
        return List.of(request -> tokens().desk().handle(request), status, new DeviceBatchDesk(uploads));
    }
}
