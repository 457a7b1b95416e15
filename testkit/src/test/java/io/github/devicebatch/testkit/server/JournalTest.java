package io.github.devicebatch.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;
import io.github.devicebatch.testkit.http.RequestHandler;
import java.util.Collections;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final ManualTime time = ManualTime.start();

    @Test
    void remembersTheLatestOfVeryMany() {
        RequestJournal journal = new RequestJournal(time);
        for (int number = 0; number < RequestJournal.CAPACITY + 3; number++) {
            journal.add(
                    new Request(1, "GET", "/" + number, "HTTP/1.1", Collections.emptyMap(), ""),
                    RequestHandler.Result.with(Reply.empty(200)));
        }
        assertThat(journal.requests()).hasSize(RequestJournal.CAPACITY);
        assertThat(journal.requests().getFirst().path()).isEqualTo("/3");
    }

    @Test
    void tellsWhatWasLeftWithoutAnAnswer() {
        RequestJournal journal = new RequestJournal(time);
        Request request = new Request(1, "GET", "/", "HTTP/1.1", Collections.emptyMap(), "");
        journal.add(request, RequestHandler.Result.with(Reply.silence()));
        journal.add(
                request, RequestHandler.Result.with(Reply.documentedExample().stallingAfter(1)));
        journal.add(
                request, RequestHandler.Result.with(Reply.documentedExample().truncatedAfter(1)));
        assertThat(journal.requests())
                .extracting(RecordedRequest::status)
                .containsExactly(OptionalInt.empty(), OptionalInt.of(200), OptionalInt.of(200));
    }
}
