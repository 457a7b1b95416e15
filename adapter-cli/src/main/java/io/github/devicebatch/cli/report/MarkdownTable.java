package io.github.devicebatch.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.stream.IntStream;

/** Table of GitHub Flavored Markdown with a maximum size. Rows behind it are counted and not written. Not thread-safe. */
final class MarkdownTable {

    private final StringBuilder rows = new StringBuilder();
    private final int maxRows;
    private final int maxBytes;
    private int bytes;
    private int written;
    private int leftOut;

    /**
     * Creates a table of headings.
     *
     * @param maxRows maximum number of rows
     * @param maxBytes maximum size of all rows in UTF-8
     */
    MarkdownTable(int maxRows, int maxBytes, String... headings) {
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
        rows.append(line(headings));
        rows.append(line(
                IntStream.range(0, headings.length).mapToObj(column -> "---").toArray(String[]::new)));
    }

    /** Adds a row of cells, which are Markdown. */
    void row(String... cells) {
        String line = line(cells);
        bytes += leftOut == 0 ? line.getBytes(UTF_8).length : 0;
        if (leftOut > 0 || written == maxRows || bytes > maxBytes) {
            leftOut++;
        } else {
            written++;
            rows.append(line);
        }
    }

    /** Writes the table, and how many rows were left out; nothing if it has no row. */
    void write(PrintWriter out) {
        if (written + leftOut > 0) {
            out.print(rows + "\n" + (leftOut > 0 ? "and " + leftOut + " more\n\n" : ""));
        }
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
