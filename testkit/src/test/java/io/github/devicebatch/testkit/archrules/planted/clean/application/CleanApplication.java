package io.github.devicebatch.testkit.archrules.planted.clean.application;

import io.github.devicebatch.testkit.archrules.planted.clean.domain.CleanDomain.Colour;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.random.RandomGenerator;

/** An application that keeps all rules. */
public record CleanApplication() {

    /** Reads a clock that is passed in. */
    public record Colours(Clock clock, InstantSource time) {

        public Instant seen(Colour colour) {
            return colour.name().isEmpty() ? Instant.now(clock) : time.instant();
        }
    }

    /** Waits without a timeout, and uses a random generator that is passed in. */
    public record Paintings(BlockingQueue<Colour> colours, Thread painter, RandomGenerator random) {

        public List<Colour> last() throws InterruptedException {
            painter.join();
            return random.nextBoolean() ? List.of() : List.of(colours.take());
        }
    }
}
