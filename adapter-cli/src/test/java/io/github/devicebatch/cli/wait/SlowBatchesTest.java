package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.domain.BatchState;
import io.github.devicebatch.domain.BatchStatus;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.Devices;
import io.github.devicebatch.testkit.ManualTime;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notes of a wait about batches that take longer than normal, in virtual time. */
@ExtendWith(FakePartnerCenterExtension.class)
class SlowBatchesTest {

    private static final BatchReference SLOW = Batches.REFERENCE;

    private final FakePartnerCenter partnerCenter;
    private final CommandTester tester;

    SlowBatchesTest(FakePartnerCenter partnerCenter, ManualTime time) {
        this.partnerCenter = partnerCenter;
        this.tester = CommandTester.asking(partnerCenter, time).ticking();
    }

    /** Makes the service process a batch, of which it tells no times, for a while. */
    private void processing(BatchReference batch, Duration duration) {
        partnerCenter
                .timeline(batch)
                .from(Duration.ZERO, Batches.processing(batch.tracking()))
                .from(duration, finished(batch, Optional.empty()));
    }

    private static BatchStatus finished(BatchReference batch, Optional<Duration> took) {
        Instant started = Instant.parse("2026-01-05T08:00:00Z");
        return new BatchStatus(
                batch.tracking(),
                BatchState.Listed.FINISHED,
                took.map(duration -> started),
                took.map(started::plus),
                List.of(Devices.registered("SN-0001"), Devices.registered("SN-0002"), Devices.registered("SN-0003")),
                List.of());
    }

    private List<String> notes(BatchReference... batches) {
        String[] arguments = Stream.concat(
                        Stream.of("wait", "--concurrency=1", "--interval=5s", "--max-interval=5s"),
                        Stream.of(batches).map(BatchReference::toString))
                .toArray(String[]::new);
        return tester.run(arguments)
                .err()
                .lines()
                .filter(line -> line.startsWith("note: "))
                .toList();
    }

    private static BatchReference[] andOthers(int others) {
        return Stream.concat(Stream.of(SLOW), IntStream.range(0, others).mapToObj(Batches::numbered))
                .toArray(BatchReference[]::new);
    }

    @ParameterizedTest
    @CsvSource({"PT5M, PT1M, PT1M30S, PT1M20S", "PT5M, PT40S, PT50S, PT55S", "PT4M, PT1M, PT1M, PT1M"})
    void aBatchThatTakesLongerThanTwiceTheOthersIsNamedOnce(
            Duration slow, Duration first, Duration second, Duration third) {
        processing(SLOW, slow);
        processing(Batches.numbered(0), first);
        processing(Batches.numbered(1), second);
        processing(Batches.numbered(2), third);

        assertThat(notes(andOthers(3)))
                .singleElement()
                .asString()
                .matches("note: " + SLOW
                        + " \\(processing\\) takes longer than twice the \\S+( \\S+)? that the others took"
                        + " \\(median\\)\\. That can be normal .* Do not upload the devices again meanwhile\\. .*");
    }

    @ParameterizedTest
    @CsvSource({"PT3M, PT2M", "PT50S, PT10S"})
    void aBatchThatTakesALittleLongerIsNot(Duration slow, Duration other) {
        processing(SLOW, slow);
        processing(Batches.numbered(0), other);

        assertThat(notes(andOthers(1))).isEmpty();
    }

    @Test
    void theTimesOfTheServiceCountIfItTellsThem() {
        processing(SLOW, Duration.ofMinutes(5));
        BatchReference other = Batches.numbered(0);
        partnerCenter
                .timeline(other)
                .from(Duration.ZERO, Batches.processing(other.tracking()))
                .from(Duration.ofMinutes(1), finished(other, Optional.of(Duration.ofMinutes(4))));

        assertThat(notes(andOthers(1))).isEmpty();
    }

    @Test
    void aBatchThatWasFinalAlreadyIsNoMeasure() {
        processing(SLOW, Duration.ofMinutes(5));
        partnerCenter
                .script(Batches.numbered(0))
                .then(finished(Batches.numbered(0), Optional.of(Duration.ofSeconds(1))));

        assertThat(notes(andOthers(1))).isEmpty();
    }

    @Test
    void theDocumentedTimeCountsForQueuedBatchesToo() {
        partnerCenter
                .timeline(SLOW)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofMinutes(14), finished(SLOW, Optional.empty()));

        assertThat(notes(SLOW))
                .singleElement()
                .asString()
                .startsWith("note: " + SLOW + " (queued) takes longer than the documented 10 minutes. ");
    }

    @Test
    void manyBatchesAreSummedUp() {
        processing(SLOW, Duration.ofMinutes(12));
        IntStream.range(0, 7).forEach(number -> processing(Batches.numbered(number), Duration.ofMinutes(12)));

        assertThat(notes(andOthers(7)))
                .singleElement()
                .asString()
                .startsWith("note: 8 batches, such as " + SLOW + ", take longer than the documented 10 minutes. ");
    }

    @Test
    void anOutageIsNoSlowBatch() {
        partnerCenter
                .timeline(SLOW)
                .from(Duration.ZERO, Batches.queued())
                .from(Duration.ofSeconds(20), Reply.empty(503))
                .from(Duration.ofMinutes(14), finished(SLOW, Optional.empty()));

        assertThat(notes(SLOW)).isEmpty();
    }

    @Test
    void thereIsNoNoteWhenQuiet() {
        processing(SLOW, Duration.ofMinutes(12));

        assertThat(tester.run("wait", SLOW.toString(), "-q").err()).isEmpty();
    }
}
