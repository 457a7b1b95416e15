package io.github.devicebatch.testkit;

/** What becomes of a connection whose response was broken off. */
enum Ending {
    /** Nothing more is sent until the client leaves or the fake is closed. */
    STALL,
    /** It is closed in good order. */
    CLOSE,
    /** It is reset: what was sent and not yet read may be lost. */
    RESET
}
