package io.github.devicebatch.cli.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.terminal.Shell;
import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.Batches;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResumeCommandTest {

    private static final List<String> OPTIONS = List.of("--timeout", "2h");

    @Test
    void aFewBatchesAreArguments() {
        assertThat(resume(Optional.empty()).lines(batches(20)))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("./devicebatch wait " + Batches.numbered(0) + " ")
                        .endsWith(" " + Batches.numbered(19) + " --timeout 2h"));
    }

    @Test
    void manyBatchesAreAHereDocument() {
        List<String> lines = resume(Optional.empty()).lines(batches(21));

        assertThat(lines)
                .hasSize(23)
                .startsWith(
                        "./devicebatch wait - --timeout 2h <<'END'",
                        Batches.numbered(0).toString())
                .endsWith(Batches.numbered(20).toString(), "END");
    }

    @Test
    void theInputFileIsReadAgain() {
        assertThat(resume(Optional.of(Path.of("/tmp/my batches.txt"))).lines(batches(10_000)))
                .containsExactly("./devicebatch wait - --timeout 2h < '/tmp/my batches.txt'");
    }

    @Test
    void moreThan500BatchesAreNotListed() {
        assertThat(resume(Optional.empty()).lines(batches(501)))
                .containsExactly(
                        "./devicebatch wait - --timeout 2h",
                        "with the same list on standard input; a batch that is final costs one request");
    }

    @Test
    void standardInputIsLeftToTheToken() {
        var resume = new ResumeCommand("devicebatch", "wait", List.of("--token-file", "-"), Optional.empty(), true);

        assertThat(resume.lines(batches(30)))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(Batches.numbered(29) + " --token-file -"));
    }

    @Test
    void onWindowsWordsAreInDoubleQuotes() {
        var resume = new ResumeCommand(
                "C:\\Program Files\\devicebatch.cmd", "wait", OPTIONS, Optional.of(Path.of("my batches.txt")), false);

        assertThat(resume.lines(batches(21), Shell.WINDOWS))
                .containsExactly("\"C:\\Program Files\\devicebatch.cmd\" wait - --timeout 2h < \"my batches.txt\"");
    }

    @Test
    void onWindowsThereIsNoHereDocument() {
        assertThat(resume(Optional.empty()).lines(batches(21), Shell.WINDOWS))
                .containsExactly(
                        "./devicebatch wait - --timeout 2h",
                        "with the same list on standard input; a batch that is final costs one request");
    }

    private static ResumeCommand resume(Optional<Path> inputFile) {
        return new ResumeCommand("./devicebatch", "wait", OPTIONS, inputFile, false);
    }

    private static List<BatchReference> batches(int count) {
        return IntStream.range(0, count).mapToObj(Batches::numbered).toList();
    }
}
