package io.github.devicebatch.cli;

/** What {@code --color} asks for. */
enum ColorWhen {
    AUTO,
    ALWAYS,
    NEVER;

    /** Gives the word as it is typed. */
    @Override
    public String toString() {
        return Typed.word(this);
    }
}
