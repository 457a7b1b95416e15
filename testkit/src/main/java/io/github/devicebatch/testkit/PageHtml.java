package io.github.devicebatch.testkit;

import java.util.List;

/** Writes the page of the fake as HTML. */
final class PageHtml {

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

    private PageHtml() {}

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
}
