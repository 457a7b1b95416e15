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
        region.show(List.of("one", "two", "three"));
        time.advance(Duration.ofSeconds(1));
        region.show(List.of("1", "two more"));

        assertThat(screen()).containsExactly("1", "two more", "");
    }

    @Test
    void drawsAtMostTenTimesASecond() {
        region.show(List.of("first"));
        time.advance(Duration.ofMillis(99));
        region.show(List.of("second"));
        assertThat(screen()).containsExactly("first", "");

        time.advance(Duration.ofMillis(1));
        region.show(List.of("second"));
        assertThat(screen()).containsExactly("second", "");
    }

    @Test
    void drawsOnlyWhatHasChanged() {
        region.show(List.of("one"));
        int length = terminal.size();
        time.advance(Duration.ofSeconds(1));
        region.show(List.of("one"));

        assertThat(terminal.size()).isEqualTo(length);
    }

    @Test
    void otherOutputErasesTheLines() {
        region.show(List.of("one", "two"));
        wrapped.println("a result");
        assertThat(screen()).containsExactly("a result", "");

        time.advance(Duration.ofSeconds(1));
        region.show(List.of("one", "two"));
        wrapped.write('!');
        wrapped.println();
        assertThat(screen()).containsExactly("a result", "!", "");
    }

    @Test
    void eraseLeavesNothing() {
        region.show(List.of("one", "two"));
        region.erase();
        region.erase();

        assertThat(screen()).containsExactly("");
    }

    @Test
    void aLineTakesOneRowOnANarrowerTerminal() {
        region.show(List.of("x".repeat(WIDTH + 5), "two"));
        time.advance(Duration.ofSeconds(1));
        region.show(List.of("y".repeat(WIDTH + 5)));

        assertThat(screen()).containsExactly("y".repeat(WIDTH), "");
    }
}
