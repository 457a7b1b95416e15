package io.github.devicebatch.cli;

import java.io.PrintStream;

/**
 * Standard output, line by line. Java swallows the news that the reader has gone ({@code | head -1}), so it is asked for
 * after each line.
 */
final class Output {

    private final PrintStream stream;

    Output(PrintStream stream) {
        this.stream = stream;
    }

    /**
     * Writes one line and sees it off.
     *
     * @throws ReaderGone if nobody reads any more
     */
    void line(String text) {
        text(text + '\n');
    }

    /**
     * Writes text as it is and sees it off.
     *
     * @throws ReaderGone if nobody reads any more
     */
    void text(String text) {
        stream.print(text);
        if (stream.checkError()) {
            throw new ReaderGone();
        }
    }
}
