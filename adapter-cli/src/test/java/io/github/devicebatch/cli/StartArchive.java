package io.github.devicebatch.cli;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that makes an archive of the classes that the packaged command loads. The integration tests start hundreds of
 * processes, each of which takes a third less of the processor with it.
 */
final class StartArchive {

    private StartArchive() {}

    /** Runs {@code status} once. The argument is the file of the archive. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("devicebatch");
        try (FakePartnerCenter fake = FakePartnerCenter.start()) {
            fake.script(Batches.REFERENCE).then(Reply.documentedExample());
            RunResult result = new PackagedCommand(folder)
                    .asking(fake)
                    .jvm("-XX:ArchiveClassesAtExit=" + arguments[0], "-Xlog:disable")
                    .run("status", Batches.REFERENCE.toString());
            if (result.exitCode() != 0 || !Files.exists(Path.of(arguments[0]))) {
                throw new IllegalStateException("no archive: " + result);
            }
        }
    }
}
