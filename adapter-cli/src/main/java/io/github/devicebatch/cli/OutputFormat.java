package io.github.devicebatch.cli;

/** What {@code --output} asks for. */
enum OutputFormat {
    TABLE,
    JSON,
    JSONL,
    CSV;

    /** Gives the word as it is typed. */
    @Override
    public String toString() {
        return Typed.word(this);
    }
}
