package io.github.devicebatch.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Writes the page of the fake as text. */
final class PageText {

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
