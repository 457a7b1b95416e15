package io.github.devicebatch.cli;

import io.github.devicebatch.domain.Excerpt;

/** Makes a cell harmless: a spreadsheet must not take it for a formula, a terminal not for a command. */
final class CsvCell {

    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private CsvCell() {}

    /** Puts an apostrophe before what a spreadsheet would calculate, and makes invisible characters visible. */
    static String safe(String text) {
        boolean formula = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0;
        return new Excerpt(formula ? "'" + text : text).text();
    }
}
