package io.github.devicebatch.testkit;

import java.util.List;

/**
 * A part of the page of the fake.
 *
 * @param title what it is about
 * @param words sentences
 * @param rows a table, each row of which has as many cells as any other
 * @param commands what to type
 */
record PageSection(String title, List<String> words, List<List<String>> rows, List<String> commands) {

    /** Gives the width of a column. */
    int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
