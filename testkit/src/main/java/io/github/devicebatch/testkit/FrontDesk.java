package io.github.devicebatch.testkit;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stands before the reception: answers what is asked of the fake itself and leaves what is asked of Partner Center to
 * the reception. What is asked of the fake is in no journal.
 */
final class FrontDesk implements Responder {

    private final FakePage page;
    private final ControlDesk control;
    private final Responder reception;

    FrontDesk(FakeControl control, Responder reception, Supplier<URI> baseUrl) {
        this.page = new FakePage(control, baseUrl);
        this.control = new ControlDesk(control);
        this.reception = reception;
    }

    @Override
    public Reply answer(Request request, int connection) {
        return own(request).orElseGet(() -> reception.answer(request, connection));
    }

    private Optional<Reply> own(Request request) {
        return request.path().equals("/") ? Optional.of(page.reply(request)) : control.answer(request);
    }
}
