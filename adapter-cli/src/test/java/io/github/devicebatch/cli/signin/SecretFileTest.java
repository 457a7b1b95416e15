package io.github.devicebatch.cli.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.devicebatch.cli.message.UsageException;
import io.github.devicebatch.cli.terminal.TextStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SecretFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneLineWithoutItsEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "\ufeffa pass word\r\n");

        assertThat(new SecretFile(SecretFile.Kind.PASSWORD, file.toString()).read())
                .isEqualTo("a pass word");
    }

    @Test
    void readsNothingThatIsTooLong() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "x".repeat(65_537));

        assertThatThrownBy(() -> new SecretFile(SecretFile.Kind.PASSWORD, file.toString()).read())
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().why()).contains("it is longer than any password"));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsMissingWhereAndWhatHelps(SecretFile.Kind kind) {
        assertThatThrownBy(() -> new SecretFile(kind, folder.resolve("missing").toString()).read())
                .isInstanceOfSatisfying(
                        UsageException.class,
                        misuse -> assertThat(misuse.problem().lines(TextStyle.PLAIN))
                                .hasSize(3)
                                .first()
                                .isEqualTo("error: no " + kind.secret() + " in " + kind.file()));
    }
}
