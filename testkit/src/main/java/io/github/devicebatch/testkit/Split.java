package io.github.devicebatch.testkit;

/** Sends {@code whole} in two segments, the first of which has {@code length} bytes. */
record Split(Response whole, int length) implements Reply {

    Split {
        length = Response.checked(length);
    }
}
