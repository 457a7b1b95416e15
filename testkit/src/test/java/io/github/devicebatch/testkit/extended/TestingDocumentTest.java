package io.github.devicebatch.testkit.extended;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.testkit.support.JUnitRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page on testing shows is what is compiled, and what is said. */
class TestingDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "testing.md");
    private static final List<Path> SOURCES =
            List.of(Path.of("..", ".ci", "consumers", "downstream", "src", "test"), Path.of("src", "test", "java"));

    @Test
    void showsWhatIsCompiled() throws IOException {
        String compiled = SOURCES.stream().flatMap(TestingDocumentTest::sources).collect(joining("\n"));

        assertThat(shown("java"))
                .hasSize(4)
                .allSatisfy(example -> assertThat(compiled).contains("\n" + unindented(example.lines()) + "\n"));
    }

    @Test
    void showsWhatAFailureSays() throws IOException {
        String said = JUnitRun.of(AsksWhatNobodyPlanned.class)
                .failure("likesTheAnswer")
                .getMessage();

        assertThat(shown("text")).containsExactly(said.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:40521") + "\n");
    }

    private static List<String> shown(String language) throws IOException {
        return Pattern.compile("(?s)```" + language + "\n(.*?)```")
                .matcher(Files.readString(DOCUMENT))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    private static Stream<String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(TestingDocumentTest::source)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String source(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return unindented(lines);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String unindented(Stream<String> lines) {
        return lines.map(String::strip).collect(joining("\n"));
    }
}
