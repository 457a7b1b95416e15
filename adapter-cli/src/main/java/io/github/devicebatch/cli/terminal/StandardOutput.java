package io.github.devicebatch.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output, in UTF-8 whatever the locale and line by line. It is no {@link java.io.PrintStream}, which would swallow
 * the news that the reader has gone ({@code | head -1}) or the disk is full.
 */
public record StandardOutput(OutputStream stream) {

    private static final String READER_GONE = "Broken pipe";

    /**
     * Writes one line and sees it off.
     *
     * @throws ReaderGone if nobody reads any more
     * @throws UsageException if it cannot be written for another reason
     */
    public void line(String text) {
        text(text + '\n');
    }

    /**
     * Writes text as it is and sees it off.
     *
     * @throws ReaderGone if nobody reads any more
     * @throws UsageException if it cannot be written for another reason
     */
    public void text(String text) {
        try {
            stream.write(text.getBytes(UTF_8));
            stream.flush();
        } catch (IOException lost) {
            if (READER_GONE.equals(lost.getMessage())) {
                throw new ReaderGone();
            }
            throw new UsageException(Problem.of(
                    "cannot write to standard output", lost.getMessage(), "check where the output goes, and its disk"));
        }
    }

    /** Nobody reads standard output any more: the moment to end without a word. */
    public static final class ReaderGone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReaderGone() {
            super("standard output is closed");
        }
    }
}
