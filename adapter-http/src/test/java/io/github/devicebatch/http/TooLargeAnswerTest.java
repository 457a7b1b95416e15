package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.domain.DeviceStatus;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.http.support.OneAttempt;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Answers that need more than the whole memory budget, over real sockets. */
@Timeout(60)
@ExtendWith(FakePartnerCenterExtension.class)
class TooLargeAnswerTest {

    private static final int MIB = 1 << 20;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final BatchStatus LARGE = withDevices(2_000);
    private static final HttpReply LARGE_REPLY = Reply.describing(LARGE);

    private static final String LIMIT =
            " MiB of memory; all answers together may take 4 MiB, a part of the heap of Java (-Xmx)";
    private static final HttpReply DENSE = Reply.describing(withDevices(20_000));

    private final FakePartnerCenter fake;
    private final MemoryBudget budget = MemoryBudget.ofBytes(4 * MIB);

    TooLargeAnswerTest(FakePartnerCenter fake) {
        this.fake = fake;
    }

    private static BatchStatus withDevices(int count) {
        DeviceStatus device = Batches.finished().devices().getFirst();
        return Batches.finished(
                Batches.TRACKING, Collections.nCopies(count, device).toArray(DeviceStatus[]::new));
    }

    private PartnerCenterBuilder builder() {
        return OneAttempt.at(fake.baseUrl()).memory(budget);
    }

    @AfterEach
    void allIsFree() {
        while (budget.memory().freeKibibytes() < 4 * 1024) {
            Thread.onSpinWait();
        }
    }

    static final List<Arguments> REPLIES = List.of(
            argumentSet("announced", LARGE_REPLY.paddedTo(4 * MIB), "16"),
            argumentSet("announced, with a buffer beside it", LARGE_REPLY.paddedTo(3 * MIB + MIB * 3 / 4), "15"),
            argumentSet("far too long", LARGE_REPLY.paddedTo(1L << 30), "64"),
            argumentSet("endless", LARGE_REPLY.paddedForEver(), "64"),
            argumentSet("only with its values", DENSE, "15"),
            argumentSet("only with its values, chunked", DENSE.chunked(100_000), "64"));

    @ParameterizedTest
    @FieldSource("REPLIES")
    void areUnreadableForThisProgram(Reply reply, String mebibytes) throws InterruptedException {
        fake.script(Batches.REFERENCE).then(reply).then(Batches.finished());
        List<QueryEvent> events = new ArrayList<>();
        try (PartnerCenter partnerCenter = builder()
                .retries(RetrySettings.DEFAULT)
                .circuitBreaker(new CircuitBreakerSettings(1, 1, 1, LONG, 1, LONG))
                .listener(events::add)
                .build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE))
                    .asInstanceOf(type(Unreadable.class))
                    .satisfies(unreadable -> {
                        assertThat(unreadable.why()).isEqualTo("the answer needs up to " + mebibytes + LIMIT);
                        assertThat(unreadable.party()).isEqualTo(Party.CLIENT);
                        assertThat(unreadable.trace().httpStatus()).hasValue(200);
                    });
            assertThat(fake.requestCount()).isEqualTo(1);
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE)).isInstanceOf(Found.class);
        }
        assertThat(events).noneMatch(QueryEvent.CircuitBreakerChanged.class::isInstance);
    }

    @Test
    void aBodyThatFillsTheBudgetIsRead() throws InterruptedException {
        fake.script(Batches.REFERENCE).then(LARGE_REPLY.paddedTo(5 * MIB / 2));
        try (PartnerCenter partnerCenter = builder().build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE).orElseThrow())
                    .isEqualTo(LARGE);
        }
    }
}
