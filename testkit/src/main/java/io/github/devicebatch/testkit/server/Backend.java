package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.oauth.TokenEndpoint;
import io.github.devicebatch.testkit.upload.DeviceBatchStore;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The state of a fake and the request handlers that work on it. */
final class Backend {

    private final BatchRegistry batches;
    private final BatchStatusHandler status;
    private final DeviceBatchStore uploads;
    private final IdentityProvider identity;
    private final RequestJournal journal;
    private final FakeControl control;

    Backend(InstantSource time, Supplier<URI> baseUrl) {
        this.batches = new BatchRegistry(time);
        this.status = new BatchStatusHandler(batches);
        this.uploads = new DeviceBatchStore(
                time, (batch, upload) -> batches.put(batch, () -> Optional.of(Reply.describing(upload.status()))));
        this.identity = new IdentityProvider(time, baseUrl);
        this.journal = new RequestJournal(time);
        this.control = new FakeControl(time, batches, status, uploads, journal, identity);
        control.onReset(identity::reset);
    }

    BatchRegistry batches() {
        return batches;
    }

    TokenEndpoint tokens() {
        return identity.tokens();
    }

    RequestJournal journal() {
        return journal;
    }

    FakeControl control() {
        return control;
    }

    /** Returns the handlers in the order in which they are tried; the token endpoint also checks bearer tokens. */
    List<RequestHandler> handlers() {
        return List.of(identity, status, new DeviceBatchHandler(uploads, batches));
    }
}
