package io.github.devicebatch.cli;

/** How the wait for one batch ended. */
enum Ending {
    /** The service is done with it. */
    COMPLETED,
    /** The time was up. */
    TIMED_OUT,
    /** Asking again was no use. */
    GAVE_UP,
    /** Another batch was to be the last one. */
    STOPPED,
    /** A person or the system ended the command. */
    INTERRUPTED
}
