package io.github.devicebatch.testkit;

import java.util.List;
import java.util.Optional;

/** Takes requests in: sends each to the desk that it is meant for, and notes them all. */
final class Reception implements Responder {

    private final List<Desk> desks;
    private final Journal journal;

    /** Asks {@code desks} in their order. */
    Reception(Journal journal, List<Desk> desks) {
        this.journal = journal;
        this.desks = List.copyOf(desks);
    }

    @Override
    public Reply answer(Request request, int connection) {
        Handled handled = desks.stream()
                .map(desk -> desk.handle(request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Handled.unplanned(Reply.fault(404, "404", "There is nothing at this path.")));
        journal.add(request, connection, handled);
        return handled.reply();
    }
}
