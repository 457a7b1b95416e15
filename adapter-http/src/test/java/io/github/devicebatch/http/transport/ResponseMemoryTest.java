package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.devicebatch.http.transport.ResponseMemory.LackOfMemoryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ResponseMemoryTest {

    private static final int MIB = 1 << 20;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ResponseMemory memory = new ResponseMemory(8 * MIB);
    private final ResponseMemory.Claim claim = memory.claim();

    @ParameterizedTest
    @CsvSource({"1, 8191", "1024, 8188", "1025, 8187", "1048576, 4096", "2097152, 0", "16777216, 0", "2147483647, 0"})
    void reservesFourTimesTheBodyAndAtMostAll(long length, int freeAfter) throws LackOfMemoryException {
        claim.reserve(length);

        assertThat(memory.freeKibibytes()).isEqualTo(freeAfter);
        claim.close();
        assertThat(memory.freeKibibytes()).isEqualTo(8192);
    }

    @Test
    void reservesForTheLongerBodyOnly() throws LackOfMemoryException {
        claim.reserve(MIB);
        claim.reserve(MIB / 2);
        claim.reserve(MIB + MIB / 2);

        assertThat(memory.freeKibibytes()).isEqualTo(2048);
    }

    /** A body of which only a part is decoded to values, and one that is all values. */
    @ParameterizedTest
    @CsvSource({"0, 7168", "10240, 7138", "1048576, 4096"})
    void reducesToWhatTheBodyAndItsValuesTake(int content, int freeAfter) throws LackOfMemoryException {
        claim.reserve(2 * MIB);

        assertThat(claim.reduceTo(body(MIB, content))).isEmpty();
        assertThat(memory.freeKibibytes()).isEqualTo(freeAfter);
    }

    @Test
    void everyByteButWhiteSpaceCounts() throws LackOfMemoryException {
        byte[] body = "\t\r\n ä{!".repeat(MIB / 8).getBytes(StandardCharsets.UTF_8);
        claim.reserve(2 * MIB);

        assertThat(claim.reduceTo(body)).isEmpty();
        assertThat(memory.freeKibibytes()).isEqualTo(8192 - 1024 - 3 * 512);
    }

    @Test
    void refusesAnAnswerThatNeedsMoreThanAll() throws LackOfMemoryException {
        claim.reserve(3 * MIB);

        assertThat(claim.reduceTo(body(3 * MIB, 3 * MIB)))
                .contains(
                        "the answer needs up to 12 MiB of memory; all answers together may take 8 MiB, a part of the heap"
                                + " of Java (-Xmx)");
    }

    @Test
    void aShortBodyNeedsNothing() {
        assertThat(new ResponseMemory(1).claim().reduceTo(body(ResponseMemory.SHORT_BODY, ResponseMemory.SHORT_BODY)))
                .isEmpty();
    }

    private static byte[] body(int length, int content) {
        return (" ".repeat(length - content) + "x".repeat(content)).getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"8388608, false", "8388609, true"})
    void knowsWhatItCanNeverHold(long allocated, boolean isRefused) {
        Optional<Throwable> refusal =
                Optional.ofNullable(catchThrowable(() -> claim.requireRoomFor(allocated, allocated)));

        assertThat(refusal.isPresent()).isEqualTo(isRefused);
        assertThat(refusal.stream()).allMatch(failure -> ((LackOfMemoryException) failure).isLasting());
    }

    @Test
    void waitsForWhatWasRefused() throws Exception {
        claim.reserve(2 * MIB);
        ResponseMemory.Claim other = memory.claim();
        assertRefused(other, MIB);

        FutureTask<Boolean> waiting = waiting(() -> other.await(LONG), 1);
        claim.close();

        assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(memory.freeKibibytes()).isEqualTo(4096);
    }

    @Test
    void endsTheWaitWithoutAReservation() throws Exception {
        claim.reserve(2 * MIB);
        ResponseMemory.Claim other = memory.claim();
        assertRefused(other, MIB);

        assertThat(other.await(Duration.ofMillis(1))).isFalse();
        assertThat(other.isReserved()).isFalse();
        claim.close();
        other.close();
        assertThat(memory.freeKibibytes()).isEqualTo(8192);
    }

    /** Each has a half and wants all: none holds its half while it waits for the other. */
    @Test
    void givesBackBeforeItWaits() throws Exception {
        ResponseMemory.Claim other = memory.claim();
        claim.reserve(MIB);
        other.reserve(MIB);
        assertRefused(claim, 2 * MIB);
        assertRefused(other, 2 * MIB);

        for (ResponseMemory.Claim each : List.of(claim, other)) {
            FutureTask<Boolean> waiting = new FutureTask<>(() -> each.await(LONG));
            Thread.ofVirtual().start(() -> {
                waiting.run();
                each.close();
            });
        }
        while (memory.freeKibibytes() < 8192) {
            Thread.onSpinWait();
        }
    }

    /** A short claim does not overtake a long one, which could starve otherwise. */
    @Test
    void servesInTheOrderOfArrival() throws Exception {
        claim.reserve(MIB);
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        ResponseMemory.Claim all = memory.claim();
        assertRefused(all, 2 * MIB);
        tasks.add(waiting(() -> all.await(LONG), 1));

        ResponseMemory.Claim small = memory.claim();
        assertRefused(small, 1_024);
        tasks.add(waiting(() -> small.await(LONG), 2));
        claim.close();

        assertThat(tasks.getFirst().get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(tasks.getLast()).isNotDone();
        all.close();
        assertThat(tasks.getLast().get(1, TimeUnit.MINUTES)).isTrue();
    }

    /** An exchange that was abandoned may still hand over a part of its response. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reservesNothingAfterItsEnd(boolean isReservedBefore) throws LackOfMemoryException {
        if (isReservedBefore) {
            claim.reserve(MIB);
        }
        claim.close();

        assertRefused(claim, MIB);
        claim.close();
        assertThat(memory.freeKibibytes()).isEqualTo(8192);
    }

    private static void assertRefused(ResponseMemory.Claim refused, long length) {
        assertThatThrownBy(() -> refused.reserve(length))
                .isInstanceOfSatisfying(
                        LackOfMemoryException.class,
                        lack -> assertThat(lack.isLasting()).isFalse());
    }

    private FutureTask<Boolean> waiting(Callable<Boolean> wait, int waitingThen) {
        FutureTask<Boolean> task = new FutureTask<>(wait);
        Thread.ofVirtual().start(task);
        while (memory.waiting() < waitingThen) {
            Thread.onSpinWait();
        }
        return task;
    }
}
