package io.github.devicebatch.cli.output.table;

import java.util.ArrayList;
import java.util.List;

/** Table of a few rows of text; each column is as wide as its widest cell, on a terminal with wide and combining characters too. */
public final class TextTable {

    /** The cell of a value that is missing. */
    static final String NO_VALUE = "-";

    /** A table without a limit of its width. */
    static final int ANY_WIDTH = Integer.MAX_VALUE;

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        this.headings = List.of(headings);
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Returns the rows, headings first, without trailing spaces. */
    public List<String> lines() {
        return lines(ANY_WIDTH, List.of());
    }

    /**
     * Returns the rows, headings first, as {@link TableLines} has them.
     *
     * @param droppable headings, the least important first
     */
    public List<String> lines(int width, List<String> droppable) {
        return new TableLines(headings, rows::stream).within(width, droppable).toList();
    }
}
