package io.github.devicebatch.testkit.server;

import io.github.devicebatch.testkit.credentials.SecretRedactor;
import io.github.devicebatch.testkit.http.DrippingReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import io.github.devicebatch.testkit.http.SplitReply;
import io.github.devicebatch.testkit.http.TruncatedReply;
import io.github.devicebatch.testkit.http.WholeReply;
import io.github.devicebatch.testkit.json.JsonObject;
import io.github.devicebatch.testkit.transport.AwaitableCounter;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** Remembers the latest requests. Thread-safe. */
final class RequestJournal {

    /** How many requests are remembered: enough for any test by hand, and bounded for a load test. */
    static final int CAPACITY = 10_000;

    private final InstantSource time;
    private final Deque<RecordedRequest> requests = new ArrayDeque<>();
    private final AwaitableCounter total = new AwaitableCounter();

    RequestJournal(InstantSource time) {
        this.time = time;
    }

    void add(Request request, int connection, RequestHandler.Result handled) {
        SecretRedactor redactor = SecretRedactor.of(request);
        RecordedRequest received = new RecordedRequest(
                time.instant(),
                request.method(),
                redactor.target(request.target()),
                redactor.headers(request.headers()),
                connection,
                status(handled.reply()),
                handled.faulted(),
                handled.planned());
        synchronized (requests) {
            if (requests.size() == CAPACITY) {
                requests.removeFirst();
            }
            requests.addLast(received);
        }
        total.add(1);
    }

    /** Gives the number of requests so far, those that are forgotten among them. */
    AwaitableCounter total() {
        return total;
    }

    List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    void forget() {
        synchronized (requests) {
            requests.clear();
        }
        total.reset();
    }

    private static OptionalInt status(Reply reply) {
        return switch (reply) {
            case WholeReply response -> response.statusSent();
            case TruncatedReply broken when broken.cutsTheStatus() -> OptionalInt.empty();
            case TruncatedReply broken -> broken.whole().statusSent();
            case DrippingReply drip -> drip.whole().statusSent();
            case SplitReply split -> split.whole().statusSent();
        };
    }

    /** Writes the journal for whoever reads it over HTTP. */
    static final class JournalJson {

        private JournalJson() {}

        static String of(List<RecordedRequest> requests) {
            return new JsonObject()
                    .array(
                            "requests",
                            requests.stream().map(JournalJson::request).toList())
                    .toString();
        }

        private static JsonObject request(RecordedRequest request) {
            JsonObject headers = new JsonObject();
            request.headers().forEach(headers::texts);
            JsonObject written = new JsonObject()
                    .text("when", request.when().toString())
                    .text("method", request.method())
                    .text("path", request.path())
                    .object("headers", headers)
                    .number("connection", request.connection());
            request.status()
                    .ifPresentOrElse(status -> written.number("status", status), () -> written.nothing("status"));
            return written.truth("faulted", request.faulted());
        }
    }
}
