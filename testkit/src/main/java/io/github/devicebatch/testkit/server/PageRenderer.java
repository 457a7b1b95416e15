package io.github.devicebatch.testkit.server;

import java.util.List;
import java.util.Locale;

/**
 * Renderer of a page of sections, as HTML or as plain text.
 *
 * @param title the title
 * @param sections the sections
 */
record PageRenderer(String title, List<Section> sections) {

    private static final String HTML_HEAD = """
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

    String html() {
        StringBuilder html = new StringBuilder(String.format(Locale.ROOT, HTML_HEAD, escaped(title)));
        sections.forEach(section -> appendHtml(html, section));
        return html.append("</body>\n</html>\n").toString();
    }

    String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        sections.forEach(section -> appendText(text, section));
        return text.toString();
    }

    private static void appendHtml(StringBuilder html, Section section) {
        html.append("<h2>").append(escaped(section.title())).append("</h2>\n");
        section.paragraphs()
                .forEach(paragraph ->
                        html.append("<p>").append(escaped(paragraph)).append("</p>\n"));
        if (!section.rows().isEmpty()) {
            html.append("<table>\n");
            section.rows().forEach(row -> {
                html.append("<tr>");
                row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
                html.append("</tr>\n");
            });
            html.append("</table>\n");
        }
        if (!section.commandLines().isEmpty()) {
            html.append("<pre>")
                    .append(escaped(String.join("\n", section.commandLines())))
                    .append("</pre>\n");
        }
    }

    private static void appendText(StringBuilder text, Section section) {
        text.append('\n').append(section.title()).append("\n\n");
        section.paragraphs().forEach(paragraph -> text.append(paragraph).append('\n'));
        text.append('\n');
        section.rows()
                .forEach(row -> text.append("  ").append(section.aligned(row)).append('\n'));
        section.commandLines().forEach(line -> text.append("  ").append(line).append('\n'));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /**
     * A section of a page.
     *
     * @param title the heading
     * @param paragraphs the paragraphs
     * @param rows a table; all rows have the same number of cells
     * @param commandLines the lines of a shell command
     */
    record Section(String title, List<String> paragraphs, List<List<String>> rows, List<String> commandLines) {

        private String aligned(List<String> row) {
            StringBuilder aligned = new StringBuilder();
            for (int column = 0; column < row.size() - 1; column++) {
                String cell = row.get(column);
                aligned.append(cell).append(" ".repeat(width(column) - cell.length() + 2));
            }
            return aligned.append(row.getLast()).toString();
        }

        private int width(int column) {
            return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        }
    }
}
