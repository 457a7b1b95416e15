package io.github.devicebatch.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Answers {@code /__fake/…}, for whoever sits at this machine. A browser sits here too, and goes where strange pages send
 * it: so no page may ask ({@code TruncatedReply.Origin}), and no name that somebody has made point here ({@code Host}).
 */
final class AdminHandler {

    private static final String PREFIX = "/__fake";
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);

    private final FakeControl control;
    private final List<Door> doors = List.of(
            new Door("GET", "/requests", "lists the requests, oldest first", this::requests),
            new Door("POST", "/reset", "forgets batches, requests and faults", this::reset),
            new Door("POST", "/load", "loads the scenario in the body", this::load),
            new Door("GET", "/schema", "gives the JSON Schema of a scenario", request -> schema()));

    AdminHandler(FakeControl control) {
        this.control = control;
    }

    /** One thing that can be asked for. */
    record Door(String method, String ending, String does, Function<Request, Reply> opened) {

        String path() {
            return PREFIX + ending;
        }

        @Override
        public String toString() {
            return method + " " + path();
        }
    }

    List<Door> doors() {
        return doors;
    }

    /** Gives the reply, or nothing if the path leads elsewhere. */
    Optional<Reply> answer(Request request) {
        String path = request.path().toLowerCase(Locale.ROOT);
        if (!path.equals(PREFIX) && !path.startsWith(PREFIX + "/")) {
            return Optional.empty();
        }
        return Optional.of(objectionTo(request).orElseGet(() -> opened(request, path)));
    }

    private static Optional<Reply> objectionTo(Request request) {
        List<String> hosts = request.values("Host");
        if (hosts.size() != 1 || !THIS_MACHINE.matcher(hosts.getFirst()).matches()) {
            return Optional.of(Reply.fault(403, "403", "The header Host has to name this machine, as 127.0.0.1 does."));
        }
        if (!request.values("Origin").isEmpty()) {
            return Optional.of(
                    Reply.fault(403, "403", "No page in a browser may ask this: leave the header Origin out."));
        }
        return Optional.empty();
    }

    private Reply opened(Request request, String path) {
        Optional<Door> door =
                doors.stream().filter(any -> any.path().equals(path)).findFirst();
        if (door.isEmpty()) {
            String hint = String.join(", ", doors.stream().map(Door::toString).toList());
            return Reply.fault(404, "404", "There is nothing at this path. There is " + hint + ".");
        }
        String method = door.get().method();
        return request.method().equals(method)
                ? door.get().opened().apply(request)
                : Reply.fault(405, "405", "Only " + method + " is answered here.")
                        .withHeader("Allow", method);
    }

    private Reply requests(Request request) {
        return Reply.json(200, RequestJournal.JournalJson.of(control.journal().requests()));
    }

    private Reply reset(Request request) {
        control.reset();
        return Reply.empty(204);
    }

    private Reply load(Request request) {
        try {
            control.load(request.body());
            return Reply.empty(204);
        } catch (InvalidScenarioException wrong) {
            return ServiceFaults.invalidInput(wrong.getMessage());
        }
    }

    private static Reply schema() {
        return Reply.bytes(
                200, "application/schema+json", FakeControl.scenarioSchema().getBytes(UTF_8));
    }
}
