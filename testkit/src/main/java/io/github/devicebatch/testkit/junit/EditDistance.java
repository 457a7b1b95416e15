package io.github.devicebatch.testkit.junit;

import java.util.Locale;
import java.util.stream.IntStream;

/** How many letters have to be put in, left out or changed to make one text of another. Case is nothing. */
final class EditDistance {

    private EditDistance() {}

    static int of(String one, String another) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = another.toLowerCase(Locale.ROOT);
        int[] distances = IntStream.rangeClosed(0, to.length()).toArray();
        for (int row = 0; row < from.length(); row++) {
            int diagonal = distances[0];
            distances[0] = row + 1;
            for (int column = 0; column < to.length(); column++) {
                int changed = diagonal + (from.charAt(row) == to.charAt(column) ? 0 : 1);
                diagonal = distances[column + 1];
                distances[column + 1] = Math.min(changed, 1 + Math.min(diagonal, distances[column]));
            }
        }
        return distances[to.length()];
    }
}
