package io.github.devicebatch.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "io", "github", "devicebatch", "http", "ReadmeExample.java");

    @Test
    void readmeShowsTheCompiledExample() throws IOException {
        String shown = between(Files.readString(README), "```java\n", "```");
        String compiled = between(Files.readString(SOURCE), "// example: begin\n", "\n        // example: end");

        assertThat(shown).isEqualTo(compiled.stripIndent() + "\n");
        assertThat(shown.lines().count()).isLessThanOrEqualTo(12);
    }

    private static String between(String text, String begin, String end) {
        int start = text.indexOf(begin) + begin.length();
        assertThat(start).as("the place after " + begin.strip()).isGreaterThanOrEqualTo(begin.length());
        return text.substring(start, text.indexOf(end, start));
    }
}
