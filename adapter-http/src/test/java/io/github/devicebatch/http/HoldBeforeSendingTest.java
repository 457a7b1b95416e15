package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.BatchStatusAnswer;
import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query has its permit and waits for its token; meanwhile another query is throttled. In virtual time over sockets. */
class HoldBeforeSendingTest {

    private static final Reply UNAUTHENTICATED = Reply.fault(401, "800001", "Unauthorized");
    private static final Duration HOLD = Duration.ofSeconds(5);

    private final ManualTime time = ManualTime.start();
    private final FakePartnerCenter fake = FakePartnerCenter.start(time);
    private final SlowTokens tokens = new SlowTokens();

    /** The token for which the query waits. */
    enum Wait {
        FIRST_TOKEN(1, Reply.documentedExample()),
        TOKEN_AFTER_401(2, UNAUTHENTICATED);

        /** The number of the token, and of the request that is sent with it. */
        private final int number;

        private final Reply firstReply;

        Wait(int number, Reply firstReply) {
            this.number = number;
            this.firstReply = firstReply;
        }
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @EnumSource
    void waitsUntilTheHoldHasEnded(Wait wait) throws InterruptedException {
        BatchStatusAnswer answer = askWhileAnotherIsThrottled(wait, HOLD);

        assertThat(answer).isInstanceOf(Found.class);
        assertThat(sentAfter(wait)).isEqualTo(HOLD);
    }

    @ParameterizedTest
    @EnumSource
    void sendsNothingIfTheHoldEndsAfterTheDeadline(Wait wait) throws InterruptedException {
        BatchStatusAnswer answer = askWhileAnotherIsThrottled(wait, Duration.ofHours(1));

        assertThat(answer).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.cause()).isEqualTo(UnavailabilityCause.THROTTLED);
            assertThat(unavailable.retryAfter()).contains(Duration.ofHours(1));
            assertThat(unavailable.trace().attempts()).isEqualTo(wait.number - 1);
        });
        assertThat(requests()).hasSize(wait.number - 1);
        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void theRequestWithANewTokenNeedsAPermit() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(UNAUTHENTICATED);
        try (PartnerCenter partnerCenter = partnerCenter().build()) {
            for (int query = 0; query < 8; query++) {
                partnerCenter.batchStatus().ask(Batches.REFERENCE);
            }
        }

        assertThat(time.pauses())
                .as("16 requests, of which 10 are sent at once")
                .hasSize(6);
        assertThat(requests().getLast().when()).isEqualTo(ManualTime.DEFAULT_START.plus(Duration.ofMillis(1_200)));
    }

    /** A new token that is rejected for every query would double the requests, also of queries that run at the same time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void theRequestWithANewTokenNeedsTheRetryBudget(int threads) {
        int queries = 300;
        fake.script(Batches.REFERENCE).then(UNAUTHENTICATED);
        List<BatchStatusAnswer> answers = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger started = new AtomicInteger();
        try (PartnerCenter partnerCenter =
                        partnerCenter().rateLimit(RateLimitSettings.NONE).build();
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, threads)
                    .forEach(thread -> executor.execute(() -> {
                        while (started.getAndIncrement() < queries) {
                            answers.add(ask(partnerCenter));
                        }
                    }));
        }

        assertThat(answers).hasSize(queries);
        assertThat(requests().size()).isBetween(queries + 10, queries + queries / 5 + 10);
        assertThat(answers.getLast()).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.party()).isEqualTo(Party.PARTNER_CENTER);
            assertThat(unavailable.detail())
                    .startsWith(
                            "HTTP 401; a new access token was not tried, because the budget for retries is used up");
            assertThat(unavailable.trace().httpStatus()).hasValue(401);
        });
    }

    private static BatchStatusAnswer ask(PartnerCenter partnerCenter) {
        try {
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private BatchStatusAnswer askWhileAnotherIsThrottled(Wait wait, Duration hold) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(wait.firstReply).then(Reply.documentedExample());
        fake.script(Batches.anotherBatch()).then(Reply.throttled(hold));
        try (PartnerCenter partnerCenter = partnerCenter().build()) {
            tokens.atToken(wait.number, () -> partnerCenter.batchStatus().ask(Batches.anotherBatch()));
            return partnerCenter.batchStatus().ask(Batches.REFERENCE);
        }
    }

    private PartnerCenterBuilder partnerCenter() {
        return PartnerCenter.at(fake.baseUrl())
                .tokens(tokens)
                .retries(RetrySettings.NONE)
                .time(time, time);
    }

    private Duration sentAfter(Wait wait) {
        Instant sent = requests().get(wait.number - 1).when();
        return Duration.between(ManualTime.DEFAULT_START, sent);
    }

    /** Returns the requests about the batch whose query waits for a token. */
    private List<RecordedRequest> requests() {
        return fake.requests().stream()
                .filter(request ->
                        request.path().endsWith(Batches.REFERENCE.tracking().toString()))
                .toList();
    }

    /** Source of ever-new tokens that runs another query on the same thread before it returns a certain token. */
    private static final class SlowTokens implements AccessTokenSource {

        private final Map<Integer, Meanwhile> meanwhile = new HashMap<>();
        private int issued;

        void atToken(int number, Meanwhile event) {
            meanwhile.put(number, event);
        }

        @Override
        public AccessToken token() throws InterruptedException {
            int number = ++issued;
            Optional<Meanwhile> event = Optional.ofNullable(meanwhile.remove(number));
            if (event.isPresent()) {
                event.get().run();
            }
            return AccessToken.of("token-" + number);
        }

        @FunctionalInterface
        interface Meanwhile {
            void run() throws InterruptedException;
        }
    }
}
