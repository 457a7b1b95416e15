package io.github.devicebatch.testkit.server;

import java.util.List;
import java.util.stream.Stream;

/** Writes the page of the fake as HTML. */
final class PageRenderer {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>%1$s</title>
            <style>
            body { font-family: sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; line-height: 1.4; }
            td { padding: 0.1em 1.5em 0.1em 0; vertical-align: top; }
            td:first-child, pre { font-family: monospace; }
            pre { overflow-x: auto; }
            </style>
            </head>
            <body>
            <h1>%1$s</h1>
            """;

    private PageRenderer() {}

    static String of(String title, List<PageSection> sections) {
        StringBuilder html = new StringBuilder(HEAD.formatted(escaped(title)));
        sections.forEach(section -> append(html, section));
        return html.append("</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder html, PageSection section) {
        html.append("<h2>").append(escaped(section.title())).append("</h2>\n");
        section.words()
                .forEach(words -> html.append("<p>").append(escaped(words)).append("</p>\n"));
        if (!section.rows().isEmpty()) {
            html.append("<table>\n");
            section.rows().forEach(row -> append(html, row));
            html.append("</table>\n");
        }
        if (!section.commands().isEmpty()) {
            html.append("<pre>")
                    .append(escaped(String.join("\n", section.commands())))
                    .append("</pre>\n");
        }
    }

    private static void append(StringBuilder html, List<String> row) {
        html.append("<tr>");
        row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
        html.append("</tr>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

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

    /** Writes the page of the fake as text. */
    static final class PageText {

        private PageText() {}

        static String of(String title, List<PageSection> sections) {
            StringBuilder text = new StringBuilder(title).append('\n');
            for (PageSection section : sections) {
                text.append('\n').append(section.title()).append("\n\n");
                lines(section).forEach(line -> text.append(line).append('\n'));
            }
            return text.toString();
        }

        private static Stream<String> lines(PageSection section) {
            return Stream.of(
                            section.words().stream(),
                            Stream.of(""),
                            section.rows().stream().map(row -> "  " + row(section, row)),
                            section.commands().stream().map(command -> "  " + command))
                    .flatMap(part -> part);
        }

        private static String row(PageSection section, List<String> cells) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < cells.size() - 1; column++) {
                String cell = cells.get(column);
                row.append(cell).append(" ".repeat(section.width(column) - cell.length() + 2));
            }
            return row.append(cells.getLast()).toString();
        }
    }
}
