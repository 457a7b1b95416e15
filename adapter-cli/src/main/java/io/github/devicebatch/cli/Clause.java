package io.github.devicebatch.cli;

/** A sentence that another part is to follow: without its full stop. */
final class Clause {

    private Clause() {}

    static String of(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
