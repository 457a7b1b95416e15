package io.github.devicebatch.http;

import static io.github.devicebatch.http.SmallBudget.LARGE;
import static io.github.devicebatch.http.SmallBudget.LARGE_REPLY;
import static io.github.devicebatch.http.SmallBudget.MIB;
import static io.github.devicebatch.http.SmallBudget.withDevices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.devicebatch.application.BatchStatusAnswer.Found;
import io.github.devicebatch.application.BatchStatusAnswer.Unreadable;
import io.github.devicebatch.application.Party;
import io.github.devicebatch.http.event.QueryEvent;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.HttpReply;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.ArrayList;
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

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String LIMIT =
            " MiB of memory; all answers together may take 4 MiB, a part of the heap of Java (-Xmx)";
    private static final HttpReply DENSE = Reply.describing(withDevices(20_000));

    private final FakePartnerCenter fake;
    private final SmallBudget small;

    TooLargeAnswerTest(FakePartnerCenter fake) {
        this.fake = fake;
        this.small = new SmallBudget(fake);
    }

    @AfterEach
    void allIsFree() {
        small.awaitFree();
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
        try (PartnerCenter partnerCenter = small.builder()
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
        try (PartnerCenter partnerCenter = small.builder().build()) {
            assertThat(partnerCenter.batchStatus().ask(Batches.REFERENCE).orElseThrow())
                    .isEqualTo(LARGE);
        }
    }
}
