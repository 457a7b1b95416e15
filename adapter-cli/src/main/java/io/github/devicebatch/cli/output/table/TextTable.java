package io.github.devicebatch.cli.output.table;

import io.github.devicebatch.cli.output.WordWrap;
import io.github.devicebatch.cli.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Table of text; each column is as wide as its widest cell, on a terminal with wide and combining characters too. */
public final class TextTable {

    /** The cell of a value that is missing. */
    static final String NO_VALUE = "-";

    /** A table without a limit of its width. */
    static final int ANY_WIDTH = Integer.MAX_VALUE;

    private static final String GAP = "  ";
    private static final int MIN_WRAPPED_WIDTH = 12;

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Returns the rows, headings first, without trailing spaces. */
    public List<String> lines() {
        return lines(ANY_WIDTH, List.of());
    }

    /**
     * Returns the rows, headings first, without trailing spaces, and without columns that have no value. If they are wider than
     * {@code width}, the droppable columns are left out one after the other; then the last column is wrapped between words.
     *
     * @param droppable headings, the least important first
     */
    public List<String> lines(int width, List<String> droppable) {
        List<Integer> columns = new ArrayList<>(columnsWithValues());
        for (String heading : droppable) {
            if (width(columns) > width) {
                columns.remove(Integer.valueOf(rows.getFirst().indexOf(heading)));
            }
        }
        int[] widths = widths(columns);
        int last = widths.length - 1;
        int before = IntStream.range(0, last)
                .map(column -> widths[column] + GAP.length())
                .sum();
        widths[last] = Math.min(widths[last], Math.max(MIN_WRAPPED_WIDTH, width - before));
        return rows.stream()
                .flatMap(row -> lines(columns.stream().map(row::get).toList(), widths).stream())
                .toList();
    }

    private List<Integer> columnsWithValues() {
        return IntStream.range(0, rows.getFirst().size())
                .filter(column ->
                        rows.stream().skip(1).anyMatch(row -> !row.get(column).equals(NO_VALUE)))
                .boxed()
                .toList();
    }

    private int width(List<Integer> columns) {
        return IntStream.of(widths(columns)).map(width -> width + GAP.length()).sum() - GAP.length();
    }

    private int[] widths(List<Integer> columns) {
        return columns.stream()
                .mapToInt(column -> rows.stream()
                        .mapToInt(row -> DisplayWidth.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static List<String> lines(List<String> cells, int[] widths) {
        List<String> lines = new ArrayList<>();
        int last = widths.length - 1;
        for (String part : WordWrap.lines(cells.get(last), widths[last])) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < last; column++) {
                String cell = lines.isEmpty() ? cells.get(column) : "";
                line.append(cell)
                        .repeat(" ", widths[column] - DisplayWidth.of(cell))
                        .append(GAP);
            }
            lines.add(line.append(part).toString().stripTrailing());
        }
        return lines;
    }
}
