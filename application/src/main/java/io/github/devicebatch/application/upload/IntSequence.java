package io.github.devicebatch.application.upload;

import java.util.Arrays;

/** Growing sequence of integers. Not thread-safe. */
final class IntSequence {

    private int[] values = new int[64];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }
}
