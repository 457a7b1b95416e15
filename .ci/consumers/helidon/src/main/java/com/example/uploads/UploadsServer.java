package com.example.uploads;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.BatchStatusQuery;
import io.github.devicebatch.domain.BatchReference;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** An HTTP server that answers with the outcome of an upload. Helidon runs each request on a virtual thread. */
public final class UploadsServer {

    private UploadsServer() {}

    /** Starts a server on a free port. */
    public static WebServer start(BatchStatusQuery query) {
        return WebServer.builder()
                .host("127.0.0.1")
                .port(0)
                .routing(routing -> routing.get("/uploads/{customer}/{tracking}", (request, response) -> answer(query.ask(batch(request)), response)))
                .build()
                .start();
    }

    private static BatchReference batch(ServerRequest request) {
        var parameters = request.path().pathParameters();
        return BatchReference.parse(parameters.get("customer") + "/" + parameters.get("tracking"));
    }

    /** The switch has no default: a new kind of answer would not compile. */
    private static void answer(BatchStatusAnswer answer, ServerResponse response) {
        switch (answer) {
            case Found found -> response.send(found.status().outcome().name());
            case NotFound notFound -> response.status(Status.NOT_FOUND_404).send();
            case Refused refused -> response.status(Status.BAD_GATEWAY_502).send(refused.reason().name());
            case Unavailable unavailable -> response.status(Status.SERVICE_UNAVAILABLE_503).send(unavailable.cause().name());
            case Unreadable unreadable -> response.status(Status.BAD_GATEWAY_502).send(unreadable.why());
        }
    }
}
