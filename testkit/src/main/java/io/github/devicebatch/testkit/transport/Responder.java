package io.github.devicebatch.testkit.transport;

import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.http.Request;

/** Decides what happens to a request. Implementations are thread-safe. */
@FunctionalInterface
public interface Responder {

    /** Answers {@code request}, which came on the connection numbered {@code connection}, from 1. */
    Reply answer(Request request, int connection);
}
