package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Refused;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.RefusalReason;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.http.support.NumberedTokenSource;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakePartnerCenterExtension.class)
record AccessTokenSourceTest(FakePartnerCenter fake, ManualTime time) {

    private PartnerCenterBuilder partnerCenter() {
        return OneAttempt.at(fake.baseUrl()).time(time, time);
    }

    @Test
    void isCalledForEveryQuery() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());
        int[] calls = {0};
        AccessTokenSource counting = AccessTokenSource.suppliedBy(() -> AccessToken.of("token-" + calls[0]++));
        try (PartnerCenter opened = partnerCenter().tokens(counting).build()) {
            opened.batchStatus().ask(Batches.REFERENCE);
            opened.batchStatus().ask(Batches.REFERENCE);
        }

        assertThat(calls[0]).isEqualTo(2);
    }

    @Test
    void namesATokenSourceThatReturnsNull() {
        assertThatThrownBy(() -> ask(partnerCenter().tokens(() -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("token source");
    }

    private static BatchStatusAnswer ask(PartnerCenterBuilder builder) throws InterruptedException {
        try (PartnerCenter opened = builder.build()) {
            return opened.batchStatus().ask(Batches.REFERENCE);
        }
    }

    /** Queries whose token is rejected with 401: at most one new token and one repeated attempt. */
    @Nested
    class RejectedTokens {

        private static final Reply UNAUTHENTICATED = Reply.fault(401, "900421", "expired");

        private final NumberedTokenSource source = new NumberedTokenSource();

        @Test
        void repeatsTheAttemptOnceWithTheSameRequestId() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(UNAUTHENTICATED).then(Reply.documentedExample());

            BatchStatusAnswer answer = ask(source);

            assertThat(answer).isInstanceOf(Found.class);
            assertThat(answer.trace().attempts()).isEqualTo(2);
            assertThat(source.rejected()).containsExactly(NumberedTokenSource.token(1));
            assertThat(fake.requests())
                    .extracting(request -> request.header("MS-RequestId"))
                    .containsExactly(
                            answer.trace().requestId().map(Object::toString),
                            answer.trace().requestId().map(Object::toString));
            assertThat(time.pauses()).isEmpty();
        }

        @Test
        void isRefusedIfTheNewTokenIsRejectedToo() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(UNAUTHENTICATED);

            BatchStatusAnswer answer = ask(source);

            assertThat(answer)
                    .isInstanceOf(Refused.class)
                    .extracting(refused -> ((Refused) refused).reason())
                    .isEqualTo(RefusalReason.UNAUTHENTICATED);
            assertThat(answer.trace().attempts()).isEqualTo(2);
            assertThat(fake.requests()).extracting(RecordedRequest::status).hasSize(2);
            assertThat(source.rejected()).hasSize(1);
        }

        @Test
        void doesNotResendAFixedToken() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(UNAUTHENTICATED);

            BatchStatusAnswer answer = ask(AccessTokenSource.fixed(AccessToken.of("made-up")));

            assertThat(answer).isInstanceOf(Refused.class);
            assertThat(answer.trace().attempts()).isEqualTo(1);
            assertThat(fake.requests()).hasSize(1);
        }

        @Test
        void countsTheRepeatedAttemptBeforeARetry() throws InterruptedException {
            fake.script(Batches.REFERENCE)
                    .then(UNAUTHENTICATED)
                    .then(Reply.empty(503))
                    .then(Reply.documentedExample());

            BatchStatusAnswer answer = ask(source);

            assertThat(answer).isInstanceOf(Found.class);
            assertThat(answer.trace().attempts()).isEqualTo(3);
            assertThat(answer.trace().earlierCauses()).containsExactly(UnavailabilityCause.FAILING);
        }

        @Test
        void sendsNothingIfTheNewTokenIsIssuedAfterTheDeadline() throws InterruptedException {
            fake.script(Batches.REFERENCE).then(UNAUTHENTICATED).then(Reply.documentedExample());
            AccessTokenSource slow = new AccessTokenSource() {
                @Override
                public AccessToken token() {
                    return source.token();
                }

                @Override
                public void rejected(AccessToken token) {
                    time.advance(Duration.ofMinutes(2));
                    source.rejected(token);
                }
            };

            assertThat(ask(slow))
                    .isInstanceOf(Unavailable.class)
                    .extracting(late -> ((Unavailable) late).cause())
                    .isEqualTo(UnavailabilityCause.DEADLINE);
            assertThat(fake.requests()).hasSize(1);
        }

        private BatchStatusAnswer ask(AccessTokenSource tokens) throws InterruptedException {
            try (PartnerCenter partnerCenter = PartnerCenter.at(fake.baseUrl())
                    .tokens(tokens)
                    .time(time, time)
                    .build()) {
                return partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
        }
    }
}
