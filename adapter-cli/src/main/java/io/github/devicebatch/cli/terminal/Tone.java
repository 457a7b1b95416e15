package io.github.devicebatch.cli.terminal;

/** What a word means for the one who reads it; a colour says the same once more. */
public enum Tone {
    /** All is as it should be. */
    GOOD,
    /** Not decided, or not known. */
    OPEN,
    /** Something has to be done. */
    BAD
}
