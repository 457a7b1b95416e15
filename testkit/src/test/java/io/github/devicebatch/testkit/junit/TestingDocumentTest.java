package io.github.devicebatch.testkit.junit;

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

/** The examples in {@code docs/testing.md} agree with compiled code and with actual messages. */
class TestingDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "testing.md");
    private static final List<Path> SOURCES =
            List.of(Path.of("..", ".ci", "downstream", "src", "test"), Path.of("src", "test", "java"));

    @Test
    void hasOnlyExamplesThatAreCompiled() throws IOException {
        String compiled = SOURCES.stream().flatMap(TestingDocumentTest::sources).collect(joining("\n"));

        assertThat(codeBlocks("java"))
                .hasSize(4)
                .allSatisfy(example -> assertThat(compiled).contains("\n" + unindented(example.lines()) + "\n"));
    }

    @Test
    void hasTheMessageOfAFailure() throws IOException {
        String message = JUnitRun.of(ExtensionSubjects.SendsAnUnplannedRequest.class)
                .failure("passesOtherwise")
                .getMessage();

        assertThat(codeBlocks("text"))
                .containsExactly(message.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:40521") + "\n");
    }

    private static List<String> codeBlocks(String language) throws IOException {
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String source(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return unindented(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unindented(Stream<String> lines) {
        return lines.map(String::strip).collect(joining("\n"));
    }
}
