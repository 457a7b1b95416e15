package io.github.devicebatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final ManualTime time = ManualTime.start();

    @Test
    void remembersTheLatestOfVeryMany() {
        Journal journal = new Journal(time);
        for (int number = 0; number < Journal.CAPACITY + 3; number++) {
            journal.add(
                    new Request("GET", "/" + number, "HTTP/1.1", Collections.emptyMap(), ""),
                    1,
                    Handled.with(Reply.empty(200)));
        }
        assertThat(journal.requests()).hasSize(Journal.CAPACITY);
        assertThat(journal.requests().getFirst().path()).isEqualTo("/3");
    }

    @Test
    void tellsWhatWasLeftWithoutAnAnswer() {
        Journal journal = new Journal(time);
        Request request = new Request("GET", "/", "HTTP/1.1", Collections.emptyMap(), "");
        journal.add(request, 1, Handled.with(Reply.silence()));
        journal.add(request, 1, Handled.with(Reply.documentedExample().stallingAfter(1)));
        journal.add(request, 1, Handled.with(Reply.documentedExample().truncatedAfter(1)));
        assertThat(journal.requests())
                .extracting(ReceivedRequest::status)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(200), OptionalInt.of(200));
    }
}
