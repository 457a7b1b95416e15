package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.PROCESSING;
import static io.github.devicebatch.application.Replies.REGISTERED;
import static io.github.devicebatch.application.Replies.batch;
import static io.github.devicebatch.application.Replies.batches;
import static io.github.devicebatch.application.Replies.inTurn;
import static io.github.devicebatch.application.Replies.unavailable;
import static io.github.devicebatch.application.Watching.REGULAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WatchFailureTest {

    private static final RuntimeException BUG = new IllegalStateException("a bug");

    private final SteppedTime time = new SteppedTime();
    private final Switchboard switchboard = new Switchboard();

    @ParameterizedTest
    @ValueSource(
            classes = {
                WatchEvent.Answered.class,
                WatchEvent.Changed.class,
                WatchEvent.Held.class,
                WatchEvent.Paused.class,
                WatchEvent.Ended.class
            })
    void ofTheListenerReachesTheCallerAtOnce(Class<? extends WatchEvent> told) {
        List<WatchEvent> events = new ArrayList<>();
        WatchListener failing = event -> {
            events.add(event);
            if (told.isInstance(event)) {
                throw BUG;
            }
        };
        BatchStatusQuery query =
                inTurn(PROCESSING, unavailable(UnavailabilityCause.THROTTLED, Duration.ofSeconds(9)), REGISTERED);

        assertThatThrownBy(() -> new Watching().watch(query, REGULAR, failing)).isSameAs(BUG);
        assertThat(events).filteredOn(told::isInstance).hasSize(1);
        assertThat(events.getLast()).isInstanceOf(told);
    }

    @Test
    void ofTheListenerEndsWhatIsUnderWay() throws InterruptedException {
        InBackground watch = watch(switchboard, event -> fail(), ending -> false);
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.nextCall();
        switchboard.answer(batch(1, 2), PROCESSING);

        assertThat(watch.failure()).isSameAs(BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(time.nobodyPauses()).isTrue();
    }

    @Test
    void ofTheOneWhoSaysWhichEndingIsTheLastOneReachesTheCaller() throws InterruptedException {
        InBackground watch = watch(switchboard, event -> {}, ending -> {
            throw BUG;
        });
        switchboard.answer(switchboard.nextCall(), REGISTERED);

        assertThat(watch.failure()).isSameAs(BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    @Test
    void ofTheQueryReachesTheCallerFromTheSameThread() {
        assertThatThrownBy(() -> new Watching().watch(batch -> fail(), REGULAR)).isSameAs(BUG);
    }

    @Test
    void ofTheQueryReachesTheCallerFromAnotherThreadAndEndsTheOtherQuestions() throws InterruptedException {
        assertThat(failureOf(batch -> fail())).isSameAs(BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
        assertThat(time.nobodyPauses()).isTrue();
    }

    @Test
    void ofTheJvmReachesTheCallerToo() throws InterruptedException {
        Error error = new StackOverflowError("deep");

        assertThat(failureOf(batch -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void ofAnUnexpectedKindReachesTheCallerAsItsCause() throws InterruptedException {
        IOException undeclared = new IOException("not declared");

        assertThat(failureOf(batch -> {
                    throw WatchFailureTest.<RuntimeException>undeclared(undeclared);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a query threw what it must not")
                .hasCause(undeclared);
    }

    @Test
    void toAnswerIsABug() throws InterruptedException {
        assertThatThrownBy(() -> new Watching().watch(batch -> null, REGULAR))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the query answered null");
        assertThat(failureOf(batch -> null)).hasMessage("the query answered null");
    }

    @Test
    void ofThePauseOfTheAlarmReachesTheCaller() throws InterruptedException {
        Pause broken = duration -> {
            throw BUG;
        };
        BatchWatch watch = BatchWatch.of(switchboard, time, broken, REGULAR.withConcurrency(3), new Random(1));

        assertThat(InBackground.start(() -> watch.watchAll(batches(3), event -> {}))
                        .failure())
                .isSameAs(BUG);
        assertThat(switchboard.allThreadsAreGone()).isTrue();
    }

    private static <T> T fail() {
        throw BUG;
    }

    /** What comes of a watch of three batches, about one of which this is the query. */
    private Throwable failureOf(BatchStatusQuery query) throws InterruptedException {
        BatchStatusQuery mixed = batch -> batch.equals(batch(1, 3)) ? query.ask(batch) : switchboard.ask(batch);
        return watch(mixed, event -> {}, ending -> false).failure();
    }

    private InBackground watch(BatchStatusQuery query, WatchListener listener, Predicate<WatchEnding> lastOne) {
        BatchWatch watch = BatchWatch.of(query, time, time, REGULAR.withConcurrency(3), new Random(1));
        return InBackground.start(() -> watch.watchAll(batches(3), listener, lastOne));
    }

    @SuppressWarnings("unchecked") // it is none, and that is the point
    private static <E extends Exception> E undeclared(Exception exception) throws E {
        throw (E) exception;
    }
}
