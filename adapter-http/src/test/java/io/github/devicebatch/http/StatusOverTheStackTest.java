package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.NotFound;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every final status from 200 to 599, through the whole stack and a real socket, with the tabled number of attempts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatusOverTheStackTest {

    private static final Set<Integer> PASSING_CLIENT_ERRORS = Set.of(408, 425, 429);
    private static final Set<Integer> LASTING_SERVER_ERRORS = Set.of(501, 505, 506);

    private final FakePartnerCenter fake = FakePartnerCenter.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void close() {
        client.close();
        fake.close();
    }

    static IntStream statuses() {
        return IntStream.rangeClosed(200, 599);
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void endsAsTabled(int status) throws InterruptedException {
        int before = fake.requests().size();
        BatchStatusAnswer answer = askMeeting(status);

        assertThat(answer).isInstanceOf(tabled(status));
        assertThat(answer.trace().httpStatus()).isEqualTo(OptionalInt.of(status));
        assertThat(answer.trace().attempts()).isEqualTo(tabledAttempts(status));
        assertThat(fake.requests().size() - before).isEqualTo(tabledAttempts(status));
        assertThat(cause(answer)).isEqualTo(tabledCause(status));
    }

    private BatchStatusAnswer askMeeting(int status) throws InterruptedException {
        ManualTime time = ManualTime.start();
        fake.script(Batches.REFERENCE).then(Reply.empty(status));
        try (PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
                .httpClient(client)
                .time(time, time)
                .build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    private static boolean mayPass(int status) {
        return PASSING_CLIENT_ERRORS.contains(status) || status >= 500 && !LASTING_SERVER_ERRORS.contains(status);
    }

    private static int tabledAttempts(int status) {
        return mayPass(status) ? 4 : 1;
    }

    private static Class<? extends BatchStatusAnswer> tabled(int status) {
        if (mayPass(status)) {
            return Unavailable.class;
        }
        if (status == 404 || status == 410) {
            return NotFound.class;
        }
        return status / 100 == 4 ? Refused.class : Unreadable.class;
    }

    private static Optional<UnavailabilityCause> tabledCause(int status) {
        if (!mayPass(status)) {
            return Optional.empty();
        }
        return Optional.of(status == 429 ? UnavailabilityCause.THROTTLED : UnavailabilityCause.FAILING);
    }

    private static Optional<UnavailabilityCause> cause(BatchStatusAnswer answer) {
        return answer instanceof Unavailable unavailable ? Optional.of(unavailable.cause()) : Optional.empty();
    }
}
