package io.github.devicebatch.testkit;

/** Where the bytes of a response are counted from. */
enum Origin {
    /** From the first byte of the status line. */
    RESPONSE,
    /** From the first byte behind the head. */
    BODY;

    /** Gives the number of bytes before the first that counts. */
    int in(Wire wire) {
        return this == BODY ? wire.bodyStart() : 0;
    }
}
