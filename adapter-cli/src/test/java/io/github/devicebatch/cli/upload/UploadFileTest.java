package io.github.devicebatch.cli.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.cli.message.Problem;
import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.TextStyle;
import io.github.devicebatch.cli.upload.UploadFile.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'serial\nA\n"B\nC\n'     | line 3 is not valid CSV | a quote is not closed
            'serial\nA\n"B"C\n'      | line 3 is not valid CSV | text follows a closing quote
            'serial\nA\nB,C\n'       | line 3 has more cells   | enclose cells
            """)
    void anUnusableLineIsNamed(String text, String message, String more) {
        assertThat(problem(text)).contains(message, more);
    }

    @Test
    void aRecordOfAMebibyteIsRefused() {
        assertThat(problem("serial\n\"" + "x".repeat(RawRecordReader.MAX_LENGTH)))
                .contains("line 2 has more than 1048576 bytes", "correct line 2");
    }

    @Test
    void aFolderIsRefused() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new UploadFile(folder).open())
                .withMessageEndingWith(" is not a regular file");
    }

    @Test
    void numbersTheLinesOfTheFile() throws IOException {
        List<Long> numbers = new ArrayList<>();
        try (Lines lines = file("\nserial,note\r\nA,\"1\n2\"\r\n\r\nB\rC").open()) {
            lines.forEachRemaining(line -> numbers.add(line.number()));
        }

        assertThat(numbers).containsExactly(3L, 6L, 7L);
    }

    private String problem(String text) {
        List<Problem> problems = new ArrayList<>();
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> {
                    try (Lines lines = file(text).open()) {
                        lines.forEachRemaining(line -> assertThat(line.number()).isPositive());
                    }
                })
                .satisfies(refused -> problems.add(refused.problem()));
        return String.join("\n", problems.getFirst().lines(TextStyle.PLAIN));
    }

    private UploadFile file(String text) throws IOException {
        return new UploadFile(Files.writeString(folder.resolve("upload.csv"), text));
    }
}
