package io.github.devicebatch.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.application.Pause;
import io.github.devicebatch.cli.message.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final Pause NO_PAUSE = duration -> {};

    @TempDir
    private Path folder;

    @Test
    void hasTheNewContentAfterTheCommitOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "old");
        try (OutputFile output = OutputFile.create(file, NO_PAUSE)) {
            output.write("new".getBytes(UTF_8));
            assertThat(file).hasContent("old");
            output.commit();
        }

        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("report.html");
    }

    @Test
    void leavesNothingWithoutACommit() throws IOException {
        try (OutputFile output = OutputFile.create(folder.resolve("report.html"), NO_PAUSE)) {
            output.write('x');
            assertThat(names()).hasSize(1).noneMatch("report.html"::equals);
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void keepsThePermissionsOfTheFileAndTheLink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.html"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.html"), file);
        try (OutputFile output = OutputFile.create(link, NO_PAUSE)) {
            output.write("new".getBytes(UTF_8));
            output.commit();
        }

        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(link).isSymbolicLink();
    }

    @Test
    void writesToADeviceDirectly() throws IOException {
        try (OutputFile output = OutputFile.create(Path.of("/dev/null"), NO_PAUSE)) {
            output.write("new".getBytes(UTF_8));
            output.commit();
        }

        assertThat(Path.of("/dev/null")).exists();
    }

    @Test
    void aDiskThatIsFullIsNamed() {
        try (OutputFile output = OutputFile.create(Path.of("/dev/full"), NO_PAUSE)) {
            assertThatExceptionOfType(UsageException.class)
                    .isThrownBy(() -> output.write(new byte[100_000]))
                    .satisfies(full -> {
                        assertThat(full.problem().what()).isEqualTo("cannot write to /dev/full");
                        assertThat(full.problem().why().orElseThrow()).doesNotContain("java", "Exception");
                    });
        }
    }

    @Test
    void refusesAFolderAndAFileInAMissingFolder() {
        Map<Path, String> reasons = Map.of(
                folder, "it is a folder", folder.resolve("missing").resolve("report.html"), "there is no such folder");
        reasons.forEach((file, why) -> assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> OutputFile.create(file, NO_PAUSE))
                .withMessage("cannot write to " + file)
                .satisfies(refused -> assertThat(refused.problem().why()).contains(why)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
