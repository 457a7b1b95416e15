package io.github.devicebatch.http.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cache of the strings in one document, so that words that repeat share a string.
 *
 * <p>Keeps the last string of each of 64 hashes: its memory is bounded, whatever the document contains. Not thread-safe.
 */
final class StringCache {

    private static final int SLOTS = 64;

    private final byte[] document;
    private final String[] strings = new String[SLOTS];
    private final int[] starts = new int[SLOTS];

    StringCache(byte[] document) {
        this.document = document;
    }

    /** Returns the string of the bytes from {@code from} to {@code to}, exclusive. All of them must be ASCII. */
    String get(int from, int to) {
        if (from == to) {
            return "";
        }
        int slot = slot(from, to);
        String cached = strings[slot];
        if (cached != null
                && Arrays.equals(document, from, to, document, starts[slot], starts[slot] + cached.length())) {
            return cached;
        }
        String text = new String(document, from, to - from, StandardCharsets.ISO_8859_1);
        strings[slot] = text;
        starts[slot] = from;
        return text;
    }

    /** Hashes the length and two bytes. A collision costs one more string. */
    private int slot(int from, int to) {
        return (to - from) * 5 + document[from] * 3 + document[to - 1] & SLOTS - 1;
    }
}
