package io.github.devicebatch.testkit;

/** Decides what happens to a request. Implementations are thread-safe. */
@FunctionalInterface
interface Responder {

    /** Answers {@code request}, which came on the connection numbered {@code connection}, from 1. */
    Reply answer(Request request, int connection);
}
