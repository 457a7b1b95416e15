package io.github.devicebatch.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.TerminalScreen;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveRegionTest {

    private static final int WIDTH = 12;

    private final ManualTime time = ManualTime.start();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final LiveRegion region = new LiveRegion(new PrintStream(terminal, true, UTF_8), time);
    private final PrintStream wrapped = new PrintStream(region.wrap(terminal), true, UTF_8);

    private List<String> screen() {
        return TerminalScreen.after(terminal.toString(UTF_8), WIDTH);
    }

    @Test
    void drawsInPlace() {
        region.update(() -> List.of("one", "two", "three"));
        time.advance(Duration.ofSeconds(1));
        region.update(() -> List.of("1", "two more"));

        assertThat(screen()).containsExactly("1", "two more", "");
    }

    @Test
    void drawsAtMostTenTimesASecond() {
        region.update(() -> List.of("first"));
        time.advance(Duration.ofMillis(99));
        region.update(() -> List.of("second"));
        assertThat(screen()).containsExactly("first", "");

        time.advance(Duration.ofMillis(1));
        region.update(() -> List.of("second"));
        assertThat(screen()).containsExactly("second", "");
    }

    @Test
    void drawsOnlyWhatHasChanged() {
        region.update(() -> List.of("one"));
        int length = terminal.size();
        time.advance(Duration.ofSeconds(1));
        region.update(() -> List.of("one"));

        assertThat(terminal.size()).isEqualTo(length);
    }

    @Test
    void otherOutputErasesTheLines() {
        region.update(() -> List.of("one", "two"));
        wrapped.println("a result");
        assertThat(screen()).containsExactly("a result", "");

        time.advance(Duration.ofSeconds(1));
        region.update(() -> List.of("one", "two"));
        wrapped.write('!');
        wrapped.println();
        assertThat(screen()).containsExactly("a result", "!", "");
    }

    /** Otherwise the lines would be gone for most of the time while results arrive fast. */
    @Test
    void theSameLinesAreDrawnAgainAtOnceAfterOtherOutput() {
        region.update(() -> List.of("one", "two"));
        for (int result = 1; result <= 3; result++) {
            wrapped.println("result " + result);
            region.update(() -> List.of("too early", "for these"));
        }

        assertThat(screen()).containsExactly("result 1", "result 2", "result 3", "one", "two", "");
    }

    @Test
    void otherLinesAreNotComputedTooEarly() {
        region.update(() -> List.of("one"));
        wrapped.println("a result");
        region.update(() -> {
            throw new AssertionError("computed");
        });

        assertThat(screen()).containsExactly("a result", "one", "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noLinesAreNoRow(boolean erased) {
        wrapped.println("a result");
        region.update(() -> List.of("one", "two"));
        if (erased) {
            wrapped.println("another");
        }
        List<String> results =
                screen().stream().filter(line -> line.startsWith("a")).toList();
        for (int update = 0; update < 3; update++) {
            time.advance(Duration.ofSeconds(1));
            region.update(List::of);
        }

        assertThat(screen()).startsWith(results.toArray(String[]::new)).hasSize(results.size() + 1);
    }

    @Test
    void closeLeavesNothing() {
        region.update(() -> List.of("one", "two"));
        region.close();
        region.close();
        time.advance(Duration.ofSeconds(1));
        region.update(() -> List.of("one", "two"));

        assertThat(screen()).containsExactly("");
    }

    @Test
    void aLineTakesOneRowOnANarrowerTerminal() {
        region.update(() -> List.of("x".repeat(WIDTH + 5), "two"));
        time.advance(Duration.ofSeconds(1));
        region.update(() -> List.of("y".repeat(WIDTH + 5)));

        assertThat(screen()).containsExactly("y".repeat(WIDTH), "");
    }
}
