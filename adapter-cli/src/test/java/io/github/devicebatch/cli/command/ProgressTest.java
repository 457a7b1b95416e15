package io.github.devicebatch.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.application.UnavailabilityCause;
import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.terminal.ClockFormat;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.testkit.Answers;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Duration LONG = Duration.ofMillis(3_500);

    private final ManualTime time = ManualTime.start();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StatusProgress progress = new StatusProgress(
            new Messages(new PrintStream(err, false, UTF_8), TextStyle.PLAIN, Messages.Verbosity.PROBLEMS),
            new UnavailableText(new ClockFormat(time, ZoneId.of("Europe/Paris"))),
            time);

    @Test
    void tellsOfALongPauseThatNoAttemptHasAnnounced() throws InterruptedException {
        progress.pause(LONG);
        progress.pause(Duration.ofSeconds(2));

        assertThat(err.toString(UTF_8)).isEqualTo("waiting 3.5s because of --rate\n");
        assertThat(time.pauses()).containsExactly(LONG, Duration.ofSeconds(2));
    }

    @Test
    void tellsOnceOfAPauseThatAnAttemptHasAnnounced() throws InterruptedException {
        progress.attempted(Batches.REFERENCE, 1, Answers.unavailable(UnavailabilityCause.TIMED_OUT), Optional.of(LONG));
        progress.pause(LONG);

        assertThat(err.toString(UTF_8)).isEqualTo("Partner Center was too slow; retrying in 3.5s\n");
    }

    @Test
    void tellsOnceWhatHoldsUpAllQuestionsAlike() throws InterruptedException {
        for (int number = 0; number < 3; number++) {
            progress.attempted(
                    Batches.numbered(number), 1, Answers.throttled(Duration.ofSeconds(57)), Optional.of(LONG));
            time.advance(Duration.ofMillis(50));
        }
        assertThat(err.toString(UTF_8)).isEqualTo("throttled by Partner Center until 10:00:57; waiting\n");

        time.advance(Duration.ofMinutes(1));
        err.reset();
        for (int number = 0; number < 4; number++) {
            progress.pause(LONG);
        }
        assertThat(err.toString(UTF_8)).isEqualTo("waiting 3.5s because of --rate\n");
    }

    @Test
    void tellsWhyTheNextQuestionWaits() throws InterruptedException {
        progress.attempted(Batches.REFERENCE, 1, Answers.throttled(Duration.ofSeconds(57)), Optional.empty());
        progress.pause(Duration.ofSeconds(57));

        assertThat(err.toString(UTF_8)).isEqualTo("throttled by Partner Center until 10:00:57; waiting\n");
    }
}
