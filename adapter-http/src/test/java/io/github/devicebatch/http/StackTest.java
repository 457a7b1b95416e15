package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The decorators together, as they are assembled, over a real socket and in virtual time. */
class StackTest {

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter fake = FakePartnerCenter.start(time);
    private final PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
            .tokens(AccessTokenSource.fixed(AccessToken.of("made-up")))
            .time(time, time)
            .random(bound -> bound)
            .build();

    @AfterEach
    void close() {
        partnerCenter.close();
        fake.close();
    }

    @Test
    void sendsEveryAttemptOfAQuestionUnderOneId() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.empty(503))
                .then(Reply.empty(500))
                .then(Reply.documentedExample());
        BatchStatusAnswer answer = ask();

        assertThat(answer).isInstanceOf(Found.class);
        assertThat(fake.requests())
                .hasSize(3)
                .extracting(request -> request.header("MS-RequestId"))
                .containsOnly(answer.trace().requestId().map(Object::toString));
        assertThat(fake.requests())
                .extracting(request -> request.header("MS-CorrelationId"))
                .containsOnly(answer.trace().correlationId().map(Object::toString));
    }

    @Test
    void leavesAFailingServiceAloneAndComesBack() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        for (int question = 0; question < 3; question++) {
            ask();
        }
        assertThat(fake.requests()).as("ten failures open the circuit").hasSize(10);
        Instant opened = fake.requests().getLast().when();
        assertThat(ask())
                .asInstanceOf(type(Unavailable.class))
                .extracting(Unavailable::cause)
                .isEqualTo(UnavailabilityCause.CIRCUIT_OPEN);

        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        time.advance(Duration.between(time.instant(), opened.plusSeconds(30)));
        assertThat(ask()).isInstanceOf(Found.class);
    }

    @Test
    void survivesAStormWithinItsBudget() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.empty(503));
        for (int question = 0; question < 1_000; question++) {
            ask();
        }
        assertThat(fake.requests()).as("the circuit keeps nearly all away").hasSizeLessThan(30);

        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        time.advance(Duration.ofSeconds(30));
        assertThat(List.of(ask(), ask(), ask(), ask()))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Found.class));
    }

    @Test
    void keepsOtherQuestionsAwayAfterOneWasThrottled() throws InterruptedException {
        fake.script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Reply.documentedExample());
        fake.script(Batches.anotherBatch()).then(Reply.documentedExample());
        ask();
        partnerCenter.batchStatus().ask(Batches.anotherBatch());

        assertThat(fake.requests())
                .extracting(RecordedRequest::when)
                .containsExactly(
                        ManualTime.DEFAULT_START,
                        ManualTime.DEFAULT_START.plusSeconds(58),
                        ManualTime.DEFAULT_START.plusSeconds(58));
    }

    @Test
    void saysWhenToComeBackWhenAnotherQuestionWasThrottledTooLong() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.throttled(Duration.ofHours(1)));
        ask();
        time.advance(Duration.ofMinutes(10));

        assertThat(partnerCenter.batchStatus().ask(Batches.anotherBatch()))
                .asInstanceOf(type(Unavailable.class))
                .extracting(
                        unavailable -> unavailable.cause(),
                        unavailable -> unavailable.retryAfter().orElseThrow())
                .containsExactly(UnavailabilityCause.THROTTLED, Duration.ofMinutes(50));
        assertThat(fake.requests()).hasSize(1);
    }

    private BatchStatusAnswer ask() throws InterruptedException {
        return partnerCenter.batchStatus().ask(Batches.REFERENCE);
    }
}
