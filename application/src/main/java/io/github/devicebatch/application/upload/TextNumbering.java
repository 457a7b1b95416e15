package io.github.devicebatch.application.upload;

import java.util.Arrays;

/**
 * Numbering of distinct texts from 0, in the order of their first occurrence. ASCII letters are equal in upper and lower case.
 *
 * <p>The texts are stored in one array, because a map of strings needs several times the memory. Not thread-safe.
 */
final class TextNumbering {

    /** Number of a text that was never added. */
    static final int NONE = -1;

    private static final int FREE = 0;
    private static final int CASE_BIT = 0x20;

    private char[] characters = new char[1_024];
    private int[] ends = new int[64];
    private int[] slots = new int[128];
    private int count;

    /** Returns the number of {@code text}, which is added if it is new. */
    int add(String text) {
        int slot = slot(text);
        if (slots[slot] != FREE) {
            return slots[slot] - 1;
        }
        if (2 * (count + 2) > slots.length) {
            enlarge();
            slot = slot(text);
        }
        append(text);
        slots[slot] = count;
        return count - 1;
    }

    /** Returns the number of {@code text}, or {@link #NONE}. */
    int find(String text) {
        return slots[slot(text)] - 1;
    }

    /** Returns the text as it was first added. */
    String text(int number) {
        return new String(characters, start(number), ends[number] - start(number));
    }

    int size() {
        return count;
    }

    private void append(String text) {
        int start = start(count);
        if (start + text.length() > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(2 * characters.length, start + text.length()));
        }
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        text.getChars(0, text.length(), characters, start);
        ends[count++] = start + text.length();
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    /** Returns the slot that has {@code text}, or the free one for it. */
    private int slot(String text) {
        int slot = mixed(hash(text)) & slots.length - 1;
        while (slots[slot] != FREE && !matches(slots[slot] - 1, text)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean matches(int number, String text) {
        int start = start(number);
        if (ends[number] - start != text.length()) {
            return false;
        }
        for (int index = 0; index < text.length(); index++) {
            if (upper(characters[start + index]) != upper(text.charAt(index))) {
                return false;
            }
        }
        return true;
    }

    private void enlarge() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < count; number++) {
            slots[slot(text(number))] = number + 1;
        }
    }

    private static int hash(String text) {
        int hash = 0;
        for (int index = 0; index < text.length(); index++) {
            hash = 31 * hash + upper(text.charAt(index));
        }
        return hash;
    }

    private static int mixed(int hash) {
        int mixed = hash * 0x9E37_79B9;
        return mixed ^ mixed >>> 16;
    }

    private static char upper(char character) {
        return character >= 'a' && character <= 'z' ? (char) (character - CASE_BIT) : character;
    }
}
