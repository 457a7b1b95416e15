package io.github.devicebatch.http.credential;

import java.util.Arrays;

/**
 * Sequence of bytes to search for, by the algorithm of Franek, Jennings and Smyth. Immutable.
 *
 * <p>It skips like Horspool's and Sunday's algorithms, so it reads only a few bytes of a usual text. It continues like that of Knuth,
 * Morris and Pratt, so the time is linear in the worst text too.
 *
 * @see <a href="https://doi.org/10.1016/j.jda.2006.11.005">A simple fast hybrid pattern-matching algorithm</a>
 */
final class BytePattern {

    private final byte[] pattern;

    /** Distance to move for the byte behind the window. */
    private final int[] shifts = new int[1 << Byte.SIZE];

    /** Number of bytes that still match after a mismatch at an index; -1 if not even the byte at the mismatch can. */
    private final int[] borders;

    /** Creates the pattern, which must not be empty. */
    BytePattern(byte[] pattern) {
        this.pattern = pattern.clone();
        this.borders = borders(pattern);
        Arrays.fill(shifts, pattern.length + 1);
        for (int index = 0; index < pattern.length; index++) {
            shifts[pattern[index] & 0xFF] = pattern.length - index;
        }
    }

    private static int[] borders(byte[] pattern) {
        int[] borders = new int[pattern.length];
        borders[0] = -1;
        int border = 0;
        for (int index = 1; index < pattern.length; index++) {
            boolean same = pattern[index] == pattern[border];
            borders[index] = same ? borders[border] : border;
            while (border >= 0 && pattern[index] != pattern[border]) {
                border = borders[border];
            }
            border++;
        }
        return borders;
    }

    /** Returns whether the pattern occurs in the first {@code length} bytes of {@code text}. */
    boolean occursIn(byte[] text, int length) {
        int matched = 0;
        int last = pattern.length - 1;
        for (int end = last; end < length; ) {
            if (matched == 0) {
                end = endOfCandidate(text, length, end);
                if (end >= length) {
                    return false;
                }
            }
            int index = end - last + matched;
            while (matched <= last && text[index] == pattern[matched]) {
                index++;
                matched++;
            }
            if (matched > last) {
                return true;
            }
            matched = borders[matched];
            end = index + last - matched;
            matched = Math.max(matched, 0);
        }
        return false;
    }

    /** Returns the first end of a window, from {@code end}, whose last byte matches; {@code length} or more if there is none. */
    private int endOfCandidate(byte[] text, int length, int end) {
        byte last = pattern[pattern.length - 1];
        int candidate = end;
        while (candidate < length && text[candidate] != last) {
            candidate += candidate + 1 < length ? shifts[text[candidate + 1] & 0xFF] : 1;
        }
        return candidate;
    }
}
