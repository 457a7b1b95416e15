package io.github.devicebatch.application;

import static io.github.devicebatch.application.Replies.batch;

import io.github.devicebatch.domain.BatchReference;
import java.util.Iterator;

/** A source that measures how many batches have been taken and not been told about. */
final class Ahead implements Iterator<BatchReference> {

    private final int number;
    private int taken;
    int told;
    int most;

    Ahead(int number) {
        this.number = number;
    }

    @Override
    public boolean hasNext() {
        return taken < number;
    }

    @Override
    public BatchReference next() {
        taken++;
        most = Math.max(most, taken - told);
        return batch(1, taken);
    }
}
