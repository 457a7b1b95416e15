package io.github.devicebatch.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Screen;
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
    private final LiveRegion lines = new LiveRegion(new PrintStream(terminal, true, UTF_8), time);
    private final PrintStream around = new PrintStream(lines.wrap(terminal), true, UTF_8);

    private List<String> screen() {
        return Screen.after(terminal.toString(UTF_8), WIDTH);
    }

    @Test
    void drawsInPlace() {
        lines.show(List.of("one", "two", "three"));
        time.advance(Duration.ofSeconds(1));
        lines.show(List.of("1", "two more"));

        assertThat(screen()).containsExactly("1", "two more", "");
    }

    @Test
    void drawsAtMostTenTimesASecondAndTheLastStateInTheEnd() {
        lines.show(List.of("first"));
        time.advance(Duration.ofMillis(99));
        lines.show(List.of("second"));
        assertThat(screen()).containsExactly("first", "");

        time.advance(Duration.ofMillis(1));
        lines.show(List.of("second"));
        assertThat(screen()).containsExactly("second", "");
    }

    @Test
    void writesNothingThatIsThereAlready() {
        lines.show(List.of("one"));
        int length = terminal.size();
        time.advance(Duration.ofSeconds(1));
        lines.show(List.of("one"));

        assertThat(terminal.size()).isEqualTo(length);
    }

    @Test
    void makesRoomForWhatElseIsWritten() {
        lines.show(List.of("one", "two"));
        around.println("a result");
        assertThat(screen()).containsExactly("a result", "");

        time.advance(Duration.ofSeconds(1));
        lines.show(List.of("one", "two"));
        around.write('!');
        around.println();
        assertThat(screen()).containsExactly("a result", "!", "");
    }

    @Test
    void leavesNothingBehind() {
        lines.show(List.of("one", "two"));
        lines.erase();
        lines.erase();

        assertThat(screen()).containsExactly("");
    }

    @Test
    void staysInPlaceOnATerminalThatIsNarrowerThanItSays() {
        lines.show(List.of("x".repeat(WIDTH + 5), "two"));
        time.advance(Duration.ofSeconds(1));
        lines.show(List.of("y".repeat(WIDTH + 5)));

        assertThat(screen()).containsExactly("y".repeat(WIDTH), "");
    }
}
