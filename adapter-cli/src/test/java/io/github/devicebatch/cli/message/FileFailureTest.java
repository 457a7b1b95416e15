package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class FileFailureTest {

    private static final String LOCALE = "; the locale has no characters outside ASCII: set LC_ALL=C.UTF-8";
    private static final String FULL = "No space left on device";
    private static final String NOT_TEXT = "it is not text in UTF-8, or in UTF-16 with a byte order mark";
    private static final String UNREADABLE = "it cannot be read";
    private static final String UNWRITABLE = "it cannot be written";

    static final List<Arguments> FAILURES = List.of(
            arguments(new NoSuchFileException("/a/b"), "there is no such file", "there is no such folder"),
            arguments(
                    new NoSuchFileException("/t\ufffd\ufffdk/b"),
                    "there is no such file" + LOCALE,
                    "there is no such folder" + LOCALE),
            arguments(new AccessDeniedException("/a/b"), "permission denied", "permission denied"),
            arguments(new MalformedInputException(1), NOT_TEXT, NOT_TEXT),
            arguments(new FileSystemException("/a/b", null, FULL), FULL, FULL),
            arguments(new FileAlreadyExistsException("/a/b"), UNREADABLE, UNWRITABLE),
            arguments(new IOException(FULL), FULL, FULL),
            arguments(new IOException(), UNREADABLE, UNWRITABLE));

    @ParameterizedTest
    @FieldSource("FAILURES")
    void theReasonHasNoNameOfJava(IOException failure, String ofReading, String ofWriting) {
        assertThat(FileFailure.reason(failure)).isEqualTo(ofReading);
        assertThat(FileFailure.writeReason(failure)).isEqualTo(ofWriting);
    }

    @ParameterizedTest
    @CsvSource({"a, ''", "t\u00f6k, " + LOCALE})
    void aNameThatIsNoPathMayBeTheFaultOfTheLocale(String name, String hint) {
        assertThat(FileFailure.reason(new InvalidPathException(name, "Malformed input")))
                .isEqualTo("its name is not a path" + hint);
    }
}
