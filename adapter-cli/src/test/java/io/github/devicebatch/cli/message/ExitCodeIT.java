package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Canary;
import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitCodeIT {

    private static final String REFERENCE = Batches.REFERENCE.toString();

    private final FakePartnerCenter partnerCenter = FakePartnerCenter.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        partnerCenter.close();
    }

    @ParameterizedTest
    @CsvSource({"401, 4", "404, 5", "503, 6", "302, 7"})
    void tellsWhyThereIsNoAnswerAboutTheBatch(int httpStatus, int exitCode) throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Reply.fault(httpStatus, "1", Canary.TOKEN));

        Ran ran = command().run("status", REFERENCE, "-v", "-o", "json");

        assertThat(ran.exitCode()).isEqualTo(exitCode);
        assertThat(ran.err()).startsWith("attempt 1 of ").contains("\nerror: ", "\nwhy: ", "\ntry: ", "\nrequest id: ");
        assertThat(ran.out()).endsWith("\"exitCode\": " + exitCode + "\n    }\n}\n");
    }

    @Test
    void tellsWhatBecameOfTheDevicesWhenAsked() throws Exception {
        partnerCenter.script(Batches.REFERENCE).then(Batches.finishedWithOneFailure());
        partnerCenter
                .script(Batches.anotherBatch())
                .then(Batches.queued(Batches.anotherBatch().tracking()));
        String other = Batches.anotherBatch().toString();

        assertThat(command().run("status", REFERENCE, other).exitCode()).isZero();
        assertThat(command().run("status", other, "--exit-status").exitCode()).isEqualTo(8);
        assertThat(command()
                        .with("DEVICEBATCH_EXIT_STATUS", "true")
                        .run("status", other, REFERENCE)
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void aBrokenInstallationIsABugAndShowsItsStackOnlyWhenAsked() throws Exception {
        Ran ran = withoutTheJsonParser().run("status", REFERENCE);
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).startsWith("error: a bug in devicebatch ").doesNotContain("    at ");

        assertThat(withoutTheJsonParser().run("status", REFERENCE, "-v").err()).contains("    at ");
    }

    private PackagedCommand withoutTheJsonParser() throws Exception {
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty("devicebatch.lib")))) {
            return command()
                    .modulePath(jars.map(Path::toString)
                            .filter(jar -> !jar.contains("parsson"))
                            .collect(Collectors.joining(File.pathSeparator)));
        }
    }

    private PackagedCommand command() {
        return new PackagedCommand(folder).asking(partnerCenter);
    }
}
