package io.github.devicebatch.cli.upload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory of the selection in a JVM with a small heap: constant for each line, and independent of its length. */
class UploadMemoryTest {

    @TempDir
    private Path folder;

    @Test
    void tenThousandLinesFitIntoSixteenMebibytes() throws IOException, InterruptedException {
        assertThat(run("-Xmx16m", 10_000)).isEqualTo("10000 lines, 2500 written, 0 not joined\n");
    }

    @Test
    @Tag("load")
    void twoHundredThousandLinesFitIntoSixtyFourMebibytes() throws IOException, InterruptedException {
        assertThat(run("-Xmx64m", 200_000)).isEqualTo("200000 lines, 50000 written, 0 not joined\n");
    }

    private String run(String heap, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeUpload.class.getName(),
                        folder.toString(),
                        Integer.toString(lines)))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
