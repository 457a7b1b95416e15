package io.github.devicebatch.application.support;

import static io.github.devicebatch.application.support.Answers.batch;

import io.github.devicebatch.domain.BatchReference;
import java.util.Iterator;

/** A source of batches that counts those which have been taken and not been reported. */
public final class BatchSource implements Iterator<BatchReference> {

    private final int number;
    private int taken;
    public int told;
    public int most;

    public BatchSource(int number) {
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
