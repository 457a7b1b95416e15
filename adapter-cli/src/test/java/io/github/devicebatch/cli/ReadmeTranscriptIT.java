package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.RunResult;
import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FakePartnerCenterExtension.class)
class ReadmeTranscriptIT {

    private static final Path README = Path.of("..", "README.md");

    @Test
    void theReadmeShowsWhatTheCommandPrints(@TempDir Path folder, FakePartnerCenter fake)
            throws IOException, InterruptedException {
        fake.script(Batches.REFERENCE).then(Reply.documentedExample());

        RunResult result = new PackagedCommand(folder).asking(fake).run("status", Batches.REFERENCE.toString());

        assertThat(Files.readString(README)).contains("token.txt\n" + result.out() + "```\n<!-- transcript: end -->");
    }
}
