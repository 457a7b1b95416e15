package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.CommandTester;
import io.github.devicebatch.cli.support.TerminalRunner;
import io.github.devicebatch.cli.terminal.StandardStream;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Output on a terminal of 80 columns, after every write and at the end. */
@ExtendWith(FakePartnerCenterExtension.class)
class LiveProgressTest {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter;
    private final TerminalRunner terminal;

    LiveProgressTest(FakePartnerCenter partnerCenter) {
        this.partnerCenter = partnerCenter;
        this.terminal = new TerminalRunner(CommandTester.asking(partnerCenter));
    }

    @Test
    void showsTheProgressOfABatchAndErasesItAtTheEnd() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Batches.processing())
                .then(Batches.finishedWithOneFailure());

        List<String> end = terminal.screenAfter("wait", REFERENCE);

        assertThat(terminal.shownLines())
                .contains("0127ed8e…  no answer yet; requesting")
                .anyMatch(line -> line.matches("0127ed8e…  queued for 0s; next poll in [4-6]s"))
                .anyMatch(line ->
                        line.matches("0127ed8e…  processing for 0s, 1 of 3 processed \\(33%\\); next poll in [6-9]s"))
                .anyMatch(line ->
                        line.matches("0127ed8e…  processing for [3-9]s, 1 of 3 processed \\(33%\\); next poll in 1s"));
        assertThat(end)
                .startsWith("some failed     " + Batches.TRACKING, "  customer " + Batches.CUSTOMER)
                .noneMatch(line -> line.contains("0127ed8e…"));
    }

    @Test
    void labelsOfAFewBatchesAreDistinct() {
        List<BatchReference> batches =
                IntStream.range(0, ProgressView.FEW).mapToObj(Batches::numbered).toList();
        batches.forEach(batch -> partnerCenter
                .script(batch)
                .then(Batches.queued(batch.tracking()))
                .then(Batches.finished(batch.tracking())));

        List<String> end = terminal.screenAfter(waiting(ProgressView.FEW));

        assertThat(terminal.frames().stream().map(frame -> String.join("\n", frame)))
                .anyMatch(frame -> Pattern.compile("^all registered  ba7c0000-(?s:.*)\n\n"
                                + "(ba7c0000-0000-4000-8000-00000000000\\d  queued for \\ds; .*\n)+"
                                + "\\ds  \\d of 5 batches done \\(\\d+%\\); \\d+ of \\d+ devices \\(\\d+%\\)\n"
                                + "  \\d all registered; \\d queued\n"
                                + "  [0-9.]+ batches/(min|s), about \\d+s left\n$")
                        .matcher(frame)
                        .find());
        assertThat(end).endsWith("5 batches: 5 all registered", "").noneMatch(line -> line.contains("queued"));
    }

    @Test
    void summarizesManyBatches() {
        IntStream.range(0, 200)
                .mapToObj(Batches::numbered)
                .forEach(batch -> partnerCenter
                        .script(batch)
                        .then(Batches.queued(batch.tracking()))
                        .then(Batches.finished(batch.tracking())));

        terminal.tester().terminals.remove(StandardStream.OUT);
        terminal.screenAfter(waiting(200));

        assertThat(terminal.shownLines())
                .contains("0s  0 of 200 batches done (0%)", "  200 no answer yet", "  200 queued")
                .anyMatch(line -> line.matches("  next poll in \\ds"))
                .anyMatch(line ->
                        line.matches("\\d+s  \\d+ of 200 batches done \\(\\d+%\\); \\d+ of \\d+ devices \\(100%\\)"))
                .anyMatch(line -> line.matches("  \\d+ all registered; \\d+ queued"))
                .anyMatch(line -> line.matches("  [0-9.]+ batches/s, about \\d+s left; .*"));
        assertThat(terminal.frames())
                .noneMatch(frame -> frame.stream()
                                .filter(line -> line.contains(" of 200 batches done"))
                                .count()
                        > 1);
    }

    @Test
    void cutsLinesToTheWidthOfTheTerminal() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Batches.finished());

        terminal.screenAfter("wait", REFERENCE);
        terminal.tester().with("COLUMNS", "30");
        terminal.screenAfter("wait", REFERENCE);

        assertThat(terminal.shownLines()).contains("0127ed8e…  no answer yet; re…");
    }

    @Test
    void showsAnOutageWhileItLasts() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Batches.queued())
                .then(Batches.finished());

        terminal.screenAfter("wait", REFERENCE);

        assertThat(terminal.frames())
                .contains(List.of(
                        "0127ed8e…  no answer yet",
                        "throttled by Partner Center (HTTP 429) until 09:00:57 UTC (for 0s)",
                        ""))
                .anyMatch(frame -> frame.size() == 2 && frame.getFirst().contains("queued for 0s"));
    }

    @Test
    void keepsNotesAboveTheLiveRegion() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Batches.queued())
                .then(Batches.finished());

        List<String> end = terminal.screenAfter("wait", REFERENCE);

        assertThat(terminal.frames())
                .anyMatch(frame -> frame.size() > 2
                        && frame.getFirst().startsWith("note: ")
                        && frame.get(frame.size() - 2).startsWith("0127ed8e…  queued for"));
        assertThat(String.join("", end))
                .startsWith("note: " + REFERENCE + ": the batch went back from processing to queued");
    }

    private static String[] waiting(int batches) {
        IntFunction<String> reference = number -> Batches.numbered(number).toString();
        return Stream.concat(
                        Stream.of("wait", "--concurrency=1", "--rate=none"),
                        IntStream.range(0, batches).mapToObj(reference))
                .toArray(String[]::new);
    }

    @Nested
    class Labels {

        @Test
        void haveEightCharactersIfThatIsEnough() {
            assertThat(label(Batches.REFERENCE)).isEqualTo("0127ed8e…");
            assertThat(label(Batches.REFERENCE, Batches.numbered(1))).isEqualTo("0127ed8e…");
        }

        @Test
        void haveAsManyGroupsAsAreNeeded() {
            BatchReference near = BatchReference.parse(Batches.CUSTOMER + "/0127ed8e-ff72-4983-0000-e8d8bd378932");

            assertThat(label(Batches.REFERENCE, near)).isEqualTo("0127ed8e-ff72-4983-a3d8…");
        }

        @Test
        void haveTheWholeIdIfNothingLessIsDistinct() {
            assertThat(label(Batches.numbered(1), Batches.numbered(2)))
                    .isEqualTo("ba7c0000-0000-4000-8000-000000000001");
            assertThat(label(Batches.REFERENCE, Batches.anotherCustomersBatch()))
                    .isEqualTo("0127ed8e-ff72-4983-a3d8-e8d8bd378932");
        }

        private static String label(BatchReference first, BatchReference... others) {
            List<BatchReference> all = new ArrayList<>(List.of(others));
            all.add(first);
            return LiveProgress.Labels.of(all).label(first);
        }
    }
}
