package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Fault;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.FaultRow;
import io.github.devicebatch.http.support.ReplaceableTokenSource;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers to queries whose token source throws an exception. */
@ExtendWith(FakePartnerCenterExtension.class)
class AccessTokenExceptionTest {

    private static final Fault FAULT = Fault.of("invalid_client", "wrong secret");

    private final FakePartnerCenter fake;
    private final ManualTime time;
    private final AtomicInteger calls = new AtomicInteger();

    AccessTokenExceptionTest(FakePartnerCenter fake, ManualTime time) {
        this.fake = fake;
        this.time = time;
    }

    @BeforeEach
    void script() {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
    }

    private AccessTokenSource failing(AccessTokenException failure) {
        return () -> {
            calls.incrementAndGet();
            throw failure;
        };
    }

    private static AccessTokenException unavailable(UnavailabilityCause cause, Optional<Duration> retryAfter) {
        return new AccessTokenUnavailableException(cause, "the issuer is down", retryAfter);
    }

    private BatchStatusAnswer ask(AccessTokenSource source) throws InterruptedException {
        try (PartnerCenter partnerCenter = builder(source).build()) {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    private PartnerCenterBuilder builder(AccessTokenSource source) {
        return Decorators.withLongestDelays(
                PartnerCenter.at(fake.baseUrl()).tokens(source).time(time, time));
    }

    @Test
    void refusalIsNotRetried() throws InterruptedException {
        BatchStatusAnswer answer = ask(failing(new AccessTokenRefusedException(FAULT)));

        assertThat(answer).isEqualTo(new Refused(RefusalReason.UNAUTHENTICATED, Party.CLIENT, FAULT, answer.trace()));
        assertThat(answer.trace().attempts()).isZero();
        assertThat(answer.trace().httpStatus()).isEmpty();
        assertThat(calls).hasValue(1);
        assertThat(fake.requestCount()).isZero();
    }

    @Test
    void unavailabilityIsRetriedThreeTimes() throws InterruptedException {
        BatchStatusAnswer answer = ask(failing(unavailable(UnavailabilityCause.FAILING, Optional.empty())));

        assertThat(answer)
                .isEqualTo(new Unavailable(
                        UnavailabilityCause.FAILING,
                        Party.IDENTITY_PLATFORM,
                        "the issuer is down",
                        Optional.empty(),
                        answer.trace()));
        assertThat(answer.trace().attempts()).isZero();
        assertThat(answer.trace().elapsed()).isEqualTo(Duration.ofMillis(5_600));
        assertThat(calls).hasValue(4);
        assertThat(fake.requestCount()).isZero();
    }

    @Test
    void waitsForTheTimeOfTheSource() throws InterruptedException {
        ask(failing(unavailable(UnavailabilityCause.THROTTLED, Optional.of(Duration.ofSeconds(30)))));

        assertThat(time.pauses()).isNotEmpty().allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) >= 0);
    }

    @Test
    void reportsATimeBeyondTheDeadline() throws InterruptedException {
        assertThat(ask(failing(unavailable(UnavailabilityCause.THROTTLED, Optional.of(Duration.ofHours(1))))))
                .isInstanceOfSatisfying(
                        Unavailable.class, late -> assertThat(late.retryAfter()).contains(Duration.ofHours(1)));
        assertThat(calls).hasValue(1);
    }

    @Test
    void doesNotOpenTheCircuit() throws InterruptedException {
        var source =
                new ReplaceableTokenSource(failing(unavailable(UnavailabilityCause.UNREACHABLE, Optional.empty())));
        try (PartnerCenter partnerCenter = builder(source).build()) {
            for (int query = 0; query < 30; query++) {
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
            source.to(AccessTokenSource.fixed(AccessToken.of("made-up")));
            assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                    .as("the circuit is closed")
                    .isEqualTo("Found");
        }
    }

    @Test
    void throttlingOfTheSourceDoesNotDelayOtherQueries() throws InterruptedException {
        var source = new ReplaceableTokenSource(
                failing(unavailable(UnavailabilityCause.THROTTLED, Optional.of(Duration.ofHours(1)))));
        try (PartnerCenter partnerCenter = builder(source).build()) {
            partnerCenter.batchStatus().ask(Batches.REFERENCE);
            source.to(AccessTokenSource.fixed(AccessToken.of("made-up")));

            assertThat(FaultRow.summary(partnerCenter.batchStatus().ask(Batches.REFERENCE)))
                    .isEqualTo("Found");
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void refusalAfterARejectedTokenIsReported() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.fault(401, "800001", "expired"));
        var source = new ReplaceableTokenSource(AccessTokenSource.fixed(AccessToken.of("made-up")));
        source.whenRejected(failing(new AccessTokenRefusedException(FAULT)));

        BatchStatusAnswer answer = ask(source);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.fault()).isEqualTo(FAULT));
        assertThat(answer.trace().attempts()).isEqualTo(1);
        assertThat(answer.trace().httpStatus()).hasValue(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = UnavailabilityCause.class,
            names = {"UNREACHABLE", "THROTTLED", "FAILING"})
    void neitherOpensTheCircuitNorThrottlesAfterARejectedToken(UnavailabilityCause cause) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.fault(401, "800001", "expired"));
        var source = new ReplaceableTokenSource(AccessTokenSource.fixed(AccessToken.of("made-up")));
        source.whenRejected(failing(unavailable(cause, Optional.of(Duration.ofMinutes(1)))));
        try (PartnerCenter partnerCenter = builder(source)
                .retries(RetrySettings.NONE)
                .rateLimit(RateLimitSettings.NONE)
                .build()) {
            for (int query = 0; query < 30; query++) {
                source.to(AccessTokenSource.fixed(AccessToken.of("made-up-" + query)));
                assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                        .isInstanceOfSatisfying(
                                Unavailable.class,
                                none -> assertThat(none.detail()).isEqualTo("the issuer is down"));
            }
            assertThat(time.pauses()).isEmpty();
        }
    }
}
