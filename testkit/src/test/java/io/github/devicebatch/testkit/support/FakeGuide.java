package io.github.devicebatch.testkit.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The page docs/fake.md. */
public final class FakeGuide {

    private static final Path FILE = Path.of("..", "docs", "fake.md");

    private FakeGuide() {}

    /** Returns the complete text. */
    public static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the rows of the table below a heading, without the header rows. */
    public static List<String> table(String heading) {
        String section = text().split("\n## " + heading + "\n")[1].split("\n## ")[0];
        return section.lines().filter(line -> line.startsWith("|")).skip(2).toList();
    }

    /** Returns the first code block in a language. */
    public static String block(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text())
                .results()
                .map((MatchResult block) -> block.group(1))
                .findFirst()
                .orElseThrow();
    }
}
