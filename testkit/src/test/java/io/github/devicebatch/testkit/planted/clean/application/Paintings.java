package io.github.devicebatch.testkit.planted.clean.application;

import io.github.devicebatch.testkit.planted.clean.domain.Colour;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.random.RandomGenerator;

/** Waits for what another thread gives and for its end, and leaves something to chance. */
public record Paintings(BlockingQueue<Colour> colours, Thread painter, RandomGenerator random) {

    public List<Colour> last() throws InterruptedException {
        painter.join();
        return random.nextBoolean() ? List.of() : List.of(colours.take());
    }
}
