package io.github.devicebatch.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.devicebatch.cli.support.Canary;
import io.github.devicebatch.cli.support.PackagedCommand;
import io.github.devicebatch.cli.support.Ran;
import io.github.devicebatch.cli.support.Signal;
import io.github.devicebatch.testkit.Batches;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeIT {

    @TempDir
    private Path folder;

    @TempDir
    private Path another;

    @Test
    void printsItsUrlFirstAndAnswersUntilItIsTerminated() throws Exception {
        var fake = new PackagedCommand(folder);
        Process serving = fake.start("fake");
        String firstLine = serving.inputReader(UTF_8).readLine();
        assertThat(firstLine).matches("listening on http://127\\.0\\.0\\.1:\\d+");
        String url = firstLine.substring("listening on ".length());

        Ran asked = new PackagedCommand(another)
                .with("DEVICEBATCH_TOKEN", Canary.TOKEN)
                .run("status", Batches.REFERENCE.toString(), "--base-url", url);
        Ran taken = new PackagedCommand(another).run("fake", "--port", url.replaceFirst(".*:", ""));
        Signal.TERM.send(serving);
        Ran ended = fake.ended(serving);

        assertThat(asked.firstLine()).isEqualTo("all failed      " + Batches.REFERENCE);
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.err()).startsWith("error: cannot listen on 127.0.0.1:");
        assertThat(ended.exitCode()).isEqualTo(143);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).endsWith("devicebatch status " + Batches.REFERENCE + " --base-url " + url + "\n");
    }
}
