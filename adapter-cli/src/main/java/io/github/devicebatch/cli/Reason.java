package io.github.devicebatch.cli;

/**
 * Why something is refused, and what helps.
 *
 * @param meaning what it means, in half a sentence
 * @param remedy what to try, in half a sentence
 */
record Reason(String meaning, String remedy) {}
