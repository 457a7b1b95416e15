package io.github.devicebatch.application.upload;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** Results of lines and mismatches of rows while a join takes one step after another. Not thread-safe. */
final class JoinState {

    private static final int OPEN = -1;
    private static final int JOINED = -2;

    private final Identities lines;
    private final Identities rows;
    private final IntSequence rowResults;
    private final ResultNumbering results;
    private final int[] lineResults;
    private final int[] rowMismatches;

    JoinState(Identities lines, Identities rows, IntSequence rowResults, ResultNumbering results) {
        this.lines = lines;
        this.rows = rows;
        this.rowResults = rowResults;
        this.results = results;
        this.lineResults = filled(lines.size());
        this.rowMismatches = filled(rows.size());
    }

    private static int[] filled(int size) {
        int[] values = new int[size];
        Arrays.fill(values, OPEN);
        return values;
    }

    int lines() {
        return lineResults.length;
    }

    LineResult line(int index) {
        return results.result(lineResults[index]);
    }

    IntStream rowsWithoutLine() {
        return IntStream.range(0, rowMismatches.length).filter(row -> rowMismatches[row] != JOINED);
    }

    Mismatch mismatch(int row) {
        return Mismatch.values()[rowMismatches[row]];
    }

    Identities rows() {
        return rows;
    }

    /**
     * Joins the open lines and rows with equal keys.
     *
     * @param count the number of different keys
     */
    void joinBy(JoinKey key, int count) {
        Groups groups = new Groups(key, count);
        openRows(key).forEach(row -> groups.addRow(key.of(rows, row), row));
        openLines(key).forEach(line -> groups.addLine(key.of(lines, line), line));
        int[] decisions = IntStream.range(0, count).map(groups::decide).toArray();
        openLines(key).forEach(line -> lineResults[line] = decisions[key.of(lines, line)]);
        openRows(key).forEach(row -> close(row, decisions[key.of(rows, row)]));
    }

    private IntStream openRows(JoinKey key) {
        return openRows().filter(row -> key.of(rows, row) != TextNumbering.NONE);
    }

    private IntStream openRows() {
        return IntStream.range(0, rowMismatches.length).filter(row -> rowMismatches[row] == OPEN);
    }

    private IntStream openLines(JoinKey key) {
        return openLines().filter(line -> key.of(lines, line) != TextNumbering.NONE);
    }

    private IntStream openLines() {
        return IntStream.range(0, lineResults.length).filter(line -> lineResults[line] == OPEN);
    }

    private void close(int row, int decision) {
        if (decision != OPEN) {
            rowMismatches[row] = results.result(decision) instanceof LineResult.NotJoined notJoined
                    ? notJoined.mismatch().ordinal()
                    : JOINED;
        }
    }

    /** Joins the lines and rows without identification in their order; all lines and rows if no row has one. */
    void joinByPosition() {
        int[] namelessRows =
                IntStream.range(0, rows.size()).filter(rows::isNameless).toArray();
        boolean noRowHasOne = namelessRows.length == rows.size();
        int[] candidates = IntStream.range(0, lines.size())
                .filter(line -> noRowHasOne || lines.isNameless(line))
                .toArray();
        if (candidates.length == namelessRows.length) {
            for (int position = 0; position < candidates.length; position++) {
                lineResults[candidates[position]] = rowResults.get(namelessRows[position]);
                rowMismatches[namelessRows[position]] = JOINED;
            }
        }
    }

    /** Adds a mismatch for every open line and row. */
    void explainTheRest(TextNumbering serialNumbers) {
        SimilarSerialNumbers similar = new SimilarSerialNumbers(serialNumbers);
        openRows().forEach(row -> similar.addRow(rows.serialNumbers().get(row)));
        openLines().forEach(line -> similar.addLine(lines.serialNumbers().get(line)));
        openLines().forEach(line -> lineResults[line] = number(similar.mismatch(lines, line)));
        openRows()
                .forEach(row -> rowMismatches[row] = similar.mismatch(rows, row).ordinal());
    }

    private int number(Mismatch mismatch) {
        return results.number(new LineResult.NotJoined(mismatch));
    }

    /** Open lines and rows, grouped by a key. */
    private final class Groups {

        private final JoinKey key;
        private final int[] lineCounts;
        private final int[] rowCounts;
        private final int[] commonResults;
        private final BitSet linesWithBoth = new BitSet();
        private final BitSet rowsWithBoth = new BitSet();

        Groups(JoinKey key, int count) {
            this.key = key;
            lineCounts = new int[count];
            rowCounts = new int[count];
            commonResults = filled(count);
        }

        void addRow(int group, int row) {
            int result = rowResults.get(row);
            commonResults[group] = rowCounts[group]++ == 0 ? result : common(commonResults[group], result);
            if (rows.hasBoth(row)) {
                rowsWithBoth.set(group);
            }
        }

        void addLine(int group, int line) {
            lineCounts[group]++;
            if (lines.hasBoth(line)) {
                linesWithBoth.set(group);
            }
        }

        private int common(int one, int other) {
            if (one == other || one == OPEN) {
                return one;
            }
            return LineResult.common(results.result(one), results.result(other))
                    .map(results::number)
                    .orElse(OPEN);
        }

        /** Returns the number of the result of all lines of a group, or {@link #OPEN} if it has no line or no row. */
        int decide(int group) {
            if (lineCounts[group] == 0 || rowCounts[group] == 0) {
                return OPEN;
            }
            return mismatch(group).map(JoinState.this::number).orElse(commonResults[group]);
        }

        private Optional<Mismatch> mismatch(int group) {
            if (key != JoinKey.BOTH && linesWithBoth.get(group) && rowsWithBoth.get(group)) {
                return Optional.of(Mismatch.CONTRADICTION);
            }
            if (lineCounts[group] != rowCounts[group]) {
                return Optional.of(Mismatch.DIFFERENT_COUNTS);
            }
            return commonResults[group] == OPEN ? Optional.of(Mismatch.DIFFERENT_RESULTS) : Optional.empty();
        }
    }
}
