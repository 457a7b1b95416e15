package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.transport.Responder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Stands before the reception: answers what is asked of the fake itself and leaves what is asked of Partner Center to
 * the reception. What is asked of the fake is in no journal.
 */
final class Router implements Responder {

    private final LandingPage page;
    private final AdminHandler control;
    private final Responder reception;

    Router(FakeControl control, Responder reception, Supplier<URI> baseUrl) {
        this.page = new LandingPage(control, baseUrl);
        this.control = new AdminHandler(control);
        this.reception = reception;
    }

    @Override
    public Reply answer(Request request, int connection) {
        return own(request).orElseGet(() -> reception.answer(request, connection));
    }

    private Optional<Reply> own(Request request) {
        return request.path().equals("/") ? Optional.of(page.reply(request)) : control.answer(request);
    }

    /** Takes requests in: sends each to the desk that it is meant for, and notes them all. */
    static final class Reception implements Responder {

        private final List<RequestHandler> desks;
        private final RequestJournal journal;

        /** Asks {@code desks} in their order. */
        Reception(RequestJournal journal, List<RequestHandler> desks) {
            this.journal = journal;
            this.desks = List.copyOf(desks);
        }

        @Override
        public Reply answer(Request request, int connection) {
            RequestHandler.Result handled = desks.stream()
                    .map(desk -> desk.handle(request))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseGet(() ->
                            RequestHandler.Result.unplanned(Reply.fault(404, "404", "There is nothing at this path.")));
            journal.add(request, connection, handled);
            return handled.reply();
        }
    }
}
