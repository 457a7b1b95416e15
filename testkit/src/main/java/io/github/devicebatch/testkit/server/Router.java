package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Routes each request to the first handler that accepts its path, and records it in the journal. Requests to the landing
 * page and to the admin endpoints are not recorded. Requests in clear text to a foreign host name are rejected; over TLS a browser
 * rejects the certificate. Thread-safe.
 */
final class Router {

    private final LandingPage page;
    private final AdminHandler admin;
    private final List<RequestHandler> handlers;
    private final RequestJournal journal;
    private final Supplier<URI> baseUrl;

    Router(Backend backend, Supplier<URI> baseUrl) {
        this.admin = new AdminHandler(backend.control());
        this.page = new LandingPage(backend.control(), admin.endpoints(), baseUrl);
        this.handlers = backend.handlers();
        this.baseUrl = baseUrl;
        this.journal = backend.journal();
    }

    Reply route(Request request) {
        Optional<Reply> rejection = isSecure() ? Optional.empty() : CrossSiteFilter.rejectForeignHost(request);
        return rejection.orElseGet(() -> accepted(request));
    }

    private boolean isSecure() {
        return baseUrl.get().getScheme().equals("https");
    }

    private Reply accepted(Request request) {
        return request.path().equals("/")
                ? page.reply(request)
                : admin.handle(request).orElseGet(() -> handle(request));
    }

    private Reply handle(Request request) {
        RequestHandler.Result result = handlers.stream()
                .map(handler -> handler.handle(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() ->
                        RequestHandler.Result.unplanned(Reply.fault(404, "404", "There is nothing at this path.")));
        journal.add(request, result);
        return result.reply();
    }
}
