package io.github.devicebatch.cli.output.table;

import io.github.devicebatch.cli.output.WordWrap;
import io.github.devicebatch.cli.terminal.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines of a table with any number of rows. The rows are read twice, for the widths of the columns and for the lines, and none is kept.
 *
 * @param headings the headings of the columns
 * @param rows returns the cells of each row; the same ones at each call
 */
record TableLines(List<String> headings, Supplier<Stream<List<String>>> rows) {

    private static final String GAP = "  ";
    private static final int MIN_WRAPPED_WIDTH = 12;

    /**
     * Returns the rows, headings first, without trailing spaces, and without columns that have no value. If they are wider than
     * {@code width}, the droppable columns are left out one after the other; then the last column is wrapped between words.
     *
     * @param droppable headings, the least important first
     * @return the lines; each is formatted when it is read
     */
    Stream<String> within(int width, List<String> droppable) {
        int[] widest = new int[headings.size()];
        boolean[] hasValue = new boolean[widest.length];
        measure(headings, widest);
        rows.get().forEach(row -> {
            measure(row, widest);
            for (int column = 0; column < widest.length; column++) {
                hasValue[column] |= !row.get(column).equals(TextTable.NO_VALUE);
            }
        });
        int[] columns = columns(widest, hasValue, width, droppable);
        int[] widths = IntStream.of(columns).map(column -> widest[column]).toArray();
        int last = widths.length - 1;
        int before = width(columns, widest) - widths[last];
        widths[last] = Math.min(widths[last], Math.max(MIN_WRAPPED_WIDTH, width - before));
        return Stream.concat(Stream.of(headings), rows.get())
                .flatMap(row -> lines(IntStream.of(columns).mapToObj(row::get).toList(), widths).stream());
    }

    private static void measure(List<String> row, int[] widest) {
        for (int column = 0; column < widest.length; column++) {
            widest[column] = Math.max(widest[column], DisplayWidth.of(row.get(column)));
        }
    }

    /** Returns the indexes of the columns to show. */
    private int[] columns(int[] widest, boolean[] hasValue, int width, List<String> droppable) {
        int[] columns = IntStream.range(0, widest.length)
                .filter(column -> hasValue[column])
                .toArray();
        for (String heading : droppable) {
            if (width(columns, widest) > width) {
                int dropped = headings.indexOf(heading);
                columns = IntStream.of(columns)
                        .filter(column -> column != dropped)
                        .toArray();
            }
        }
        return columns;
    }

    private static int width(int[] columns, int[] widest) {
        return IntStream.of(columns)
                        .map(column -> widest[column] + GAP.length())
                        .sum()
                - GAP.length();
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
