package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.FakePartnerCenter;
import io.github.devicebatch.testkit.Reply;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person sees who sits at a terminal of 80 columns: after every write, and in the end. */
class WaitTerminalTest {

    private static final int WIDTH = 80;
    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();
    private final Trial trial = Trial.asking(partnerCenter).ticking().on(StandardStream.OUT, StandardStream.ERR);
    private final List<List<String>> frames = new ArrayList<>();

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @Test
    void showsWhereABatchStandsAndNothingOfThatInTheEnd() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.queued())
                .then(Batches.processing())
                .then(Batches.finishedWithOneFailure());

        List<String> end = screenAfter("wait", REFERENCE);

        assertThat(shownLines())
                .contains("0127ed8e…  not answered yet; asking")
                .anyMatch(line -> line.matches("0127ed8e…  queued for 0s; next at 09:00:0\\d UTC"))
                .anyMatch(line -> line.matches("0127ed8e…  processing for 0s, 1 of 3 settled; next at 09:00:1\\d UTC"));
        assertThat(end).startsWith("some failed     " + REFERENCE).noneMatch(line -> line.contains("0127ed8e…"));
    }

    @Test
    void tellsAFewBatchesApartByAsMuchAsThatTakes() {
        List<BatchReference> batches =
                IntStream.range(0, WaitView.FEW).mapToObj(Batches::numbered).toList();
        batches.forEach(batch -> partnerCenter
                .script(batch)
                .then(Batches.queued(batch.tracking()))
                .then(Batches.finished(batch.tracking())));

        List<String> end = screenAfter(waiting(WaitView.FEW));

        assertThat(frames.stream().map(frame -> String.join("\n", frame)))
                .anyMatch(frame -> Pattern.compile("^all registered  c0570000-(?s:.*)\n\n"
                                + "(ba7c0000-0000-4000-8000-00000000000\\d  queued for \\ds; .*\n)+"
                                + "\\ds  \\d of 5 done: \\d all registered; \\d queued\n$")
                        .matcher(frame)
                        .find());
        assertThat(end).endsWith("5 batches: 5 all registered", "").noneMatch(line -> line.contains("queued"));
    }

    @Test
    void showsManyBatchesInOneLine() {
        IntStream.range(0, 200)
                .mapToObj(Batches::numbered)
                .forEach(batch -> partnerCenter
                        .script(batch)
                        .then(Batches.queued(batch.tracking()))
                        .then(Batches.finished(batch.tracking())));

        trial.terminals.remove(StandardStream.OUT);
        screenAfter(waiting(200));

        assertThat(shownLines())
                .contains("0s  0 of 200 done; 200 not answered yet")
                .anyMatch(line -> line.matches("\\d+s  0 of 200 done; 200 queued"))
                .anyMatch(line -> line.matches("\\d+s  \\d+ of 200 done: \\d+ all registered; \\d+ queued"));
        assertThat(frames)
                .noneMatch(frame -> frame.stream()
                                .filter(line -> line.contains(" of 200 done"))
                                .count()
                        > 1);
    }

    @Test
    void cutsALineAtTheWidthOfTheTerminal() {
        partnerCenter.script(Batches.REFERENCE).then(Batches.processing()).then(Batches.finished());

        screenAfter("wait", REFERENCE);
        trial.with("COLUMNS", "30");
        screenAfter("wait", REFERENCE);

        assertThat(shownLines()).contains("0127ed8e…  not answered yet;…");
    }

    @Test
    void saysWhatKeepsTheServiceWhileItDoes() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Reply.throttled(Duration.ofSeconds(57)))
                .then(Batches.queued())
                .then(Batches.finished());

        screenAfter("wait", REFERENCE);

        assertThat(frames)
                .contains(List.of(
                        "0127ed8e…  not answered yet",
                        "throttled by Partner Center until 09:00:57 UTC (for 0s now)",
                        ""))
                .anyMatch(frame -> frame.size() == 2 && frame.getFirst().contains("queued for 0s"));
    }

    @Test
    void keepsWhatIsToldOnceAboveWhatIsDrawnInPlace() {
        partnerCenter
                .script(Batches.REFERENCE)
                .then(Batches.processing())
                .then(Batches.queued())
                .then(Batches.finished());

        List<String> end = screenAfter("wait", REFERENCE);

        assertThat(frames)
                .anyMatch(frame -> frame.size() > 2
                        && frame.getFirst().startsWith("note: ")
                        && frame.get(frame.size() - 2).startsWith("0127ed8e…  queued for"));
        assertThat(String.join("", end))
                .startsWith("note: " + REFERENCE + ": the batch went back from processing to queued");
    }

    @Test
    void saysWhatItCameToWhereTheResultsGoElsewhere() {
        trial.terminals.remove(StandardStream.OUT);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        Ran ran = trial.run("wait", REFERENCE, "-o", "json");

        assertThat(ran.out()).startsWith("{").doesNotContain("\u001b");
        assertThat(Screen.after(ran.err(), WIDTH))
                .hasSize(2)
                .first()
                .asString()
                .matches("1 batch: 1 all registered after \\ds");
    }

    @ParameterizedTest
    @CsvSource({"CI, true", "TERM, dumb"})
    void drawsNothingWhereSomebodyKeepsALog(String variable, String value) {
        trial.with(variable, value);
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        assertThat(trial.run("wait", REFERENCE, "--color=never").err())
                .contains(REFERENCE + ": queued\n")
                .doesNotContain("\u001b");
    }

    @Test
    void drawsWithoutColourWhereNoneIsWanted() {
        trial.with("NO_COLOR", "1");
        partnerCenter.script(Batches.REFERENCE).then(Batches.queued()).then(Batches.finished());

        Ran ran = trial.run("wait", REFERENCE);

        assertThat(ran.err()).contains("0127ed8e…  queued").doesNotContainPattern("\u001b\\[\\d*m");
        assertThat(ran.out()).doesNotContain("\u001b");
    }

    private List<String> screenAfter(String... arguments) {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Screen screen = new Screen(1_000);
        PrintStream stream = new PrintStream(terminal, true, UTF_8) {
            @Override
            public void flush() {
                super.flush();
                screen.write(terminal.toString(UTF_8));
                terminal.reset();
                frames.add(screen.lines());
            }
        };
        boolean both = trial.terminals.contains(StandardStream.OUT);
        new Invocation(trial.surroundings(both ? stream : OutputStream.nullOutputStream(), stream)).run(arguments);
        return screen.lines();
    }

    private Stream<String> shownLines() {
        return frames.stream().flatMap(List::stream);
    }

    private static String[] waiting(int batches) {
        IntFunction<String> reference = number -> Batches.numbered(number).toString();
        return Stream.concat(
                        Stream.of("wait", "--concurrency=1", "--rate=none"),
                        IntStream.range(0, batches).mapToObj(reference))
                .toArray(String[]::new);
    }
}
