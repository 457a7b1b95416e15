package io.github.devicebatch.cli;

/** A number and what it counts. */
final class Plural {

    private Plural() {}

    static String of(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
